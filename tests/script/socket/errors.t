# Errors of the socket calls: refused, in use, bad addresses, closed and wrong handles, with warnings.
use strict;
use warnings;
use Socket;
use Errno;
local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at \S+ line.*//sr, "\n" };
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
my $name = getsockname $s;
socket(my $c, PF_INET, SOCK_STREAM, 0);
print "no listener: ", connect($c, $name) ? 1 : $!{ECONNREFUSED} ? 'ECONNREFUSED' : $!, "\n";
listen $s, 1;
socket(my $t, PF_INET, SOCK_STREAM, 0);
print "in use: ",     bind($t, $name) ? 1 : $!{EADDRINUSE} ? 'EADDRINUSE' : $!, "\n";
print "bind twice: ", bind($s, $name) ? 1 : $!{EINVAL}     ? 'EINVAL'     : $!, "\n";
print "not local: ",
      bind($t, sockaddr_in(0, inet_aton('192.0.2.1'))) ? 1
    : $!{EADDRNOTAVAIL}                                ? 'EADDRNOTAVAIL'
    :                                                    $!, "\n";
print "family: ",
    socket(my $x, 9999, SOCK_STREAM, 0) ? 1 : $!{EAFNOSUPPORT} ? 'EAFNOSUPPORT' : $!, "\n";
print "type: ", socket($x, PF_INET, 77, 0) ? 1 : $!, "\n";
print "protocol: ",
    socket($x, PF_INET, SOCK_STREAM, 17) ? 1 : $!{EPROTONOSUPPORT} ? 'EPROTONOSUPPORT' : $!, "\n";
socket($c, PF_INET, SOCK_STREAM, 0);
{
    local $SIG{PIPE} = 'IGNORE';
    print "send unconnected: ",
        defined send($c, 'x', 0) ? 1 : $!{EPIPE} || $!{ENOTCONN} ? 'refused' : $!, "\n";
}
print "shutdown unconnected: ", shutdown($c, 2)               ? 1 : $!, "\n";
print "recv unconnected: ",     defined recv($c, my $b, 1, 0) ? 1 : $!, "\n";
close $c;
print "-- closed\n";
for my $f (
    sub { connect $c,   $name },
    sub { bind $c,      $name },
    sub { listen $c,    1 },
    sub { accept my $q, $c },
    sub { shutdown $c,  0 },
    sub { getsockname $c },
    sub { getpeername $c },
    sub { send $c,       'x', 0 },
    sub { recv $c,       $b,  1, 0 },
    sub { setsockopt $c, 1,   2, 1 },
    sub { getsockopt $c, 1,   2 })
{
    $! = 0;
    my $r = $f->();
    print defined $r ? "[$r]" : 'undef', " $!\n";
}
open my $f, '<', $0;
print "file: ", connect($f, $name) ? 1 : $!, "\n";
socket($c, PF_INET, SOCK_STREAM, 0);
print "short address: ", connect($c, 'abc') ? 1 : $!, "\n";
