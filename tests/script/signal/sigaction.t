# POSIX::sigaction: installing, reading back, masks, flags, interplay with %SIG.
use strict;
use warnings;
use POSIX qw(:signal_h);
alarm 20;
my @got;
my $act = POSIX::SigAction->new(sub { push @got, "A$_[0]" }, POSIX::SigSet->new(SIGUSR2), 0);
print "set ", sigaction(SIGUSR1, $act), "\n";
kill USR1 => $$;
print "@got\n";
print "in %SIG ", ref $SIG{USR1}, "\n";
my $old = POSIX::SigAction->new;
sigaction(SIGUSR1, POSIX::SigAction->new('main::named'), $old);
print "old handler ", ref $old->{HANDLER} || $old->handler, "\n";
sub named { push @got, "N$_[0]" }
@got = ();
kill USR1 => $$;
print "@got %SIG $SIG{USR1}\n";
sigaction(SIGUSR1, POSIX::SigAction->new('IGNORE'));
@got = ();
kill USR1 => $$;
print "ignored ", scalar(@got), " $SIG{USR1}\n";
sigaction(SIGUSR1, POSIX::SigAction->new('DEFAULT'));
print "default $SIG{USR1}\n";
@got = ();
sigaction(SIGUSR1,
    POSIX::SigAction->new(sub { push @got, 'once' }, POSIX::SigSet->new, SA_RESETHAND));
kill USR1 => $$;
my $pid = fork // die;
if (!$pid) { kill USR1 => $$; POSIX::_exit(0) }
waitpid $pid, 0;
print "resethand @got, then ", $? & 127, "\n";
sigaction(SIGUSR1, POSIX::SigAction->new(sub { push @got, 'restart' }, undef, SA_RESTART));
print "flags ", do {
    my $o = POSIX::SigAction->new;
    sigaction(SIGUSR1, undef, $o);
    $o->flags & SA_RESTART ? 1 : 0;
}, "\n";
eval { sigaction(-999, $act) };
print $@ =~ s/ at .*//sr || "undef $!", "\n";
print "kill ", defined sigaction(SIGKILL, $act) ? 1 : "undef $!", "\n";
my $safe = POSIX::SigAction->new(sub { push @got, 'safe' }, POSIX::SigSet->new, 0);
$safe->safe(1);
@got = ();
sigaction(SIGUSR2, $safe);
kill USR2 => $$;
print "@got safe ", $safe->safe, "\n";
print ref $act->mask, " ", ref $act->handler, " ", $act->flags, "\n";
{
    local $SIG{USR2} = sub { push @got, 'local' };
    kill USR2 => $$;
}
@got = ();
kill USR2 => $$;
print "after local @got\n";
