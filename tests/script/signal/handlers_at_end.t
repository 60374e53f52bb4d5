# What %SIG catches is the system's default again when END blocks and the last destructors run.
use strict;
use warnings;
use POSIX ();
$| = 1;

sub in_child {
    my ($name, $code) = @_;
    print "$name:\n";
    my $pid = fork // die "fork: $!";
    if (!$pid) { $code->(); exit 3 }
    waitpid $pid, 0;
    printf "  signal %d status %d\n", $? & 127, $? >> 8;
}
our $at_end;
END {
    if ($at_end) { print "  end\n"; $at_end->(); print "  still there\n" }
}

in_child caught => sub {
    $SIG{USR1} = sub { print "  handler\n" };
    $at_end = sub { print '  ', ref $SIG{USR1}, "\n"; kill USR1 => $$ };
};
in_child ignored => sub { $SIG{USR1} = 'IGNORE'; $at_end = sub { kill USR1 => $$ } };
in_child 'ignored by default' => sub {
    $SIG{WINCH} = sub { print "  handler\n" };
    $at_end = sub { kill WINCH => $$ };
};
in_child 'set there' => sub {
    $at_end = sub {
        $SIG{USR1} = sub { print "  handler\n" };
        kill USR1 => $$;
        local $SIG{ALRM} = sub { die "alarm\n" };
        alarm 1;
        eval { sleep 5 };
        print "  $@";
    };
};
in_child sigaction => sub {
    POSIX::sigaction(POSIX::SIGUSR1(), POSIX::SigAction->new(sub { print "  handler\n" }));
    $at_end = sub { kill USR1 => $$ };
};
in_child 'safe sigaction' => sub {
    my $action = POSIX::SigAction->new(sub { print "  handler\n" });
    $action->safe(1);
    POSIX::sigaction(POSIX::SIGUSR1(), $action);
    $at_end = sub { kill USR1 => $$ };
};
in_child children => sub {
    $SIG{CHLD} = sub { print "  child\n"; 1 while waitpid(-1, 1) > 0 };
    $at_end = sub { print '  ', `echo text`; print '  ', system('true'), "\n" };
};
in_child 'die' => sub {
    $SIG{USR1} = sub { print "  handler\n" };
    $at_end = sub { kill USR1 => $$ };
    close STDERR;
    die "over\n";
};

package Late;
sub DESTROY { print "  destroyed\n"; kill USR2 => $$; print "  not reached\n" }

package main;
our $late;
in_child destructor => sub {
    $SIG{USR2} = sub { print "  handler\n" };
    $late = bless [], 'Late';
};
