# nomethod is not asked for . and x: they go on with the text.
use strict; use warnings; no warnings 'numeric';
package C; use overload '""' => sub { "C" }, nomethod => sub { "nm($_[3])" };
package main;
my $a = bless [], 'C';
print join('|', $a x 2, $a . "x", $a + 1, $a == 1, -$a, "$a", 2 x $a, $a lt "b", abs($a), ~$a, cos($a), $a <=> 1, $a x $a), "\n";
my @r = ($a) x 2; print "@r\n";
$a x= 3; print "$a\n";
