# Process groups: a job-control-like parent that starts groups, stops, continues and kills them as a whole.
use strict;
use warnings;
use POSIX qw(:sys_wait_h setpgid);

$| = 1;
pipe my $r, my $w or die;
{ my $old = select $w; $| = 1; select $old }
sub start_group {
    my ($name, $n) = @_;
    my ($leader, @pids);
    for my $i (1 .. $n) {
        my $pid = fork // die;
        if (!$pid) {
            close $r;
            setpgrp 0, $leader // 0;
            my $say = sub { syswrite $w, "$name$i $_[0]\n" };
            $SIG{USR1} = sub { $say->('usr1') };
            $SIG{TERM} = sub { $say->('term'); POSIX::_exit($i) };
            $SIG{CONT} = sub { $say->('cont') };
            $SIG{HUP}  = 'IGNORE' if $i == 1;
            $say->('ready');
            sleep 1 while 1;
        }
        $leader //= $pid;
        setpgrp $pid, $leader;
        push @pids, $pid;
    }
    return { leader => $leader, pids => \@pids, n => $n };
}
sub expect { my ($n) = @_; my @l; for (1 .. $n) { my $line = <$r>; chomp $line; push @l, $line } print join(', ', sort @l), "\n" }
my %g = (a => start_group(a => 2), b => start_group(b => 3));
expect(5);
print "groups: ", join(' ', map { my $g = $g{$_}; "$_:" . join ',', map { getpgrp($_) == $g->{leader} ? 'in' : 'out' } @{ $g->{pids} } } sort keys %g), "\n";
print "signalled: ", kill('USR1', map -$_->{leader}, values %g), "\n";
expect(5);
kill -USR1 => $g{a}{leader};
expect(2);
kill 'STOP', -$g{b}{leader};
my %state;
for my $pid (@{ $g{b}{pids} }) {
    waitpid $pid, WUNTRACED;
    $state{ WIFSTOPPED($?) ? 'stopped by ' . WSTOPSIG($?) : 'other' }++;
}
print join(', ', map "$_: $state{$_}", sort keys %state), "\n";
kill CONT => -$g{b}{leader};
expect(3);
print "hangup ", kill('HUP', @{ $g{a}{pids} }), "\n";
my $gone = waitpid $g{a}{pids}[1], 0;
print "second of a: signal ", $? & 127, "\n";
print "first alive: ", kill(0, $g{a}{pids}[0]), "\n";
kill TERM => -$g{$_}{leader} for sort keys %g;
expect(4);
my @codes;
for my $pid ($g{a}{pids}[0], @{ $g{b}{pids} }) { waitpid $pid, 0; push @codes, WEXITSTATUS($?) }
print "codes @codes\n";
print "group is gone: ", (kill(0, -$g{b}{leader}) ? 'no' : $!{ESRCH} ? 'ESRCH' : "$!"), "\n";
print "our group untouched: ", (getpgrp == getpgrp($$) ? 1 : 0), "\n";
my $pid = fork // die;
if (!$pid) { my $sid = POSIX::setsid(); POSIX::_exit($sid == $$ && getpgrp == $$ ? 42 : 1) }
waitpid $pid, 0;
print "session leader: ", $? >> 8, "\n";
print "bad signal: ", eval { kill 'NOSUCH', $$; 1 } ? 'accepted' : $@ =~ s/ at .*//sr, "\n";
print "bad pid: ", kill(0, 2 ** 30), ' ', $!{ESRCH} ? 'ESRCH' : "$!", "\n";
print "waitpid unknown: ", waitpid(2 ** 22 + 5, 0), ' ', $!{ECHILD} ? 'ECHILD' : "$!", " \$?=$?\n";
