# read counts what came before a handler ran; waitpid that went on after one leaves EINTR in $!.
use strict;
use warnings;
use POSIX ();
$| = 1;
pipe my $r, my $w or die;
local $SIG{USR1} = sub { print "handler\n"; syswrite $w, "56789" };
syswrite $w, "1234";
my $parent = $$;
my $pid = fork // die;
if (!$pid) { select undef, undef, undef, 0.3; kill USR1 => $parent; POSIX::_exit(0) }
my $n = read $r, my $b, 9;
print "$n $b\n";
waitpid $pid, 0;
$SIG{USR1} = sub { print "again\n" };
my $slow = fork // die;
if (!$slow) { select undef, undef, undef, 0.3; kill USR1 => $parent; select undef, undef, undef, 0.3; POSIX::_exit(3) }
$! = 0;
print waitpid($slow, 0) == $slow ? 1 : 0, $? >> 8, $!{EINTR} ? 1 : 0, "\n";
