# A supervisor restarts children that fail, gives up on those that fail too often, and rereads its
# configuration on SIGHUP.
use strict;
use warnings;
use POSIX ();

my %spec = (
    steady  => { run => sub { sleep 30; 0 },  max => 1 },
    crasher => { run => sub { exit 3 },       max => 3 },
    killed  => { run => sub { kill KILL => $$; sleep 5 }, max => 2 },
    once    => { run => sub { 0 },            max => 5 },
    dier    => { run => sub { $! = 0; die { code => 42 } }, max => 1 },
);
my (%running, %starts, %history, $reload, $stop);

sub start {
    my $name = shift;
    my $pid  = fork // die "fork: $!";
    if ($pid == 0) {
        $SIG{$_} = 'DEFAULT' for qw(CHLD HUP TERM);
        my $rc = eval { $spec{$name}{run}->() };
        if (my $err = $@) { $rc = ref $err eq 'HASH' ? $err->{code} : 255 }
        POSIX::_exit($rc);
    }
    $running{$pid} = $name;
    $starts{$name}++;
}

sub describe {
    my $status = shift;
    return 'ok' unless $status;
    my ($exit, $sig, $core) = ($status >> 8, $status & 127, $status & 128);
    return $sig ? "signal $sig" . ($core ? ' (core)' : '') : "exit $exit";
}

my @dead;
local $SIG{CHLD} = sub {
    local ($!, $?);
    while ((my $pid = waitpid -1, POSIX::WNOHANG()) > 0) { push @dead, [$pid, $?] }
};
local $SIG{HUP}  = sub { $reload++ };
local $SIG{TERM} = sub { $stop++ };

start($_) for sort keys %spec;
my $deadline = time + 9;
my $sent_hup;
while (time < $deadline) {
    while (my $d = shift @dead) {
        my ($pid, $status) = @$d;
        my $name = delete $running{$pid} or next;
        push @{ $history{$name} }, describe($status);
        next if $status == 0 or $stop;
        if ($starts{$name} < $spec{$name}{max}) { start($name) }
        else { push @{ $history{$name} }, 'given up' }
    }
    if ($reload) {
        $reload = 0;
        print "reloading, running: ", join(',', sort values %running), "\n";
        kill TERM => $$;
    }
    if ($stop) {
        kill TERM => keys %running;
        last unless %running;
    }
    elsif (!$sent_hup and keys %running == 1) {
        $sent_hup = 1;
        kill HUP => $$;
    }
    select undef, undef, undef, 0.01;
}

for my $name (sort keys %history) {
    printf "%-8s started %d: %s\n", $name, $starts{$name}, join ', ', @{ $history{$name} };
}
print 'children left: ', (waitpid(-1, 0) == -1 ? 'none' : 'some'), "\n";
