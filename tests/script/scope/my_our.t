# Lexical scope, shadowing, our across packages, my in conditions.
use strict; use warnings;
my $x = 1;
{ my $x = 2; print $x; { my $x = $x + 1; print $x } print $x }
print "$x\n";
our $g = "main";
package P { our $g = "P"; print $g, $main::g, $P::g; { our $g2 = "inner"; } package R; print $g }
print "$g $::g\n";
if ((my $y = 5) > 3) { print $y } else { print "no $y" }
print defined eval 'no strict; $y' ? "leak" : "gone", "\n";
for my $i (1) { my $z = $i }
my ($a1, @b1) = (1, 2, 3);
print $a1, @b1, "\n";
my $v = 10;
my $f = sub { my $v = $v * 2; $v };
print $f->(), $v, "\n";
while (my $l = shift @b1) { print $l }
print "\n";
our @arr = (1, 2);
{ local @arr = (9); print "@arr" }
print "@arr\n";
my $s = "lex";
our $s2 = "pkg";
{ no strict 'refs'; print ${"s2"}, defined ${"s"} ? "d" : "u", "\n"; }
my $same = 1;
{ no warnings; my $same = 2; print $same }
print "$same\n";
print eval 'my $q = 1; my $q = 2; $q', "\n";
sub f { our $pkgvar; $pkgvar = shift } f(3);
print our $pkgvar, $main::pkgvar, "\n";
{ package Foo; our ($aa, @bb, %cc) = (1); @bb = (2); $cc{k} = 3 }
print $Foo::aa, "@Foo::bb", $Foo::cc{k}, "\n";
my $code = do { my $hidden = 42; sub { $hidden } };
print $code->(), "\n";
my $cond = 1;

print eval q{ my $self = $self; 1 } ? "ok" : $@;
{ my $t = "a"; { $t .= "b"; my $t = "c"; } print $t, "\n" }
foreach my $n (1 .. 2) { my $count; $count++; print $count }
print "\n";
BEGIN { our $early = "set in BEGIN" }
our $early;
print "$early\n";
my ($p, undef, $r) = (1, 2, 3);
print $p + $r, "\n";
print "$main::{g} ", *g{PACKAGE}, "\n";
{ use vars qw($vv @va); $vv = 5; @va = (1); print $vv, @va, "\n"; } 
