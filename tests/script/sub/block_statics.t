# Private variables of neighbouring blocks: each named sub keeps the variable of its own block.
use strict;
use warnings;

{ my $p = 5; sub first { $p } }
{ my $q = 6; sub second { $q } }
{ my $r = 7; sub third { $r } }
print first(), second(), third(), "\n";

{ my $n = 0; sub count { ++$n } }
{ my $n = 10; sub count_from_ten { ++$n } }
print join(' ', count(), count_from_ten(), count(), count_from_ten()), "\n";

{ my @list = (1, 2); sub list { push @list, scalar @list; "@list" } }
{ my %map = (a => 1); sub map_of { $map{ $_[0] }++; join ',', map { "$_$map{$_}" } sort keys %map } }
{ my @other = ('x'); sub other { "@other" } }
print list(), ' ', map_of('b'), ' ', other(), ' ', list(), ' ', map_of('a'), "\n";

for (1) { my $s = 'loop'; sub of_loop { $s .= '.' } }
for (1) { my $s = 'next'; sub of_next { $s .= '!' } }
if (1) { my ($x, $y) = (3, 4); sub of_if { $x++ . $y++ } }
print of_loop(), of_next(), of_if(), of_loop(), of_next(), of_if(), "\n";

# Only the first run of a block shares its variable with the sub.
for my $turn (1 .. 3) { my $seen = $turn; sub seen { $seen } }
for my $turn (4 .. 6) { my $also = $turn; sub also { $also } }
print seen(), also(), "\n";

{ my $outer = 'o'; { my $inner = 'i'; sub nested { $outer .= $inner } } }
{ my $outer = 'p'; { my $inner = 'j'; sub nested_too { $outer .= $inner } } }
print nested(), nested_too(), nested(), nested_too(), "\n";
