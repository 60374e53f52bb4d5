# Handlers of sigaction with SA_SIGINFO get what came with the signal.
use strict;
use warnings;
use POSIX;
my @calls;
my $handler = sub { push @calls, [@_] };

sub show {
    my ($name, $fields, $bytes) = @{ shift @calls };
    print $name;
    if ($fields) {
        print " $_=", $_ eq 'pid' ? $fields->{pid} == $$ : $_ eq 'uid' ? $fields->{uid} == $< : $fields->{$_}
            for qw(code errno pid signo uid);
        print ' ', join(',', sort keys %$fields), ' ', length $bytes, ' ', (unpack 'i', $bytes) == $fields->{signo};
    }
    print "\n";
}

sigaction(SIGUSR1, POSIX::SigAction->new($handler, POSIX::SigSet->new, SA_SIGINFO));
kill USR1 => $$;
show();
my $safe = POSIX::SigAction->new($handler, POSIX::SigSet->new, SA_SIGINFO);
$safe->safe(1);
sigaction(SIGUSR1, $safe);
kill USR1 => $$;
show();
sigaction(SIGUSR1, POSIX::SigAction->new($handler));
kill USR1 => $$;
show();
sigaction(SIGUSR2, POSIX::SigAction->new($handler, POSIX::SigSet->new, SA_SIGINFO));
$SIG{USR2} = $handler;
kill USR2 => $$;
show();

sigaction(SIGCHLD, POSIX::SigAction->new($handler, POSIX::SigSet->new, SA_SIGINFO));
my $pid = fork // die $!;
POSIX::_exit(3) if !$pid;
for (1 .. 100) { last if @calls; select undef, undef, undef, 0.05 }
print scalar @calls, " $calls[0][1]{status} $calls[0][1]{code} ", $calls[0][1]{pid} == $pid, "\n";
