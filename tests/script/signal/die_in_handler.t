# die from a handler breaks out of every blocking call and loop.
use strict;
use warnings;
use Time::HiRes ();
sub try {
    my ($name, $code) = @_;
    my $ok = eval {
        local $SIG{ALRM} = sub { die "timeout\n" };
        Time::HiRes::alarm(0.1);
        $code->();
        1;
    };
    Time::HiRes::alarm(0);
    print "$name: ", $ok ? 'finished' : $@;
}
pipe my $r, my $w or die;
my $b;
try('sleep',     sub { sleep 20 });
try('select',    sub { select undef, undef, undef, 20 });
try('sysread',   sub { sysread $r, $b, 1 });
try('readline',  sub { my $l = <$r> });
try('getc',      sub { getc $r });
try('read',      sub { read $r, $b, 5 });
try('eof',       sub { eof $r });
try('busy loop', sub { 1 while 1 });
try(
    'counting loop',
    sub {
        my $x = 0;
        while (1) { $x++ }
    });
try(
    'recursion',
    sub {
        my $f;
        no warnings;
        $f = sub { my $n = shift; $n > 50 ? 0 : ($f->($n + 1), $f->($n + 1)) };
        $f->(0);
    });
try(
    'syswrite',
    sub {
        while (1) { syswrite $w, 'x' x 65536 }
    });
my $pid = fork // die;
if (!$pid) { $SIG{ALRM} = 'DEFAULT'; close $w; sleep 30; exit }
try('wait',    sub {wait});
try('waitpid', sub { waitpid $pid, 0 });
kill KILL => $pid;
waitpid $pid, 0;
print "child ", $? & 127, "\n";
try('pause',  sub { require POSIX;      POSIX::pause() });
try('system', sub { system 'sleep 0.3'; 1 });
1 while wait != -1;
try('hires sleep', sub { Time::HiRes::sleep(20) });
try(
    'sort',
    sub {
        my @x = sort { 1 while 1; 0 } 1, 2;
    });
try('quick', sub {1});
print "\n";
my $n = 0;
for (1 .. 3) {
    eval {
        local $SIG{ALRM} = sub { die "again\n" };
        Time::HiRes::alarm(0.02);
        sleep 5;
        1;
    } or $n++;
}
print "repeated $n\n";
