# Parent and child exchanging length-prefixed binary messages both ways over two pipes.
use strict;
use warnings;
use POSIX ();
alarm 30;
pipe my $cr, my $pw or die;
pipe my $pr, my $cw or die;
binmode $_ for $cr, $pw, $pr, $cw;
sub put {
    my ($h, @f) = @_;
    my $b = pack '(N/a*)*', @f;
    my $m = pack('N', length $b) . $b;
    my $o = 0;
    while ($o < length $m) {
        my $n = syswrite $h, $m, length($m) - $o, $o;
        die unless $n;
        $o += $n;
    }
}
sub get {
    my ($h)  = @_;
    my $need = 4;
    my $b    = '';
    while (length $b < $need) {
        my $n = sysread $h, $b, $need - length $b, length $b;
        return unless $n;
        $need = 4 + unpack 'N', $b if length $b >= 4 && $need == 4;
    }
    unpack '(N/a*)*', substr $b, 4;
}
my $pid = fork // die;
if (!$pid) {
    close $pw;
    close $pr;
    my %f = (
        echo => sub {@_},
        sum  => sub { my $s = 0; $s += $_ for @_; $s },
        rev  => sub { scalar reverse $_[0] },
        big  => sub { 'x' x $_[0] },
        sort => sub { sort @_ },
        die  => sub { die "remote error\n" });
    while (my ($op, @a) = get($cr)) {
        my @r = eval { ('ok', $f{$op}->(@a)) };
        put($cw, $@ ? ('error', $@) : @r);
    }
    POSIX::_exit(2);
}
close $cr;
close $cw;
sub call {
    put($pw, @_);
    my ($st, @r) = get($pr);
    $st eq 'ok'
        ? join('|', map { length > 40 ? 'len ' . length : $_ } @r)
        : "failed: $r[0]" =~ s/\n//r;
}
print call(echo => 'a', '', "nul\0byte" =~ tr/\0/0/r), "\n";
print call(sum => 1 .. 100),                           "\n";
print call(rev => 'stressed'),                         "\n";
print call(big => 200_000),                            "\n";
print call(sort => qw(pear apple fig)),                "\n";
print call('die'),                                     "\n";
print call(nosuch => 1) =~ s/ at .*//r,                "\n";
print call('echo'),                                    "|\n";
my $n = 0;
for (1 .. 500) { $n += call(sum => $_, 1) }
print "many $n\n";
close $pw;
waitpid $pid, 0;
print "exit ", $? >> 8, "\n";
