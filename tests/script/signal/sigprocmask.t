# POSIX sigprocmask, sigpending, sigsuspend and SigSet operations.
use strict;
use warnings;
use POSIX qw(:signal_h);
alarm 20;
my @got;
$SIG{USR1} = sub { push @got, 'USR1' };
$SIG{USR2} = sub { push @got, 'USR2' };
my $set = POSIX::SigSet->new(SIGUSR1);
print "member ", $set->ismember(SIGUSR1), $set->ismember(SIGUSR2), "\n";
my $old = POSIX::SigSet->new;
print "block ", sigprocmask(SIG_BLOCK, $set, $old), "\n";
kill USR1 => $$;
kill USR1 => $$;
kill USR2 => $$;
print "blocked, got: @got\n";
my $pend = POSIX::SigSet->new;
print "pending ", sigpending($pend), $pend->ismember(SIGUSR1), $pend->ismember(SIGUSR2), "\n";
print "old had it ", $old->ismember(SIGUSR1), "\n";
sigprocmask(SIG_UNBLOCK, $set);
my $x = 1;
print "unblocked, got: @got\n";
@got = ();
sigprocmask(SIG_BLOCK, $set);
my $pid = fork // die;
if (!$pid) { kill USR1 => getppid; POSIX::_exit(0) }
my $empty = POSIX::SigSet->new;
print "sigsuspend ", defined sigsuspend($empty) ? 1 : 'undef', " ", $!{EINTR} ? 'EINTR' : $!,
    " got @got\n";
waitpid $pid, 0;
sigprocmask(SIG_SETMASK, $old);
$set->addset(SIGINT);
$set->delset(SIGUSR1);
print $set->ismember(SIGINT), $set->ismember(SIGUSR1), "\n";
$set->fillset;
print $set->ismember(SIGTERM), "\n";
$set->emptyset;
print $set->ismember(SIGTERM), "\n";
my $cur = POSIX::SigSet->new;
sigprocmask(SIG_BLOCK, POSIX::SigSet->new(SIGHUP));
sigprocmask(SIG_BLOCK, $set, $cur);
print "current mask has HUP ", $cur->ismember(SIGHUP), "\n";
$pid = fork // die;
if (!$pid) {
    my $m = POSIX::SigSet->new;
    sigprocmask(SIG_BLOCK, $set, $m);
    print "inherited ", $m->ismember(SIGHUP), "\n";
    POSIX::_exit(0) if !close STDOUT or 1;
}
waitpid $pid, 0;
print "bad how ", defined sigprocmask(99, $set) ? 1 : "undef $!", "\n";
eval { POSIX::SigSet->new->addset(9999) };
print "bad signal ", $@ ? 'dies' : 'survives', "\n";
