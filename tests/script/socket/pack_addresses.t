# inet_aton, inet_ntoa, inet_pton, inet_ntop, sockaddr packing and unpacking, context and errors.
use strict;
use warnings;
use Socket
    qw(:DEFAULT inet_pton inet_ntop pack_sockaddr_in6 unpack_sockaddr_in6 sockaddr_in6 IN6ADDR_LOOPBACK IN6ADDR_ANY sockaddr_family INADDR_NONE);
print unpack('H*', inet_aton('127.0.0.1')), " ", unpack('H*', inet_aton('1.2')), " ",
    defined inet_aton('300.1.1.1') ? 1 : 'undef', "\n";
print inet_ntoa("\x01\x02\x03\xff"), " ", inet_ntoa(INADDR_ANY), " ", inet_ntoa(INADDR_LOOPBACK),
    " ", inet_ntoa(INADDR_BROADCAST), " ", inet_ntoa(INADDR_NONE), "\n";
eval { inet_ntoa('abc') };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { inet_ntoa("\x{100}abc") };
print $@ =~ s/ at \S+ line.*//sr, "\n";
print inet_ntop(AF_INET, inet_pton(AF_INET, '10.20.30.40')), " ",
    defined inet_pton(AF_INET, '10.20.30') ? 1 : 'undef', "\n";
for ('::1', 'fe80::1:2', '2001:db8::', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8') {
    print inet_ntop(AF_INET6, inet_pton(AF_INET6, $_)), " ";
}
print "\n", defined inet_pton(AF_INET6, 'zz') ? 1 : 'undef', "\n";
eval { inet_pton(99, 'x') };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { inet_ntop(AF_INET, 'abcde') };
print $@ =~ s/ at \S+ line.*//sr, "\n";
my $in = pack_sockaddr_in(8080, inet_aton('1.2.3.4'));
print length $in, " ", sockaddr_family($in) == AF_INET ? 1 : 0, " ",
    unpack('n', substr $in, 2, 2), "\n";
my ($p, $a) = unpack_sockaddr_in $in;
print "$p ", inet_ntoa($a), "\n";
($p, $a) = sockaddr_in($in);
print "$p\n";
print sockaddr_in(80, INADDR_ANY) eq pack_sockaddr_in(80, INADDR_ANY) ? 1 : 0, "\n";
my $i6 = pack_sockaddr_in6(443, IN6ADDR_LOOPBACK, 5, 7);
my @u  = unpack_sockaddr_in6 $i6;
print length $i6, " $u[0] ", inet_ntop(AF_INET6, $u[1]), " $u[2] $u[3]\n";
print scalar(unpack_sockaddr_in($in)) eq inet_aton('1.2.3.4') ? 1 : 0, "\n";
eval { unpack_sockaddr_in('short') };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { unpack_sockaddr_in($i6) };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { unpack_sockaddr_un($in) };
print $@ =~ s/ at \S+ line.*//sr, "\n";
{
    no warnings;
    eval { pack_sockaddr_in(80, 'abc') };
    print $@ =~ s/ at \S+ line.*//sr, "\n";
    eval { pack_sockaddr_in(80, undef) };
    print $@ =~ s/ at \S+ line.*//sr, "\n";
}
print join(' ', unpack 'S a*', sockaddr_un('p/q')) =~ s/\0+/|/r, "\n";
