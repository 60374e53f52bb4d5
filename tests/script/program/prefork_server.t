# A pre-forking TCP server: the parent binds, three workers accept, SIGTERM drains them.
use strict;
use warnings;
use IO::Socket::INET;
use POSIX qw(:sys_wait_h :signal_h);

$| = 1;
my %config = (workers => 3, requests_per_worker => 100);
my $server = IO::Socket::INET->new(
    LocalAddr => '127.0.0.1',
    LocalPort => 0,
    Proto     => 'tcp',
    Listen    => 16,
    ReuseAddr => 1,
) or die "cannot listen: $@";
my $port = $server->sockport;
printf "listening: %s\n", $port > 0 ? 'yes' : 'no';

my (%worker, %reaped);
pipe my $ready_r, my $ready_w or die "pipe: $!";

sub worker_loop {
    my ($slot) = @_;
    my $running = 1;
    $SIG{TERM} = sub { $running = 0 };
    $SIG{INT}  = 'IGNORE';
    syswrite $ready_w, '.';
    my $served = 0;
    while ($running && $served < $config{requests_per_worker}) {
        my $client = $server->accept or do {
            next if $!{EINTR};
            die "accept: $!";
        };
        $client->autoflush(1);
        while (defined(my $line = <$client>)) {
            $line =~ s/\r?\n\z//;
            if ($line =~ /^ECHO (.*)/)            { print $client "200 $1\r\n" }
            elsif ($line =~ /^SUM ([\d ]+)$/)     { my $t = 0; $t += $_ for split ' ', $1; print $client "200 $t\r\n" }
            elsif ($line =~ /^REV (.*)/)          { print $client "200 ", scalar reverse($1), "\r\n" }
            elsif ($line eq 'QUIT')               { print $client "221 bye\r\n"; last }
            else                                  { print $client "500 what?\r\n" }
        }
        close $client;
        $served++;
    }
    return $slot;
}

for my $slot (1 .. $config{workers}) {
    defined(my $pid = fork) or die "fork: $!";
    if (!$pid) {
        my $rc = eval { worker_loop($slot) };
        $SIG{TERM} = "IGNORE";
        POSIX::_exit(defined $rc ? 10 + $rc : 99);
    }
    $worker{$pid} = $slot;
}
my $ready = 0;
$ready += sysread $ready_r, my $dots, 8 while $ready < $config{workers};
printf "workers: %s\n", join ',', sort values %worker;

sub talk {
    my @commands = @_;
    my $c = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Proto => 'tcp', Timeout => 5)
        or die "connect: $@";
    my @answers;
    for (@commands) {
        print {$c} "$_\r\n";
        my $answer = <$c>;
        local $/ = "\r\n";
        chomp $answer;
        push @answers, $answer;
    }
    close $c;
    return @answers;
}

my @work = (
    ['ECHO hello world', 'QUIT'],
    ['SUM 1 2 3 4', 'SUM 100', 'QUIT'],
    ['REV stressed', 'nonsense', 'QUIT'],
    map { ["ECHO number $_", 'QUIT'] } 1 .. 6,
);
for my $i (0 .. $#work) {
    my @a = talk(@{ $work[$i] });
    print "client $i: ", join(' | ', @a), "\n";
}

kill TERM => keys %worker;
my $deadline = time + 8;
while (%worker && time < $deadline) {
    while ((my $pid = waitpid -1, WNOHANG) > 0) {
        my $slot = delete $worker{$pid};
        $reaped{$slot} = WIFEXITED($?) ? 'exit ' . WEXITSTATUS($?) : 'signal ' . WTERMSIG($?);
    }
    # A worker that was signalled just before it entered accept needs another push.
    if (%worker) { select undef, undef, undef, 0.02; kill TERM => keys %worker }
}
print "worker $_: $reaped{$_}\n" for sort keys %reaped;
print "left: ", scalar(keys %worker), "\n";
