# Dispositions and masks across exec and fork: handlers reset, IGNORE kept, mask kept.
use strict;
use warnings;
use POSIX ':signal_h';
$|         = 1;
$SIG{USR1} = sub { };
$SIG{USR2} = 'IGNORE';
$SIG{HUP}  = 'IGNORE';
my $show = 'print join(" ", map { "$_=" . ($SIG{$_} // "undef") } qw(USR1 USR2 HUP INT)), "\n"';
system $^X, '-e', $show;
{
    local $SIG{USR2} = sub { };
    system $^X, '-e', $show
}
my $pid = fork // die;
if (!$pid) { print "fork keeps handlers: ", ref $SIG{USR1}, " $SIG{USR2}\n"; exit }
waitpid $pid, 0;
sigprocmask(SIG_BLOCK, POSIX::SigSet->new(SIGTERM));
system $^X, '-MPOSIX=:signal_h', '-e',
    'my $o = POSIX::SigSet->new; sigprocmask(SIG_BLOCK, POSIX::SigSet->new, $o); print "mask kept ", $o->ismember(SIGTERM), "\n"';
print "nohup: ", `trap '' TERM; $^X -e 'print \$SIG{TERM} // "undef"'`, "\n";
delete $SIG{USR2};
system $^X, '-e', $show;
