# IO::Socket::INET: TCP and UDP over IPv4.
package IO::Socket::INET;
use strict;
require IO::Socket;
our $VERSION = '1.49';
our @ISA = ('IO::Socket');
IO::Socket::INET->register_domain(Socket::AF_INET());

my %protocol = (icmp => 1, tcp => 6, udp => 17);
my %protocol_name = reverse %protocol;
my @socket_options = (['ReuseAddr', Socket::SO_REUSEADDR()], ['Reuse', Socket::SO_REUSEADDR()],
    ['ReusePort', Socket::SO_REUSEPORT()], ['Broadcast', Socket::SO_BROADCAST()]);

sub _EINVAL () { 22 }

sub new {
    my $class = shift;
    unshift @_, 'PeerAddr' if @_ == 1;
    return $class->SUPER::new(@_);
}

sub _plain_new { \&new }

# Gives up: the message goes to $@ and $IO::Socket::errstr, the error number to $!.
sub _error {
    my ($sock, $errno, $message) = @_;
    {
        local $!;
        my $title = ref($sock) . ': ';
        $IO::Socket::errstr = $@ = index($message, $title) == 0 ? $message : $title . $message;
        $sock->close if defined fileno $sock;
    }
    $! = $errno;
    return undef;
}

# Address, port and protocol number from "host:port", "service(number)" and a protocol's name; dies with the
# message when one of them is unknown.
sub _resolve {
    my ($address, $service, $name) = @_;
    my $port = $service;
    $port = $1 if !defined $port && defined $address && $address =~ s/:([\w()\/]+)$//;
    my $protocol = $name;
    if (defined $name) {
        $protocol = $protocol{$name} // ($name =~ /\D/ ? getprotobyname $name : $name);
        die "Bad protocol '$name'\n" if !defined $protocol;
    }
    # A number is good enough as a port, wherever it comes from.
    if (defined $port && $port =~ /^(\d+)$/) { $port = $1 }
    elsif (defined $port) {
        my $fallback = $port =~ s/\((\d+)\)$// ? $1 : undef;
        if ($port =~ /^(\d+)$/) { $port = $1 }
        elsif ($port =~ /\D/) {
            my $through = defined $protocol ? $protocol_name{$protocol} // getprotobynumber $protocol : undef;
            my @entry = getservbyname $port, defined $through ? $through : 'tcp';
            @entry = getservbyname $port, 'udp' if !@entry && !defined $through;
            $port = @entry ? $entry[2] : $fallback;
            die "Bad service '" . (defined $service ? $service : '') . "'\n" if !defined $port;
            $protocol = $protocol{ $entry[3] } // getprotobyname $entry[3] if @entry && !defined $protocol;
        }
    }
    return ($address || undef, $port || undef, $protocol || undef);
}

sub _addresses {
    my ($host, $all) = @_;
    if ($all && $host !~ /^\d+(?:\.\d+){3}$/) {
        my (undef, undef, undef, undef, @found) = gethostbyname $host;
        return @found;
    }
    return grep { defined } Socket::inet_aton($host);
}

