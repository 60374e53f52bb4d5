# IO::Socket: what sockets of every family have in common. A socket's attributes live in its glob's hash, under
# io_socket_...
package IO::Socket;
use strict;
require IO::Handle;
require Socket;
require Exporter;
our $VERSION = '1.49';
our @ISA = ('IO::Handle');
our @EXPORT_OK = qw(sockatmark);
our $errstr;

# The errno values that connect and accept tell apart.
sub _EINPROGRESS () { 115 }
sub _EWOULDBLOCK () { 11 }
sub _EISCONN ()     { 106 }
sub _ETIMEDOUT ()   { 110 }

sub _croak { require Carp; Carp::croak(@_) }

# `use IO::Socket` and of its subclasses gives what `use Socket` gives.
sub import {
    my $class = shift;
    my $into = caller;
    if (@_ && $_[0] eq 'sockatmark') {
        no strict 'refs';
        *{"${into}::sockatmark"} = \&sockatmark;
        return;
    }
    if (!@_ && @Socket::EXPORT && !@Socket::EXPORT_FAIL) {
        no strict 'refs';
        for (@Socket::EXPORT) {
            if (/^\w/) { *{"${into}::$_"} = \&{"Socket::$_"} }
            else { Exporter::export('Socket', $into, $_) }
        }
        return;
    }
    Exporter::export('Socket', $into, @_);
}

my @domain_class = ();

sub register_domain {
    my ($class, $domain) = @_;
    $domain_class[$domain] = $class;
}

sub new {
    my ($class, %args) = @_;
    my $sock = $class->SUPER::new;
    $sock->autoflush(1);
    ${*$sock}{io_socket_timeout} = delete $args{Timeout};
    return %args || @_ > 2 && $class ne 'IO::Socket' ? $sock->configure(\%args) : $sock;
}

sub configure {
    my ($sock, $args) = @_;
    my $domain = delete $args->{Domain};
    _croak('IO::Socket: Cannot configure a generic socket') if !defined $domain;
    if (!$domain_class[$domain]) {
        require IO::Socket::INET;
        require IO::Socket::UNIX;
    }
    my $class = $domain_class[$domain] or _croak('IO::Socket: Unsupported socket domain');
    _croak(q(IO::Socket: Cannot configure socket in domain '$domain')) if ref $sock ne 'IO::Socket';
    bless $sock, $class;
    return $sock->configure($args);
}

sub socket {
    _croak('usage: $sock->socket(DOMAIN, TYPE, PROTOCOL)') if @_ != 4;
    my ($sock, $domain, $type, $protocol) = @_;
    socket $sock, $domain, $type, $protocol or return undef;
    @{*$sock}{qw(io_socket_domain io_socket_type io_socket_proto)} = ($domain, $type, $protocol);
    return $sock;
}

sub socketpair {
    _croak('usage: IO::Socket->socketpair(DOMAIN, TYPE, PROTOCOL)') if @_ != 4;
    my ($class, $domain, $type, $protocol) = @_;
    my ($one, $other) = ($class->new, $class->new);
    socketpair $one, $other, $domain, $type, $protocol or return ();
    for my $sock ($one, $other) {
        @{*$sock}{qw(io_socket_domain io_socket_type io_socket_proto)} = ($domain, $type, $protocol);
    }
    return ($one, $other);
}

sub connect {
    _croak('usage: $sock->connect(NAME)') if @_ != 2;
    my ($sock, $address) = @_;
    my $timeout = ${*$sock}{io_socket_timeout};
    my $blocking;
    $blocking = $sock->blocking(0) if $timeout;
    my $error = 0;
    if (!connect $sock, $address) {
        $error = $! + 0;
        my $pending = $error == _EINPROGRESS || $error == _EWOULDBLOCK;
        if ($timeout && $pending) {
            require IO::Select;
            my $set = IO::Select->new($sock);
            undef $!;
            my (undef, $writable, $failed) = IO::Select::select(undef, $set, $set, $timeout);
            if (!defined $writable) {
                $error = $! || _ETIMEDOUT;
                $@ = $! ? "connect: $!" : 'connect: timeout';
            }
            else {
                $error = $sock->getsockopt(Socket::SOL_SOCKET(), Socket::SO_ERROR());
                if ($error) {
                    $! = $error;
                    $@ = "connect: $!";
                }
            }
        }
        elsif ($pending && !$sock->blocking) { $error = 0 if $error == _EINPROGRESS }
        else { $@ = "connect: $!" }
    }
    $sock->blocking(1) if $blocking;
    $! = $error if $error;
    return $error ? undef : $sock;
}

sub close {
    _croak('usage: $sock->close()') if @_ != 1;
    my $sock = shift;
    ${*$sock}{io_socket_peername} = undef;
    return $sock->SUPER::close;
}

sub bind {
    _croak('usage: $sock->bind(NAME)') if @_ != 2;
    my ($sock, $address) = @_;
    return bind($sock, $address) ? $sock : undef;
}

