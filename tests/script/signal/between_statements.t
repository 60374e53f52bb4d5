# When handlers run: between statements and at branches, not inside an expression; once for each pass.
use strict;
use warnings;
$| = 1;

$SIG{CHLD} = sub { print "chld\n" };
print '1 ', `echo x`;
print "after\n";
my $v = `echo y`;
print "after $v";
print '2 ', scalar(`echo x`), "\n";
print "after\n";
print '3 ', system('true'), "\n";
print "after\n";
system 'true';
print "after\n";
open my $p, '-|', 'echo z; sleep 0.2' or die;
print '4 ', scalar(<$p>), close($p), "\n";
print "after\n";
if (`echo a` eq "a\n") { print "5\n" }
system('true') == 0 or print "not reached\n";
print "6\n";
print '7 ', system('true') == 0 ? "yes\n" : "no\n";
# The child ends when the statement that waits for it is at work.
pipe(my $gate, my $opener) or die;
my $pid = fork // die;
unless ($pid) { close $opener; my $wait = <$gate>; exit 0 }
close $gate;
print '8 ', (close($opener), waitpid($pid, 0))[1] == $pid, "\n";
print "after\n";
sub run { return system 'true' }
my $status = run();
print "9 $status\n";
$SIG{CHLD} = 'DEFAULT';

my $n = 0;
$SIG{USR1} = sub { print 'in ', $n++, "\n"; kill USR1 => $$ if $n < 4; print "out $n\n" };
kill USR1 => $$;
print "a\n";
print "b\n";
print "c\n";

my ($depth, $sent) = (0, 0);
$SIG{USR1} = sub {
    print "one at $depth\n";
    ++$depth;
    if (!$sent++) { kill USR1 => $$; print "sent\n"; kill USR2 => $$; print "sent\n" }
    print "leaving\n";
    --$depth;
};
$SIG{USR2} = sub {
    print "two at $depth\n";
    if ($sent++ < 4) { kill USR1 => $$; print "sent one\n"; kill USR2 => $$; print "sent two\n" }
};
kill USR1 => $$;
print "done\n";
print "done\n";

$SIG{USR1} = sub {
    local $SIG{USR1} = sub { print "inner\n" };
    kill USR1 => $$;
    print "blocked\n";
};
kill USR1 => $$;
print "a\n";
print "b\n";
$SIG{USR1} = 'IGNORE';

# A handler that dies leaves what had arrived with it to the next signal.
use POSIX ();
my $set = POSIX::SigSet->new(map { POSIX->can("SIG$_")->() } qw(HUP USR1 TERM));
for my $name (qw(HUP USR1 TERM)) { $SIG{$name} = sub { print "got $name\n"; die "died\n" if $name eq 'HUP' } }
POSIX::sigprocmask(POSIX::SIG_BLOCK(), $set);
kill $_ => $$ for qw(TERM USR1 HUP);
eval { POSIX::sigprocmask(POSIX::SIG_UNBLOCK(), $set) };
print "E $@";
print "nothing yet\n";
kill TERM => $$;
print "end\n";
