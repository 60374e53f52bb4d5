# POSIX::sigaction: handlers that are not safe run at once and may restart the call; SA_NODEFER.
use strict;
use warnings;
use POSIX;
$| = 1;

sub act {
    my ($handler, $flags, $safe, @mask) = @_;
    my $action = POSIX::SigAction->new($handler, POSIX::SigSet->new(@mask), $flags);
    $action->safe(1) if $safe;
    sigaction(SIGUSR1, $action) or die "sigaction: $!";
}

# Signals after .1 s, writes a line after .3 s.
sub later {
    my ($handle) = @_;
    my $parent = $$;
    my $pid = fork // die "fork: $!";
    return $pid if $pid;
    select undef, undef, undef, .1;
    kill USR1 => $parent;
    if ($handle) { select undef, undef, undef, .2; syswrite $handle, "line\n" }
    POSIX::_exit(0);
}
sub shown { my $v = shift; defined $v ? $v : 'undef' }

pipe my $r, my $w or die;
for my $flags (0, SA_RESTART) {
    for my $safe (0, 1) {
        my $name = ($flags ? 'restart' : 'plain') . ($safe ? ' safe' : '');
        act(sub { print "  handler\n" }, $flags, $safe);
        my $pid = later($w);
        $! = 0;
        my $n = sysread $r, my $buffer, 100;
        print "$name sysread: ", shown($n), ' ', $! + 0, "\n";
        waitpid $pid, 0;
        sysread $r, $buffer, 100 unless $n;
        $pid = later($w);
        my $line = <$r>;
        print "$name readline: $line";
        waitpid $pid, 0;
    }
    for my $call (
        [sysread  => sub { sysread $r, my $b, 10 }],
        [readline => sub { my $l = <$r> }],
        [sleep    => sub { sleep 5 }],
        [select   => sub { select undef, undef, undef, 5 }],
        [wait     => sub { my $p = fork; if (!$p) { sleep 1; POSIX::_exit(0) } waitpid $p, 0 }],
        [system   => sub { system 'sleep 0.3' }],
    ) {
        act(sub { die "died\n" }, $flags, 0);
        my $pid = later();
        my $ok = eval { $call->[1]->(); 1 };
        print $flags ? 'restart' : 'plain', " $call->[0]: ", $ok ? "went on\n" : $@;
        waitpid $pid, 0;
    }
}
1 while wait > 0;

my $pid = fork // die;
if (!$pid) {
    act(sub { print "exit\n"; exit 3 }, SA_RESTART, 0);
    later();
    my $line = <$r>;
    print "not reached\n";
}
waitpid $pid, 0;
print $? >> 8, "\n";

my ($depth, $sent);
$SIG{USR2} = sub { print "  two at $depth\n" };
for my $safe (0, 1) {
    for my $flags (0, SA_NODEFER, SA_SIGINFO) {
        print "flags $flags safe $safe\n";
        ($depth, $sent) = (0, 0);
        act(sub {
            my $mask = POSIX::SigSet->new;
            sigprocmask(SIG_BLOCK, undef, $mask);
            print "  at $depth with ", scalar @_, " blocked",
                (map { " $_" } grep { $mask->ismember($_) } SIGUSR1, SIGUSR2), "\n";
            ++$depth;
            if (!$sent++) {
                kill USR1 => $$;
                print "  sent\n";
                kill USR2 => $$;
                print "  sent\n";
            }
            --$depth;
        }, $flags, $safe, SIGUSR2);
        kill USR1 => $$;
        print "  done\n";
    }
}