sub listen {
    _croak('usage: $sock->listen([QUEUE])') if @_ < 1 || @_ > 2;
    my ($sock, $queue) = @_;
    return listen($sock, $queue && $queue > 0 ? $queue : 5) ? $sock : undef;
}

sub accept {
    _croak('usage $sock->accept([PKG])') if @_ < 1 || @_ > 2;
    my ($sock, $class) = @_;
    $class ||= ref $sock;
    my $timeout = ${*$sock}{io_socket_timeout};
    if (defined $timeout) {
        require IO::Select;
        if (!IO::Select->new($sock)->can_read($timeout)) {
            $@ = 'accept: timeout';
            $! = _ETIMEDOUT;
            return;
        }
    }
    my $new = _fresh($class, $timeout);
    my $peer = accept $new, $sock or return;
    ${*$new}{$_} = ${*$sock}{$_} for qw(io_socket_domain io_socket_type io_socket_proto);
    return wantarray ? ($new, $peer) : $new;
}

# An object for an accepted socket. A class with a constructor of its own makes it itself.
sub _fresh {
    my ($class, $timeout) = @_;
    my $new = $class->can('new');
    if ($new != \&new && !($class->can('_plain_new') && $class->_plain_new == $new)) {
        return $class->new(Timeout => $timeout);
    }
    my $sock = $class->IO::Handle::new;
    $sock->autoflush(1);
    ${*$sock}{io_socket_timeout} = $timeout;
    return $sock;
}

sub sockname { getsockname $_[0] }

sub peername {
    my $sock = shift;
    return ${*$sock}{io_socket_peername} ||= getpeername $sock;
}

sub connected { getpeername $_[0] }

sub send {
    _croak('usage: $sock->send(BUF, [FLAGS, [TO]])') if @_ < 2 || @_ > 4;
    my $sock = $_[0];
    my $flags = $_[2] || 0;
    my $connected = getpeername $sock;
    my $peer = $_[3] || $connected || ${*$sock}{io_socket_peername};
    _croak('send: Cannot determine peer address') if !defined $peer;
    my $sent = $connected && !$_[3] ? send $sock, $_[1], $flags : send $sock, $_[1], $flags, $peer;
    ${*$sock}{io_socket_peername} = $peer if @_ == 4 && defined $sent;
    return $sent;
}

sub recv {
    _croak('usage: $sock->recv(BUF, LEN [, FLAGS])') if @_ != 3 && @_ != 4;
    my $sock = $_[0];
    return ${*$sock}{io_socket_peername} = recv $sock, ($_[1] = ''), $_[2], $_[3] || 0;
}

sub shutdown {
    _croak('usage: $sock->shutdown(HOW)') if @_ != 2;
    my ($sock, $how) = @_;
    ${*$sock}{io_socket_peername} = undef;
    return shutdown $sock, $how;
}

sub setsockopt {
    _croak('$sock->setsockopt(LEVEL, OPTNAME, OPTVAL)') if @_ != 4;
    return setsockopt $_[0], $_[1], $_[2], $_[3];
}

my $int_size = length pack 'i', 0;

sub getsockopt {
    _croak('$sock->getsockopt(LEVEL, OPTNAME)') if @_ != 3;
    my $value = getsockopt $_[0], $_[1], $_[2];
    $value = unpack 'i', $value if defined $value && length $value == $int_size;
    return $value;
}

sub sockopt {
    my $sock = shift;
    return @_ == 1 ? $sock->getsockopt(Socket::SOL_SOCKET(), @_) : $sock->setsockopt(Socket::SOL_SOCKET(), @_);
}

sub atmark {
    _croak('usage: $sock->atmark()') if @_ != 1;
    return sockatmark($_[0]);
}

sub timeout {
    _croak('usage: $sock->timeout([VALUE])') if @_ < 1 || @_ > 2;
    my ($sock, $value) = @_;
    my $old = ${*$sock}{io_socket_timeout};
    ${*$sock}{io_socket_timeout} = defined $value ? 0 + $value : undef if @_ == 2;
    return $old;
}

# An attribute that the object knows, or else the kernel.
sub _attribute {
    my ($sock, $key, $option) = @_;
    ${*$sock}{$key} = $sock->getsockopt(Socket::SOL_SOCKET(), $option)
        if !defined ${*$sock}{$key} && defined fileno $sock;
    return ${*$sock}{$key};
}

sub sockdomain { _attribute($_[0], 'io_socket_domain', 39) }    # SO_DOMAIN
sub socktype   { _attribute($_[0], 'io_socket_type',   3) }     # SO_TYPE
sub protocol   { _attribute($_[0], 'io_socket_proto',  38) }    # SO_PROTOCOL

# Both families are part of IO::Socket, as the manual's examples expect.
require IO::Socket::INET;
require IO::Socket::UNIX;

1;
