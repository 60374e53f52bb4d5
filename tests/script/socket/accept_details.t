# accept's return value and handles, several clients in order, getpeername, close-on-exec, listening errors.
use strict;
use warnings;
use Socket;
use Fcntl;
alarm 20;
socket(my $s, AF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
listen $s, 10 or die;
my $name = getsockname $s;
my @c    = map { socket(my $c, AF_INET, SOCK_STREAM, 0); connect $c, $name or die; $c } 1 .. 3;
for my $i (0 .. 2) {
    my $paddr = accept(my $a, $s);
    print "same address as client's own ", $paddr eq getsockname($c[$i]) ? 1 : 0, " peername ",
        getpeername($a) eq $paddr ? 1 : 0, " cloexec ", fcntl($a, F_GETFD, 0) & FD_CLOEXEC, "\n";
    syswrite $a, "client $i\n";
    close $a;
    my $c = $c[$i];
    print <$c>;
}
socket(my $n, AF_INET, SOCK_STREAM, 0);
$! = 0;
print "not listening: ", accept(my $x, $n) ? 1 : "no $!", "\n";
{ no warnings; $! = 0; print "closed: ", accept($x, NEVER) ? 1 : "no $!", "\n"; }
open my $f, '<', $0;
$! = 0;
print "not a socket: ", accept($x, $f) ? 1 : "no $!", "\n";
$! = 0;
print "getpeername: ", defined getpeername($n) ? 1 : "undef $!", "\n";
$! = 0;
print "getsockname of file: ", defined getsockname($f) ? 1 : "undef $!", "\n";
socket(my $nb, AF_INET, SOCK_STREAM, 0);
bind $nb, sockaddr_in(0, INADDR_LOOPBACK);
listen $nb, 1;
fcntl $nb, F_SETFL, O_NONBLOCK;
print "nonblocking: ", accept($x, $nb) ? 1 : $!{EAGAIN} ? 'EAGAIN' : $!, "\n";
