# reset: m?? matches again, variables by first letter (perlfunc reset).
sub once { my $n = 0; for (1 .. 3) { $n++ if "a" =~ m?a? } $n }
print once(), once(), "\n";
reset;
print once(), "\n";
for (1 .. 5) { print "abc" =~ m?b? ? "y" : "n"; reset if $_ == 3 }
print "\n";
{ package Other; sub once { scalar "a" =~ m?a? } }
print Other::once() ? 1 : 0, Other::once() ? 1 : 0;
reset;
print Other::once() ? 1 : 0;
{ package Other; reset }
print Other::once() ? 1 : 0, "\n";
our ($xa, @xb, %xc, $yy) = (1);
@xb = (1); %xc = (1, 2); $yy = 5;
print reset('x'), defined $xa ? 1 : 0, scalar(@xb), scalar(keys %xc), $yy, "\n";
our ($za, $ab, $Q) = (1, 2, 3);
my $lexical = 4;
reset 'a-z';
print defined $za ? 1 : 0, defined $ab ? 1 : 0, defined $yy ? 1 : 0, defined $Q ? 1 : 0, "$lexical\n";
package Foo; our $x = 1;
package main; our $x = 2;
reset 'x';
print defined $Foo::x ? 1 : 0, defined $x ? 1 : 0, "\n";
package Foo; reset "x";
package main;
print defined $Foo::x ? 1 : 0, "\n";
our ($b1, $c1, $_z) = (1, 1, 2);
reset "_b-";
print defined $b1 ? 1 : 0, defined $c1 ? 1 : 0, defined $_z ? 1 : 0, "\n";
my $code = eval "reset; 5";
print "$code\n";
