# <=> and cmp generate the other comparisons; bool, "" and 0+ convert into each other.
use strict; use warnings;
package N { use overload '<=>' => sub { my ($a, $b, $s) = @_; my $r = $a->{n} <=> (ref $b ? $b->{n} : $b); $s ? -$r : $r }, 'cmp' => sub { my ($a, $b, $s) = @_; my $r = "$a->{n}" cmp (ref $b ? "$b->{n}" : $b); $s ? -$r : $r }, '""' => sub { "n$_[0]{n}" }; sub new { bless { n => $_[1] }, $_[0] } }
package S { use overload '""' => sub { $_[0][0] }, fallback => 1; }
package Z { use overload '0+' => sub { 42 }, fallback => 1 }
package B { use overload 'bool' => sub { $_[0]{b} }, '!' => sub { !$_[0]{b} }, fallback => 0 }
package main;
my ($x, $y) = map { N->new($_) } 9, 10;
print join("", map { $_ ? 1 : 0 } $x < $y, $x > $y, $x <= 9, 9 == $x, $x != $y, 10 < $x, $y >= 10), " ", join("", map { $_ ? 1 : 0 } $x lt $y, $x gt $y, $x eq "9", $x ne 9, "1" lt $x), "\n";
print join(",", sort { $a <=> $b } N->new(3), N->new(1), N->new(2)), " ", join(",", sort { $b cmp $a } N->new(10), N->new(9)), " ", join(",", sort(N->new("b"), N->new("a"))), "\n";
my $s = bless ["12abc"], 'S';
print "$s ", length $s, " ", $s eq "12abc" ? 1 : 0, " ", uc $s, " ", $s x 2, " ", $s =~ /c$/ ? 1 : 0, " ", substr($s, 0, 2), "\n";
{ no warnings 'numeric'; print $s + 1, $s == 12 ? "eq" : "ne", "\n" }
my $z = bless {}, 'Z';
print $z + 1, " $z ", $z == 42 ? 1 : 0, $z ? "t" : "f", sqrt($z - 6), " ", (1 .. 50)[$z], "\n";
my ($t, $f) = map { bless { b => $_ }, 'B' } 1, 0;
print $t ? "t" : "f", $f ? "t" : "f", !$t ? "t" : "f", !$f ? "t" : "f", ($f || "or"), ($t && "and"), "\n";
eval { my $v = $t + 1 };
print $@ =~ s/0x[0-9a-f]+/ADDR/gr;
eval { my $v = "$t" };
print $@ =~ s/0x[0-9a-f]+/ADDR/gr;
my %h = ($s => 1);
print join(",", keys %h), "\n";
print join("-", $s, $z), "\n";
print $x == $x ? "same" : "no", " ", $x <=> $y, " ", $y cmp $x, "\n";
my @sorted = sort { $a <=> $b } 5, $x, 3;
print "@sorted\n";
print "chained ", 1 < $x < 20 ? 1 : 0, "\n";
print sprintf("%s %d %.1f", $s, $z, $z), "\n";
if ($s eq 'x') { } elsif ($s) { print "true\n" }
