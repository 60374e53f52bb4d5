# Non-blocking everything: connect with EINPROGRESS, accept with EAGAIN, partial writes, half-closed sockets.
use strict;
use warnings;
use Socket qw(:all);
use Fcntl;
use Errno qw(EAGAIN EWOULDBLOCK EINPROGRESS ECONNREFUSED);
use IO::Handle;

sub nonblock { my $fh = shift; my $f = fcntl $fh, F_GETFL, 0 or die; fcntl $fh, F_SETFL, $f | O_NONBLOCK or die; $fh }
sub wait_for { my ($how, $fh, $timeout) = @_; my $v = ''; vec($v, fileno $fh, 1) = 1; return scalar select $how eq 'r' ? $v : undef, $how eq 'w' ? $v : undef, undef, $timeout }

socket my $srv, AF_INET, SOCK_STREAM, 0 or die;
setsockopt $srv, SOL_SOCKET, SO_REUSEADDR, pack 'l', 1 or die;
bind $srv, pack_sockaddr_in 0, INADDR_LOOPBACK or die "bind: $!";
listen $srv, SOMAXCONN or die;
nonblock($srv);
my $addr = getsockname $srv;
my $got = accept my $none, $srv;
print "accept: ", $got ? 'connection' : $! == EAGAIN ? 'EAGAIN' : "$!", "\n";

socket my $cli, AF_INET, SOCK_STREAM, 0 or die;
nonblock($cli);
my $ok = connect $cli, $addr;
print "connect: ", $ok ? 'done' : $! == EINPROGRESS ? 'in progress' : "$!", "\n" if !$ok;
print "connect: in progress\n" if $ok;
print "writable: ", wait_for('w', $cli, 5), " error ", unpack('i', getsockopt $cli, SOL_SOCKET, SO_ERROR), "\n";
wait_for('r', $srv, 5);
my $peer = accept my $con, $srv or die "accept: $!";
my ($port, $ip) = unpack_sockaddr_in $peer;
print "peer: ", inet_ntoa($ip), ' port ', ($port == (unpack_sockaddr_in getsockname $cli)[0] ? 'matches' : 'differs'), "\n";
my $n = sysread $cli, my $buf, 100;
print "read: ", defined $n ? $n : $! == EWOULDBLOCK ? 'EWOULDBLOCK' : "$!", "\n";

# Fill the socket until it takes no more, then drain it on the other side.
my ($sent, $block) = (0, 'abcdefgh' x 8192);
nonblock($con);
while (defined(my $w = syswrite $cli, $block, length($block) - $sent % 8, $sent % 8)) { $sent += $w }
print "full: ", $! == EAGAIN ? 'EAGAIN' : "$!", ' after more than 64k: ', ($sent > 65536 ? 'yes' : 'no'), "\n";
my ($received, $sum, $errors) = (0, 0, 0);
shutdown $cli, SHUT_WR;
while (1) {
    my $r = sysread $con, $buf, 100_000;
    if (!defined $r) { $errors++ unless $!{EAGAIN}; wait_for('r', $con, 5); next }
    last unless $r;
    $errors++ if $buf ne substr 'abcdefgh' x (2 + $r / 8), $received % 8, $r;
    $received += $r;
}
print "received all: ", ($received == $sent ? 'yes' : "no $received/$sent"), ", errors $errors\n";
print "half closed, still writable: ", syswrite($con, "bye\n"), "\n";
wait_for('r', $cli, 5);
sysread $cli, $buf, 10;
print "got $buf";
close $con;
wait_for('r', $cli, 5);
print "eof: ", sysread($cli, $buf, 10), " buffer '", $buf, "'\n";

# Nobody listens there any more.
close $srv;
socket my $refused, AF_INET, SOCK_STREAM, 0 or die;
nonblock($refused);
$ok = connect $refused, $addr;
if (!$ok && $! == EINPROGRESS) { wait_for('w', $refused, 5); $! = unpack 'i', getsockopt $refused, SOL_SOCKET, SO_ERROR }
print "refused: ", $! == ECONNREFUSED ? 'ECONNREFUSED' : "$!", "\n";

pipe my $r, my $w or die;
nonblock($_) for $r, $w;
print "empty pipe: ", sysread($r, $buf, 1) // ($!{EAGAIN} ? 'EAGAIN' : $!), "\n";
my $total = 0;
while (my $k = syswrite $w, 'z' x 5000) { $total += $k }
print "pipe full at a multiple of 4096: ", ($total % 4096 == 0 ? 'yes' : $total), " $!{EAGAIN}\n" =~ s/ [1-9]\d*$/ EAGAIN/r;
my $line = <$r>;
print "readline of a full pipe: ", defined $line ? length $line == $total ? 'everything' : length $line : 'undef', "\n";
$w->blocking(1);
print "blocking again: ", ($w->blocking ? 1 : 0), ' ', (fcntl($w, F_GETFL, 0) & O_NONBLOCK ? 'nonblock' : 'block'), "\n";
close $r;
{
    local $SIG{PIPE} = sub { print "SIGPIPE\n" };
    print "write: ", syswrite($w, 'x') // ($!{EPIPE} ? 'EPIPE' : "$!"), "\n";
}
print {$w} "buffered";
{
    local $SIG{PIPE} = 'IGNORE';
    print "close: ", close $w ? 'ok' : "failed: $!", "\n";
}
