# Folding without modules, prefix sums, zip, transpose, run-length, max by key, cartesian product.
use strict; use warnings;
my @l = (3, 1, 4, 1, 5);
my $sum = 0;
my @pre = map { $sum += $_ }
@l;
print "@pre\n";
my $max = $l[0];
$_ > $max and $max = $_ for @l;
print "$max\n";
my @x = (1, 2);
my @y = qw(a b);
print join(",", map { "$x[$_]$y[$_]" } 0 .. $#x), " ", join(",", map { my $p = $_; map { "$p$_" } @y } @x), "\n";
my $rl = '';
my $str = "aaabccd";
$rl .= $1 . length($&) while $str =~ /(.)\1*/g;
print "$rl\n";
my @t = ([1, 2, 3], [4, 5, 6]);
my @tr = map { my $c = $_; [map { $_->[$c] } @t] } 0 .. 2;
print join("|", map { "@$_" } @tr), "\n";
my %g;
push @{$g{$_ % 3}}, $_ for 1 .. 9;
print join("|", map { "$_:@{$g{$_}}" } sort keys %g), "\n";
my ($best) = sort { $b->[1] <=> $a->[1] } map { [$_, $_ * 7 % 5] } 1 .. 4;
print "@$best\n";
my $f = 1;
$f *= $_ for 1 .. 20;
print "$f\n";
my $g = 1;
$g *= $_ for 1 .. 25;
print "$g\n";
my @w = ("a" .. "e");
print join(" ", map { join "", @w[$_ .. $_ + 2] } 0 .. $#w - 2), "\n";
my @st;
for my $tok (split ' ', "3 4 + 2 * 7 -") { push @st, $tok =~ /\d/ ? $tok : do { my $r = pop @st; my $l = pop @st; $tok eq '+' ? $l + $r : $tok eq '*' ? $l * $r : $l - $r } }
print "@st\n";
