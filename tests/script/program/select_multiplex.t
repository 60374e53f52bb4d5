# One parent multiplexes children's output by select with bit vectors; ordering by a token ring over pipes.
use strict;
use warnings;
use Time::HiRes qw(sleep);

my $n = 4;
my @ring = map { pipe my $r, my $w or die; [$r, $w] } 1 .. $n;
my (%child, %by_fd);
for my $i (0 .. $n - 1) {
    my $pid = open my $out, '-|';
    die "fork: $!" unless defined $pid;
    if (!$pid) {
        $| = 1;
        my ($in, $next) = ($ring[$i][0], $ring[($i + 1) % $n][1]);
        for my $k (0 .. $n - 1) { close $ring[$k][0] if $k != $i; close $ring[$k][1] if $k != ($i + 1) % $n }
        my $seen = 0;
        while (sysread $in, my $token, 4) {
            my $v = unpack 'N', $token;
            $seen++;
            print "child $i: token $v\n";
            if ($v >= 10) { syswrite $next, pack 'N', $v + 1 if $v < 10 + $n - 1; last }
            syswrite $next, pack 'N', $v + 1;
        }
        print "child $i: saw $seen\n";
        exit $i;
    }
    $child{$pid} = $i;
    $by_fd{ fileno $out } = { fh => $out, i => $i, buf => '', lines => [] };
}
syswrite $ring[0][1], pack 'N', 0;
close $_ for map @$_, @ring;
my ($bits, $rounds) = ('', 0);
vec($bits, $_, 1) = 1 for keys %by_fd;
printf "mask bits set: %d\n", unpack '%32b*', $bits;
while (unpack '%32b*', $bits) {
    my ($found, $left) = select my $ready = $bits, undef, undef, 8;
    last if $found <= 0;
    $rounds++;
    for my $fd (grep { vec $ready, $_, 1 } sort { $a <=> $b } keys %by_fd) {
        my $c = $by_fd{$fd};
        my $got = sysread $c->{fh}, $c->{buf}, 1000, length $c->{buf};
        if (!$got) { vec($bits, $fd, 1) = 0; next }
        push @{ $c->{lines} }, $1 while $c->{buf} =~ s/^(.*)\n//;
    }
}
for my $c (sort { $a->{i} <=> $b->{i} } values %by_fd) {
    print "$_\n" for @{ $c->{lines} };
    close $c->{fh};
    print "exit ", $? >> 8, "\n";
}
print "rounds: ", ($rounds >= 2 ? 'enough' : $rounds), "\n";

# The third set, timeouts and odd vectors.
pipe my $r, my $w or die;
my $rin = '';
vec($rin, fileno $r, 1) = 1;
my $win = '';
vec($win, fileno $w, 1) = 1;
my ($nf) = select my $rout = $rin, my $wout = $win, my $eout = $rin | $win, 0;
print "found $nf: read ", vec($rout, fileno $r, 1), " write ", vec($wout, fileno $w, 1), " except ", unpack('%32b*', $eout), "\n";
syswrite $w, 'x';
$nf = select $rout = $rin, $wout = $win, undef, 0;
print "found $nf: read ", vec($rout, fileno $r, 1), "\n";
my $t = Time::HiRes::time();
$nf = select undef, undef, undef, 0.05;
print "slept: $nf ", (Time::HiRes::time() - $t >= 0.045 ? 'long enough' : 'too short'), "\n";
close $w;
sysread $r, my $one, 1;
$nf = select $rout = $rin, undef, undef, 1;
print "eof is readable: $nf ", sysread($r, $one, 1), "\n";
my $closed = $rin;
close $r;
$nf = select $closed, undef, undef, 0;
print "closed: $nf ", $!{EBADF} ? 'EBADF' : "$!", "\n";
eval { select my $x = "\x{100}", undef, undef, 0 };
print "wide: ", $@ =~ /^(Wide character in select)/ ? $1 : $@ || 'no error', "\n";
