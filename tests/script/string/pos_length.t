# pos as lvalue, length of undef, lc in place, string as array of characters.
use strict; use warnings;
my $s = "aXbXcX";
$s =~ /X/g;
print pos $s, "\n";
pos($s) = 4;
$s =~ /X/g;
print pos $s, "\n";
pos($s) = undef;
print defined pos $s ? "def" : "undef", "\n";
pos $s = -1;
print pos $s, "\n";
pos $s = 100;
print pos $s, "\n";
pos($s) = 2;
$s .= "y";
print defined pos $s ? pos $s : "undef", "\n";
$s = "new";
print defined pos $s ? "def" : "undef", "\n";
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; my $u; print defined length $u ? "def" : "undef", "\n"; print defined length undef() ? "def" : "undef", "\n"; }
print length "", length "0", length 1.50, length -1, length 1e3, "\n";
my @a = (1, 2, 3);
print length @a, " ", length "@a", "\n";
$_ = "four";
print length, "\n";
{ my $p = \pos($s); $$p = 1; print pos $s, "\n"; }
for ("aab") { /a/g; print pos, " "; pos = 0; print pos, "\n" }
my $x = "abab";
while ($x =~ /a/g) { pos($x)++ if 0; print pos $x, ";" }
print "\n";
{ local pos($x); 1 }
if (0) { }
print "end\n";
