# Time::HiRes: time, sleep, usleep, alarm, ualarm, tv_interval, clock functions, stat and itimers.
use strict;
use warnings;
use Time::HiRes
    qw(time sleep usleep nanosleep ualarm alarm gettimeofday tv_interval clock_gettime clock_getres CLOCK_REALTIME CLOCK_MONOTONIC setitimer getitimer ITIMER_REAL ITIMER_VIRTUAL stat utime);
my $t = time;
print $t =~ /\./ || $t == int $t ? 1 : 0, " ", abs($t - CORE::time()) < 2 ? 1 : 0, "\n";
my $s = sleep 0.02;
print $s >= 0.02 && $s < 2 ? 1 : 0, " ";
$s = usleep 20_000;
print $s >= 20_000 && $s < 2e6 ? 1 : 0, " ";
$s = nanosleep 1e6;
print $s >= 1e6 && $s < 1e9 ? 1 : 0, "\n";
my $t0 = [gettimeofday];
print scalar(@$t0), " ", tv_interval([1, 500_000], [3, 250_000]), " ",
    tv_interval($t0) >= 0 ? 1 : 0, " ", scalar(gettimeofday) > 1e9 ? 1 : 0, "\n";
my ($a, $b) = (clock_gettime(CLOCK_MONOTONIC), clock_gettime(CLOCK_MONOTONIC));
print $b >= $a ? 1 : 0, clock_getres(CLOCK_REALTIME) > 0 ? 1 : 0, "\n";
my $n = 0;
local $SIG{ALRM} = sub { $n++ };
alarm 0.02;
select undef, undef, undef, 5;
print "alarm $n\n";
ualarm 20_000;
select undef, undef, undef, 5;
print "ualarm $n\n";
$n = 0;
setitimer ITIMER_REAL, 0.01, 0.01;
select undef, undef, undef, 5 while $n < 5;
setitimer ITIMER_REAL, 0;
print "itimer ", $n >= 5 ? 1 : 0, " left ", (getitimer ITIMER_REAL)[0] // 0, "\n";
{
    local $SIG{VTALRM} = sub { die "virtual\n" };
    setitimer ITIMER_VIRTUAL, 0.02;
    eval { 1 while 1 };
    print $@
}
open my $o, '>', 'f';
close $o;
utime 1.5, 2.25, 'f';
my @st = stat 'f';
print "$st[8] $st[9] ", (CORE::stat 'f')[9], "\n";
my $left = do { alarm 50; alarm 0 };
print $left > 49 && $left <= 50 ? 1 : 0, "\n";
eval { sleep -1 };
print $@ =~ s/ at .*//sr, "\n";
eval { usleep - 1 };
print $@ =~ s/ at .*//sr, "\n";
print &Time::HiRes::d_nanosleep ? 1 : 0, &Time::HiRes::d_setitimer ? 1 : 0, "\n";
