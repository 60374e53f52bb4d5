# IO::Socket::UNIX: sockets with names in the file system.
package IO::Socket::UNIX;
use strict;
require IO::Socket;
our $VERSION = '1.49';
our @ISA = ('IO::Socket');
IO::Socket::UNIX->register_domain(Socket::AF_UNIX());

sub new {
    my $class = shift;
    unshift @_, 'Peer' if @_ == 1;
    return $class->SUPER::new(@_);
}

sub _plain_new { \&new }

sub configure {
    my ($sock, $args) = @_;
    my $type = $args->{Type} || Socket::SOCK_STREAM();
    $sock->socket(Socket::AF_UNIX(), $type, 0) or return undef;
    $sock->blocking($args->{Blocking}) if exists $args->{Blocking};
    if (defined $args->{Local}) {
        $sock->bind(Socket::pack_sockaddr_un($args->{Local})) or return undef;
    }
    if (exists $args->{Listen} && $type != Socket::SOCK_DGRAM()) {
        $sock->listen($args->{Listen} || 5) or return undef;
    }
    elsif (exists $args->{Peer}) {
        $sock->connect(Socket::pack_sockaddr_un($args->{Peer})) or return undef;
    }
    return $sock;
}

sub _path {
    my $name = shift;
    return undef if !$name;
    return scalar Socket::unpack_sockaddr_un($name);
}

sub hostpath { _path($_[0]->sockname) }
sub peerpath { _path($_[0]->peername) }

1;
