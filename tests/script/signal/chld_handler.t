# SIGCHLD handlers with a reaping loop: every child collected, statuses kept, close on pipes afterwards.
use strict;
use warnings;
use POSIX ':sys_wait_h';
alarm 20;
my %st;
my $in = 0;
$SIG{CHLD} = sub {
    local ($!, $?);
    $in++;
    while ((my $p = waitpid -1, WNOHANG) > 0) { $st{$p} = $? >> 8 }
};
my @p;
for my $i (1 .. 20) {
    my $p = fork // die;
    if (!$p) { POSIX::_exit($i) }
    push @p, $p;
}
my $loops = 0;
select undef, undef, undef, 0.05 while keys %st < 20 && $loops++ < 400;
print "reaped ",      scalar(keys %st), " statuses ", join(',', map { $st{$_} } @p), "\n";
print "handler ran ", $in > 0 && $in <= 20 ? 1 : 0, "\n";
print "wait ",        wait,                         "\n";
%st = ();
open my $k, '-|', $^X, '-e', 'print "x\n"; exit 3';
my @l = <$k>;
$loops = 0;
select undef, undef, undef, 0.02 while !%st && $loops++ < 500;
$! = 0;
my $ok = close $k;
print "close after reaping ", $ok ? 1 : 0, " status $? errno ", $! + 0, "\n";
{
    local $SIG{CHLD} = 'DEFAULT';
    print "system with default ", system($^X, '-e', 'exit 4') >> 8, "\n"
}
{
    local $SIG{CHLD} = sub { };
    print "system with empty handler ", system($^X, '-e', 'exit 5') >> 8, "\n"
}
