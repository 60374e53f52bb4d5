# %! and Errno: keys, truth, unknown names, assignments, dualvar $!.
use strict;
use warnings;
use Errno qw(ENOENT EACCES :POSIX);
open my $f, '<', '/nonexistent';
print $!{ENOENT} ? 1 : 0, $!{EACCES} ? 1 : 0, " ", $! == ENOENT ? 1 : 0, " ", $! + 0, " $!\n";
print exists $!{EINTR} ? 1 : 0, exists $!{ENOSUCH} ? 1 : 0, "\n";
$! = EACCES;
print "$! ", 0 + $!, " ", $!{EACCES}, "\n";
$! = 0;
print "zero [", $!, "] ", $!{ENOENT} + 0, "\n";
$! = 9999;
print "$!\n";
$! = '5';
print "$!\n";
{ no warnings; $! = 'abc'; print 0 + $!, "\n"; }
{ local $! = 2; print "in $!\n"; }
print "out ", 0 + $!, "\n";
my $e = $! = 13;
print "copy $e ", ref \$e, "\n";
my $saved = do { $! = 2; $! };
$! = 0;
print "saved keeps both ", $saved + 0, " $saved\n";
print scalar(grep {/^E/} keys %!) > 80 ? 1 : 0, "\n";
eval { $!{EINTR} = 1 };
print $@ =~ s/ at .*//sr, "\n";
eval { delete $!{EINTR} };
print $@ =~ s/ at .*//sr, "\n";
print EINTR, " ", EAGAIN == EWOULDBLOCK ? 1 : 0, "\n";
$! = 2;
if ($!{ENOENT}) { print "branch\n" }
print "num ", $! == 2 ? 1 : 0, " str ", $! eq 'No such file or directory' ? 1 : 0, " bool ",
    $! ? 1 : 0, "\n";
$!++;
print "inc ", $! + 0, "\n";
sub fails { $! = 17; return }
fails() or print "or $!\n";
$! = 7;
print 'x';
print " kept ", $! + 0, "\n";
eval { $! = 3; die "x\n" };
print "after eval ", $! + 0,  "\n";
print "os_error ",   $^E + 0, "\n";