sub configure {
    my ($sock, $args) = @_;
    $args->{LocalAddr} = $args->{LocalHost} if exists $args->{LocalHost} && !exists $args->{LocalAddr};
    $args->{PeerAddr} = $args->{PeerHost} if exists $args->{PeerHost} && !exists $args->{PeerAddr};
    $args->{LocalPort} = $args->{LocalService} if exists $args->{LocalService} && !exists $args->{LocalPort};
    $args->{PeerPort} = $args->{PeerService} if exists $args->{PeerService} && !exists $args->{PeerPort};

    my ($local, $local_port, $protocol, $peer, $peer_port);
    my $unchanged = $@;
    my $ok = eval {
        ($local, $local_port, $protocol) = _resolve($args->{LocalAddr}, $args->{LocalPort}, $args->{Proto});
        1;
    };
    return _error($sock, $! + 0, _line($@)) if !$ok;
    my $local_address = Socket::INADDR_ANY();
    if (defined $local) {
        ($local_address) = _addresses($local);
        return _error($sock, _EINVAL, "Bad hostname '$local'") if !defined $local_address;
    }
    $ok = eval {
        my $found;
        ($peer, $peer_port, $found) = _resolve($args->{PeerAddr}, $args->{PeerPort}, $protocol // $args->{Proto})
            if !exists $args->{Listen};
        $protocol //= $found;
        1;
    };
    return _error($sock, $! + 0, _line($@)) if !$ok;
    $@ = $unchanged;

    $protocol ||= $protocol{tcp};
    my $type = $args->{Type};
    if (!$type) {
        my $name = $protocol_name{$protocol} // '';
        $type = $name eq 'udp' ? Socket::SOCK_DGRAM() : $name eq 'icmp' ? Socket::SOCK_RAW() : Socket::SOCK_STREAM();
    }
    my @peers;
    if (defined $peer) {
        @peers = _addresses($peer, $args->{MultiHomed});
        return _error($sock, _EINVAL, "Bad hostname '$peer'") if !@peers;
    }

    while (1) {
        $sock->socket(Socket::AF_INET(), $type, $protocol) or return _error($sock, $! + 0, "$!");
        $sock->blocking($args->{Blocking}) if defined $args->{Blocking};
        for my $option (@socket_options) {
            next if !$args->{ $option->[0] };
            $sock->sockopt($option->[1], 1) or return _error($sock, $! + 0, "$!");
        }
        if (defined $local_port || $local_address ne Socket::INADDR_ANY() || exists $args->{Listen}) {
            $sock->bind($local_port || 0, $local_address) or return _error($sock, $! + 0, "$!");
        }
        if (exists $args->{Listen}) {
            $sock->listen($args->{Listen} || 5) or return _error($sock, $! + 0, "$!");
            last;
        }
        last if !defined $peer;
        if (!$peer_port && $type != Socket::SOCK_DGRAM() && $type != Socket::SOCK_RAW()) {
            return _error($sock, _EINVAL, 'Cannot determine remote port');
        }
        last if $type != Socket::SOCK_STREAM() && !defined $peer_port;
        my $address = shift @peers;
        $@ = '';
        if ($sock->connect($peer_port, $address)) {
            $@ = $unchanged;
            return $sock;
        }
        return _error($sock, $! + 0, $@ || 'Timeout') if !@peers;
    }
    return $sock;
}

sub _line { my $text = shift; chomp $text; $text }

sub connect {
    _croak('usage: $sock->connect(NAME) or $sock->connect(PORT, ADDR)') if @_ != 2 && @_ != 3;
    my $sock = shift;
    return $sock->SUPER::connect(@_ == 1 ? $_[0] : Socket::pack_sockaddr_in(@_));
}

sub bind {
    _croak('usage: $sock->bind(NAME) or $sock->bind(PORT, ADDR)') if @_ != 2 && @_ != 3;
    my $sock = shift;
    return $sock->SUPER::bind(@_ == 1 ? $_[0] : Socket::pack_sockaddr_in(@_));
}

sub _croak { require Carp; Carp::croak(@_) }

# Part of a socket name: 0 is the port, 1 the address.
sub _part {
    my ($name, $part) = @_;
    return undef if !$name;
    return (Socket::unpack_sockaddr_in($name))[$part];
}

sub _text { defined $_[0] ? Socket::inet_ntoa($_[0]) : undef }

sub sockport { _part($_[0]->sockname, 0) }
sub peerport { _part($_[0]->peername, 0) }
sub sockaddr { _part($_[0]->sockname, 1) }
sub peeraddr { _part($_[0]->peername, 1) }
sub sockhost { _text($_[0]->sockaddr) }
sub peerhost { _text($_[0]->peeraddr) }

1;
