# Elements updated in place, numbers in new variables, and loops that signals must get through. Runs itself with -T.
BEGIN {
    if (!${^TAINT}) { @ENV{qw(T N)} = ('abc', 5); $| = 1; exec $^X, '-T', $0 or die $! }
}
use strict;
use warnings;
use Scalar::Util 'tainted';
my ($t, $n) = @ENV{qw(T N)};
sub say_taint { print "$_[0]: ", tainted($_[1]) ? 1 : 0, "\n" }
my (%h, @a);
$h{a} = 1;
$h{a} += $n;
say_taint('hash +=', $h{a});
$a[0] = 1;
$a[0] += $n;
say_taint('array +=', $a[0]);
$h{b}++;
say_taint('clean ++', $h{b});
$h{b} += 2;
say_taint('clean +=', $h{b});
$a[1] = $n;
$a[1]++;
say_taint('tainted ++', $a[1]);
$h{c} .= $t;
say_taint('hash .=', $h{c});
my $mask = 'abc';
$mask |= $t;
say_taint('|=', $mask);
say_taint('sqrt', sqrt $n);
my $fresh;
$fresh = 1 + 1;
say_taint('new variable', $fresh);
my ($x, $y) = (1, 2);
$x = $y * 3;
say_taint('product', $x);
for my $i (1 .. 3) { my $s; $s = $i + 1; say_taint("in a loop $i", $s) }
my $long = "a$t" . 'b' . $n . 'c';
say_taint('long concatenation', $long);
{
    use re 'taint';
    $t =~ /(.)/ and say_taint('re taint', my $c = $1);
    my ($l) = $t =~ /(.)/;
    say_taint('re taint list', $l);
}
$t =~ /(.)/ and say_taint('laundered', my $c = $1);
my $rung = 0;
$SIG{ALRM} = sub { $rung = 1 };
alarm 1;
my $count = 0;
my $limit = 1e12;
while ($count < $limit) { ++$count; $limit = 0 if $rung }
print "signals get through: $rung\n";
