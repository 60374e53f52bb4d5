# getaddrinfo and getnameinfo with numeric hosts, hints and errors as dualvars.
use strict;
use warnings;
use Socket
    qw(:addrinfo SOCK_STREAM SOCK_DGRAM AF_INET AF_INET6 unpack_sockaddr_in inet_ntoa IPPROTO_TCP);
my ($err, @r) =
    getaddrinfo('127.0.0.1', '80', { socktype => SOCK_STREAM, flags => AI_NUMERICHOST });
print "err [", $err, "] ", $err + 0, " results ", scalar(@r), "\n";
my $i = $r[0];
print join(',', sort keys %$i), "\n";
print $i->{family} == AF_INET ? 1 : 0, $i->{socktype} == SOCK_STREAM ? 1 : 0,
    $i->{protocol} == IPPROTO_TCP ? 1 : 0, " ", defined $i->{canonname} ? 1 : 'undef', "\n";
my ($p, $a) = unpack_sockaddr_in $i->{addr};
print "$p ", inet_ntoa($a), "\n";
($err, @r) = getaddrinfo('127.0.0.1', 'http', { socktype => SOCK_STREAM });
print((unpack_sockaddr_in $r[0]{addr})[0], "\n");
($err, @r) = getaddrinfo('::1', 5, { family => AF_INET6, socktype => SOCK_DGRAM });
print scalar(@r), " ", $r[0]{family} == AF_INET6 ? 1 : 0, "\n";
($err, @r) = getaddrinfo('not numeric', '80', { flags => AI_NUMERICHOST });
print "error: $err ", $err == EAI_NONAME ? 1 : 0, "\n";
($err, @r) = getaddrinfo('127.0.0.1', 'nosuchservice', { socktype => SOCK_STREAM });
print "error: $err\n";
($err, @r) =
    getaddrinfo(undef, '99', { socktype => SOCK_STREAM, flags => AI_PASSIVE, family => AF_INET });
print inet_ntoa((unpack_sockaddr_in $r[0]{addr})[1]), "\n";
my ($e, $host, $serv) = getnameinfo($i->{addr}, NI_NUMERICHOST | NI_NUMERICSERV);
print "[$e] $host $serv\n";
($e, $host, $serv) = getnameinfo($i->{addr}, NI_NUMERICHOST | NI_NUMERICSERV, NIx_NOSERV);
print "$host ", defined $serv ? $serv : 'undef', "\n";
($e, $host, $serv) = getnameinfo($i->{addr}, NI_NUMERICHOST);
print "$serv\n";
($err, @r) = getaddrinfo('localhost', '', { socktype => SOCK_STREAM, family => AF_INET });
print scalar(@r) > 0 ? 1 : 0, "\n";
eval { getaddrinfo('x', 'y', 'nohash') };
print $@ =~ s/ at \S+ line.*//sr, "\n";
