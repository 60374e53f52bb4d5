# A length far beyond what there is asks for no memory of that size.
# not-sanitized: a sanitizer needs address space
use strict;
use warnings;
if (!@ARGV) {    # with little address space
    exec 'sh', '-c', 'ulimit -v 3000000; exec "$@"', 'sh', $^X, $0, 'limited' or die;
}
sub stdin { open my $f, '<', $0 or die; $f }
my $size = -s $0;
my $b;
print read(stdin(), $b, 2_500_000_000) == $size ? 1 : 0, length $b == $size ? 1 : 0, "\n";
print sysread(stdin(), $b, 2_500_000_000) == $size ? 1 : 0, "\n";
print sysread(stdin(), $b, 2_500_000_000, 3) == $size ? 1 : 0, length $b == $size + 3 ? 1 : 0, "\n";
use Socket;
socketpair my $x, my $y, AF_UNIX, SOCK_STREAM, 0 or die;
send $x, "hello", 0;
print defined recv($y, $b, 2_500_000_000, 0) ? $b : "no: $!", "\n";
pipe my $r, my $w or die;
syswrite $w, "through a pipe";
print sysread($r, $b, 2_500_000_000), "\n";
