# A UNIX-domain request server with length-prefixed frames; errors travel back as data.
use strict;
use warnings;
use IO::Socket::UNIX;
use Socket;
use File::Temp qw(tempdir);

sub send_frame { my ($fh, @f) = @_; my $d = pack '(N/a*)*', @f; syswrite($fh, pack 'N/a*', $d) == 4 + length $d or die "short write" }
sub read_exactly {
    my ($fh, $want) = @_;
    my $data = '';
    while (length $data < $want) {
        my $n = sysread $fh, $data, $want - length $data, length $data;
        die "read: $!" unless defined $n;
        return if !$n;
    }
    return $data;
}
sub read_frame {
    my $fh   = shift;
    my $head = read_exactly($fh, 4) // return;
    return unpack '(N/a*)*', read_exactly($fh, unpack 'N', $head);
}

package Calculator {
    sub new  { bless { calls => 0 }, shift }
    sub add  { my $s = shift; $s->{calls}++; my $t = 0; $t += $_ for @_; $t }
    sub div  { my ($s, $x, $y) = @_; $s->{calls}++; $x / $y }
    sub sort { my $s = shift; join ' ', sort { $a <=> $b } @_ }
    sub stat { $_[0]{calls} }
    sub fail { die { code => 17, text => "deliberate\n" } }
}

package main;
my $dir  = tempdir(CLEANUP => 1);
my $path = "$dir/rpc.sock";
my $srv  = IO::Socket::UNIX->new(Type => SOCK_STREAM, Local => $path, Listen => 4) or die "server: $!";
print "socket there: ", (-S $path ? 1 : 0), "\n";
print "path: ", ($srv->hostpath eq $path ? 'same' : $srv->hostpath), "\n";

my $pid = fork // die;
if (!$pid) {
    my $calc = Calculator->new;
    local $SIG{ALRM} = sub { die "server timeout" };
    alarm 10;
    while (my $c = $srv->accept) {
        while (my ($method, @args) = read_frame($c)) {
            if ($method eq 'shutdown') { send_frame($c, 'ok', 'going'); exit 0 }
            my @out = eval {
                my $code = $calc->can($method) or die "no method '$method'\n";
                (ok => $calc->$code(@args));
            };
            if (my $e = $@) {
                @out = ref $e ? ('error', "[$e->{code}] $e->{text}") : ('error', $e =~ s/ at \S+ line \d+\.?\n\z//r);
            }
            send_frame($c, @out);
        }
    }
    exit 1;
}

sub client {
    my $c = IO::Socket::UNIX->new(Type => SOCK_STREAM, Peer => $path) or die "client: $!";
    return sub {
        send_frame($c, @_);
        my ($status, $value) = read_frame($c);
        chomp $value;
        "$status: $value";
    };
}
my $first = client();
print $first->(add  => 1 .. 10), "\n";
print $first->(div  => 22, 7), "\n";
print $first->(div  => 1, 0), "\n";
print $first->(sort => 10, 9, 2, 33, 1), "\n";
print $first->('nosuch'), "\n";
print $first->('fail'), "\n";
print $first->(add => map { $_ * 1000 } 1 .. 3000), "\n";
undef $first;
my $second = client();
print $second->('stat'), "\n";
print $second->('shutdown'), "\n";
waitpid $pid, 0;
print "server status: $?\n";
my ($l, $r);
socketpair $l, $r, AF_UNIX, SOCK_DGRAM, PF_UNSPEC or die;
syswrite $l, $_ for 'one', 'two two';
print join('|', map { sysread $r, my $b, 100; $b } 1, 2), "\n";
