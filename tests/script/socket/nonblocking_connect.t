# Non-blocking connect finished by select and SO_ERROR, success and refusal.
use strict;
use warnings;
use Socket;
use Fcntl;
use Errno qw(EINPROGRESS);
alarm 20;
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
listen $s, 5;
my $name = getsockname $s;
sub nb {
    socket(my $c, PF_INET, SOCK_STREAM, 0) or die;
    fcntl $c, F_SETFL, fcntl($c, F_GETFL, 0) | O_NONBLOCK;
    $c;
}
sub finish {
    my ($c) = @_;
    my $w = '';
    vec($w, fileno $c, 1) = 1;
    my $n = select undef, $w, undef, 5;
    my $e = unpack 'i', getsockopt $c, SOL_SOCKET, SO_ERROR;
    $! = $e;
    $e ? "$n error " . ($!{ECONNREFUSED} ? 'ECONNREFUSED' : $!) : "$n connected";
}
my $c = nb();
my $r = connect $c, $name;
print "start ", $r || $! == EINPROGRESS ? 'ok' : $!, "\n";
print finish($c), "\n";
accept(my $a, $s) or die;
syswrite $a, "hi\n";
my $rin = '';
vec($rin, fileno $c, 1) = 1;
select $rin, undef, undef, 5;
sysread $c, my $b, 10;
print "read $b";
$! = 0;
my $n = sysread $c, $b, 10;
print "nothing more ", defined $n         ? $n : $!{EAGAIN}  ? 'EAGAIN'  : $!, "\n";
print "again ",        connect($c, $name) ? 1  : $!{EISCONN} ? 'EISCONN' : $!, "\n";
close $s;
close $a;
$c = nb();
if    (connect $c, $name) { print "odd\n" }
elsif ($! == EINPROGRESS) { print finish($c), "\n" }
else                      { print "0 error ", $!{ECONNREFUSED} ? 'ECONNREFUSED' : $!, "\n" }
