# $? , ${^CHILD_STATUS_NATIVE}, assigning to $?, local $?, and POSIX wait macros.
use strict;
use warnings;
use POSIX ':sys_wait_h';
sub macros {
    my $s = shift;
    join ' ', map { defined $_ && $_ ne '' ? $_ : 0 } WIFEXITED($s),
        WIFEXITED($s)   ? WEXITSTATUS($s) : '-', WIFSIGNALED($s),
        WIFSIGNALED($s) ? WTERMSIG($s)    : '-', WIFSTOPPED($s);
}
system $^X, '-e', 'exit 5';
print "$? ${^CHILD_STATUS_NATIVE} ", macros($?), "\n";
system $^X, '-e', 'kill 2, $$; sleep 3';
print "$? ${^CHILD_STATUS_NATIVE} ", macros($?), "\n";
$? = 77;
print "assigned $?\n";
{ local $? = 1; system 'true'; print "inner $?\n" }
print "outer $?\n";
$? = 70000;
print "truncated $?\n";
$? = -1;
print "minus $?\n";
`true`;
print "qx $?\n";
my $pid = fork // die;
if (!$pid) { kill STOP => $$; exit 3 }
waitpid $pid, WUNTRACED;
print "stopped ", WIFSTOPPED($?) ? WSTOPSIG($?) : 'no', "\n";
kill CONT => $pid;
waitpid $pid, 0;
print "continued then exit ", $? >> 8, "\n";
{ no warnings; system '/nonexistent'; print "$? ${^CHILD_STATUS_NATIVE}\n"; }
system 'exit 2;';
print $? >> 8, "\n";
printf "%d %d %d\n", $? >> 8, $? & 127, $? & 128;
