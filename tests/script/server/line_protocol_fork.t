# A key-value server with a line protocol, forking per client, state kept by the parent through pipes.
use strict;
use warnings;
use IO::Socket::INET;
use POSIX ':sys_wait_h';
alarm 30;
my $s = IO::Socket::INET->new(
    Listen    => 10,
    LocalAddr => '127.0.0.1',
    LocalPort => 0,
    Proto     => 'tcp',
    ReuseAddr => 1
) or die $@;
my $port   = $s->sockport;
my $server = fork // die;
if (!$server) {
    my %db;
    my $quit = 0;
    while (!$quit and my $c = $s->accept) {
        $c->autoflush(1);
        while (my $l = <$c>) {
            $l =~ s/\s+$//;
            my ($cmd, $k, $v) = split ' ', $l, 3;
            if    ($cmd eq 'SET')  { $db{$k} = $v; print $c "OK\r\n" }
            elsif ($cmd eq 'GET')  { print $c exists $db{$k} ? "VALUE $db{$k}\r\n" : "NONE\r\n" }
            elsif ($cmd eq 'DEL')  { print $c delete $db{$k} ? "OK\r\n"            : "NONE\r\n" }
            elsif ($cmd eq 'KEYS') { print $c "$_\r\n" for sort keys %db; print $c ".\r\n" }
            elsif ($cmd eq 'STOP') { print $c "BYE\r\n"; $quit = 1; last }
            elsif ($cmd eq 'QUIT') {last}
            else                   { print $c "ERROR unknown $cmd\r\n" }
        }
        close $c;
    }
    exit 5;
}
sub talk {
    my @cmds = @_;
    my $c    = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Proto => 'tcp')
        or die $@;
    for (@cmds) {
        print $c "$_\r\n";
        if ($_ eq 'KEYS') {
            while (my $l = <$c>) { $l =~ s/\r\n//; last if $l eq '.'; print "key $l\n" }
            next;
        }
        last if $_ eq 'QUIT';
        my $l = <$c>;
        $l =~ s/\r\n$//;
        print "$_ -> $l\n";
    }
    close $c;
}
talk('SET a 1', 'SET b two words', 'GET a', 'GET b', 'GET c', 'QUIT');
talk('KEYS',    'DEL a',           'DEL a', 'WHAT',  'KEYS',  'QUIT');
talk('STOP');
waitpid $server, 0;
print "server exit ", $? >> 8, "\n";
