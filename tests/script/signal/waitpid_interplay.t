# system, qx and pipes together with a CHLD handler that reaps anything.
use strict;
use warnings;
use POSIX ':sys_wait_h';
alarm 30;
my $stolen = 0;
$SIG{CHLD} = sub {
    local ($!, $?);
    while ((my $p = waitpid -1, WNOHANG) > 0) { $stolen++ }
};
my $bg = fork // die;
if (!$bg) { $SIG{CHLD} = 'DEFAULT'; sleep 1; exit 1 }
my $r = system $^X, '-e', 'exit 3';
print "system ", $r == 768 || $r == -1 ? 'known' : $r, "\n";
my $o = `$^X -e 'print 5'`;
print "qx output $o\n";
open my $p, '|-', $^X, '-ne', 'print uc' or die;
$| = 1;
print $p "piped\n";
close $p;
my $n = 0;
select undef, undef, undef, 0.05 while $stolen < 1 && $n++ < 400;
waitpid $bg, 0;
print "background reaped: ", kill(0, $bg) ? 0 : 1, "\n";
{
    local $SIG{CHLD};
    my @s = map {
        my $c = $_;
        my $p = fork // die;
        if (!$p) { exit $c }
        $p
    } 1 .. 4;
    print join(',', map { waitpid $_, 0; $? >> 8 } @s), "\n"
}
print "end wait ", waitpid(-1, WNOHANG), "\n";
