# if/elsif/else, unless/elsif/else, nesting, values of conditions, modifiers.
use strict; use warnings;
sub t { my $n = shift; if ($n < 0) { "neg" } elsif ($n == 0) { "zero" } elsif ($n < 10) { "small" } else { "big" } }
print join(",", map t($_), -1, 0, 5, 50), "\n";
sub u { my $n = shift; unless ($n) { "false" } elsif ($n > 5) { "gt5" } else { "le5" } }
print join(",", map u($_), 0, 3, 9), "\n";
print "mod\n" if 1;
print "umod\n" unless 0;
my @l;
if (@l) { print "has" } else { print "empty\n" } push @l, 1;
print "has\n" if @l;
my %h;
print "no keys\n" if !%h;
if ((my $m = 5) > 3) { print "m=$m\n" } elsif ($m < 0) { print "never" } else { print "never $m" }
if (0) { } elsif (my $z = 7) { print "z=$z\n" }
my $s = "0.0";
print "true string\n" if $s;
print "false number\n" unless $s + 0;
print "chain\n" if 1 and not 0 or 0;
if (not 0 and 1) { print "not\n" }
my $r = (5 > 3) ? "gt" : "le";
print "$r\n";
my $g = 85;
my $grade = $g >= 90 ? "A" : $g >= 80 ? "B" : "C";
print "$grade\n";
my ($x, $y) = (0, 0);
(1 ? $x : $y) = 5;
print "$x$y\n";
print +(1, 2, 3)[1 ? 2 : 0], "\n";
1 ? print "tp\n" : print "fp\n";
my $v = 0 || "def";
my $w = undef // "dd";
my $k = 1 && "and";
print "$v$w$k\n";
my $side = 0;
$side += 2 unless 0;
1 and $side *= 5;
0 or $side++;
print "$side\n";
if (1) { if (0) { print "a" } else { if (1) { print "deep\n" } } }
print "empty block ok\n" unless do { if (0) { } };
{ my $t = 1; if ($t) { my $t = 2; print $t } print "$t\n"; }
print "str cmp\n" if "abc" lt "abd" and "a" eq 'a';
my $und;
{ no warnings; print "undef false\n" if !$und; print "undef eq empty\n" if $und eq ""; print "undef == 0\n" if $und == 0; }
for my $val ("", "0", 0, "00", " ", "a", undef) { print defined $val ? "'$val'" : 'undef', $val ? 1 : 0, " " }
print "\n";
