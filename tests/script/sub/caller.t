# caller: all fields, levels, eval frames, packages.
use strict; use warnings;
sub show { my $i = shift; my @c = caller($i); return @c ? join("|", map { defined $_ ? $_ : 'u' } @c[0, 2, 3, 4, 5], $c[1] =~ s{.*/}{}r) : "none" }
sub a1 { show(@_) }
sub b1 { a1(@_) }
print show(0), "\n";
print a1(1), "\n";
print scalar(b1(2)), "\n";
my ($l) = b1(2);
print "$l\n";
b1(5);
print b1(9), "\n";
print eval { show(1) }, "\n";
print eval 'show(1)', "\n";
package P { sub m { my @c = caller; "$c[0] $c[2]" } sub n { main::show(1) } }
print P::m(), " ", P->n, "\n";
package Q { sub f { P::m() } }
print Q::f(), "\n";
sub simple { join ",", map { s{.*/}{}r } (caller)[0, 1, 2] }
print simple(), "\n";
my $anon = sub { (caller(0))[3] };
print $anon->(), "\n";
{ no warnings; local *named = sub { (caller(0))[3] }; print named(), "\n"; }
print defined caller() ? "d" : "u", scalar(my @x = caller(0)), "\n";
sub pkg { scalar caller }
print pkg(), "\n";
{ package Z; print main::pkg(), "\n"; }
sub ev { my @c = caller(1); "$c[3] " . ($c[6] // 'u') . " " . ($c[7] // 'u') }
print eval { ev() }, "\n";
print eval 'ev()', "\n";
sub args { package DB; my @c = caller(1); "@DB::args" }
sub with { args() }
print with(1, 2, 3), "\n";
sub trace { my @t; my $i = 0; while (my @c = caller($i++)) { push @t, "$c[3]:$c[2]" } join " < ", @t }
sub t1 { trace() }
sub t2 { eval { t1() } }
print t2(), "\n";
print join(",", map { t1() } 1), "\n";
my @s = sort { print "in sort ", (caller(0))[3] // 'none', "\n"; 0 } 1, 2;
sub __ANON__x { (caller(0))[3] }
print __ANON__x(), "\n";
sub h { (caller(0))[4] }
print h(1), &h, "\n";
# line 100 "renamed.pl"
print simple(), " ", __LINE__, " ", __FILE__, "\n";
eval qq{#line 7 "inner"\nprint simple(), "\\n"; die "x"};
print $@;
BEGIN { print "begin: ", (caller(0))[3] // 'none', "\n" }
sub import_like { my ($p, $f, $ln) = caller; "$p:$ln" }
print import_like(), "\n";
