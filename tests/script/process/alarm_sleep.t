# alarm: return values, cancelling, replacing, default death, sleep's result, time-out by die.
use strict;
use warnings;
print "none ", alarm(100), "\n";
my $l = alarm 50;
print "left ", $l >= 99 && $l <= 100 ? 1 : 0, "\n";
$l = alarm 0;
print "left ", $l >= 49 && $l <= 50 ? 1 : 0, " then ", alarm(0), "\n";
my $ok = eval {
    local $SIG{ALRM} = sub { die "timeout\n" };
    alarm 1;
    select undef, undef, undef, 10;
    alarm 0;
    1;
};
print $ok ? 'no' : $@;
my $pid = fork // die;
if (!$pid) { alarm 1; sleep 10; exit }
waitpid $pid, 0;
print "default ", $? & 127, "\n";
my $n = 0;
{
    local $SIG{ALRM} = sub { $n++ };
    alarm 1;
    my $s = sleep 10;
    print "sleep cut short: ", $s <= 3 ? 1 : 0, " calls $n\n"
}
print "sleep 0: ", sleep(0), "\n";
{
    no warnings;
    local $SIG{__WARN__} = sub { print "W: $_[0]" };
    $! = 0;
    my $r = sleep -1;
    print "negative $r\n";
}
$_ = 0;
alarm;
print "topic ok\n";
$pid = fork // die;
if (!$pid) { alarm 1; exec $^X, '-e', 'sleep 10' }
waitpid $pid, 0;
print "alarm survives exec ", $? & 127, "\n";
alarm 30;
$pid = fork // die;
if (!$pid) { exit alarm 0 }
waitpid $pid, 0;
print "alarm is not inherited by fork ", $? >> 8, "\n";
alarm 0;
use Time::HiRes ();
{
    local $SIG{ALRM} = sub { $n = 'hires' };
    Time::HiRes::alarm(0.05);
    my $t = Time::HiRes::sleep(10);
    print "$n ", $t < 5 ? 1 : 0, "\n"
}
