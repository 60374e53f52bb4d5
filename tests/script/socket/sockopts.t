# getsockopt and setsockopt: packed and plain values, types, buffers, timeouts, linger, errors.
use strict;
use warnings;
use Socket qw(:DEFAULT IPPROTO_TCP TCP_NODELAY SO_RCVTIMEO);
alarm 20;
socket(my $s, PF_INET, SOCK_STREAM, 0) or die;
print "reuse ", unpack('i', getsockopt $s, SOL_SOCKET, SO_REUSEADDR), "\n";
print "set plain ", setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1) ? 1 : 0, " ",
    unpack('i', getsockopt $s, SOL_SOCKET, SO_REUSEADDR) ? 1 : 0, "\n";
print "set packed ", setsockopt($s, SOL_SOCKET, SO_REUSEADDR, pack 'i', 0) ? 1 : 0, " ",
    unpack('i', getsockopt $s, SOL_SOCKET, SO_REUSEADDR), "\n";
print "undef is zero ", setsockopt($s, SOL_SOCKET, SO_KEEPALIVE, undef) ? 1 : 0, "\n";
setsockopt $s, IPPROTO_TCP, TCP_NODELAY, 1;
print "nodelay ", unpack('i', getsockopt $s, IPPROTO_TCP, TCP_NODELAY) ? 1 : 0, "\n";
print "type ", unpack('i', getsockopt $s, SOL_SOCKET, SO_TYPE) == SOCK_STREAM ? 1 : 0, " error ",
    unpack('i', getsockopt $s, SOL_SOCKET, SO_ERROR), "\n";
setsockopt $s, SOL_SOCKET, SO_RCVBUF, 32768;
print "rcvbuf ", unpack('i', getsockopt $s, SOL_SOCKET, SO_RCVBUF) >= 32768 ? 1 : 0, "\n";
setsockopt $s, SOL_SOCKET, SO_LINGER, pack 'ii', 1, 3;
print "linger ",     join(',', unpack 'ii', getsockopt $s, SOL_SOCKET, SO_LINGER), "\n";
print "bad level ",  defined getsockopt($s, 9999, 1)     ? 1 : "undef $!", "\n";
print "bad option ", setsockopt($s, SOL_SOCKET, 9999, 1) ? 1 : "no $!",    "\n";
open my $f, '<', $0;
print "file ", defined getsockopt($f, SOL_SOCKET, SO_TYPE) ? 1 : "undef $!", "\n";
socket(my $u, PF_INET, SOCK_DGRAM, 0);
bind $u, sockaddr_in(0, INADDR_LOOPBACK);
setsockopt $u, SOL_SOCKET, SO_RCVTIMEO, pack 'l!l!', 0, 50_000 or die;
print "timeout ", defined recv($u, my $b, 1, 0) ? 1 : $!{EAGAIN} ? 'EAGAIN' : $!, "\n";
setsockopt $u, SOL_SOCKET, SO_BROADCAST, 1;
print "broadcast ", unpack('i', getsockopt $u, SOL_SOCKET, SO_BROADCAST), "\n";
print "length ",    length(getsockopt $s, SOL_SOCKET, SO_REUSEADDR),      "\n";
