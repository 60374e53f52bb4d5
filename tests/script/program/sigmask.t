# Signal masks with POSIX: block, pending, sigsuspend, sigaction flags, delivery order after unblocking.
use strict;
use warnings;
use POSIX qw(:signal_h :errno_h :sys_wait_h);

my @log;
sub handler { push @log, shift }
for my $name (qw(USR1 USR2 HUP)) { $SIG{$name} = \&handler }

my $set = POSIX::SigSet->new(SIGUSR1, SIGUSR2);
my $old = POSIX::SigSet->new;
print "block: ", (sigprocmask(SIG_BLOCK, $set, $old) ? 'ok' : "failed $!"), "\n";
print "old had USR1: ", $old->ismember(SIGUSR1), "\n";
kill USR1 => $$;
kill USR1 => $$;
kill USR2 => $$;
kill HUP => $$;
print "delivered while blocked: @log\n";
my $pending = POSIX::SigSet->new;
sigpending($pending);
print "pending: ", join(' ', map { my $n = eval "SIG$_"; "$_=" . $pending->ismember($n) } qw(USR1 USR2 HUP)), "\n";
sigprocmask(SIG_SETMASK, $old);
print "after: ", join(' ', sort @log), "\n";

# sigsuspend waits for a child's signal without a race.
@log = ();
sigprocmask(SIG_BLOCK, POSIX::SigSet->new(SIGUSR1), $old);
my $parent = $$;
my $pid = fork // die;
if (!$pid) { kill USR1 => $parent; POSIX::_exit(4) }
my $none = POSIX::SigSet->new;
$none->emptyset;
my $wait = POSIX::SigSet->new;
$wait->fillset;
$wait->delset(SIGUSR1);
my $rc = sigsuspend($wait);
print "sigsuspend: ", defined $rc ? $rc : 'undef', ' ', ($! == EINTR ? 'EINTR' : "$!"), " log @log\n";
sigprocmask(SIG_SETMASK, $old);
waitpid $pid, 0;
print "child: ", WIFEXITED($?) ? 'exited ' . WEXITSTATUS($?) : 'no', "\n";

# sigaction: with its own mask, and what it says about the old action.
my $inner = 0;
my $action = POSIX::SigAction->new(
    sub {
        push @log, 'enter';
        kill USR2 => $$;
        push @log, 'leave';
    },
    POSIX::SigSet->new(SIGUSR2),
    SA_RESTART,
);
@log = ();
$action->safe(0);
my $before = POSIX::SigAction->new;
sigaction(SIGUSR1, $action, $before) or die "sigaction: $!";
print "old handler is ", (ref $before->handler eq 'CODE' ? 'code' : $before->handler), "\n";
print "flags: ", $action->flags & SA_RESTART ? 'restart' : 'none', ' safe: ', $action->safe ? 1 : 0, "\n";
kill USR1 => $$;
print "order: @log\n";
print "in %SIG: ", ref $SIG{USR1}, "\n";

# A block that must not be interrupted.
sub protected(&) {
    my $code = shift;
    my $all  = POSIX::SigSet->new;
    $all->fillset;
    my $saved = POSIX::SigSet->new;
    sigprocmask(SIG_SETMASK, $all, $saved);
    my @r = eval { $code->() };
    my $err = $@;
    sigprocmask(SIG_SETMASK, $saved);
    die $err if $err;
    @r;
}
@log = ();
my @r = protected { kill HUP => $$; push @log, 'inside'; (1, 2) };
print "protected: @r, log: @log\n";
eval { protected { kill HUP => $$; die "broken\n" } };
print "died: $@", "log: @log\n";

# The mask is inherited over fork and exec.
sigprocmask(SIG_BLOCK, POSIX::SigSet->new(SIGTERM), $old);
print "exec keeps the mask: ", `$^X -MPOSIX -e 'my \$s = POSIX::SigSet->new; sigprocmask(SIG_BLOCK, POSIX::SigSet->new, \$s); print \$s->ismember(SIGTERM)'`, "\n";
sigprocmask(SIG_SETMASK, $old);
my $one_shot = POSIX::SigAction->new(sub { push @log, 'once' }, POSIX::SigSet->new, SA_RESETHAND);
sigaction(SIGHUP, $one_shot);
kill HUP => $$;
print "reset to ", ref $SIG{HUP} || $SIG{HUP}, "\n";
