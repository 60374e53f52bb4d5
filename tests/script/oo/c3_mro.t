# Method resolution: dfs and c3, next::method, linear isa, changes at run time.
use strict; use warnings; use mro;
package A { sub hi { "A" } sub foo { "A::foo" } }
package B { our @ISA = 'A'; sub foo { "B>" . $_[0]->maybe } sub maybe { $_[0]->can('hi') ? "m" : "n" } }
package C { our @ISA = 'A'; sub hi { "C" } sub foo { "C" } }
package D { our @ISA = ('B', 'C') }
package E { use mro 'c3'; our @ISA = ('B', 'C') }
package main;
print D->hi, E->hi, "\n";
print "@{mro::get_linear_isa('D')} | @{mro::get_linear_isa('E')} | @{mro::get_linear_isa('D', 'c3')}\n";
print mro::get_mro('D'), mro::get_mro('E'), "\n";
package X { use mro 'c3'; sub go { "X" } sub only { "x-only" } }
package Y { use mro 'c3'; our @ISA = 'X'; sub go { "Y" . $_[0]->next::method } }
package Z { use mro 'c3'; our @ISA = 'X'; sub go { "Z" . $_[0]->next::method } sub opt { "Z" . ($_[0]->maybe::next::method // '-') } }
package W { use mro 'c3'; our @ISA = ('Y', 'Z'); sub go { "W" . $_[0]->next::method } }
package main;
print W->go, Y->go, W->opt, "\n";
print W->can('go') == \&W::go ? 1 : 0, "\n";
eval { package V; our @ISA = 'X'; sub bad { $_[0]->next::method } package main; V->bad };
print $@ =~ s/ at \S+ line \d+\.$//r;  # perl names a line of its own mro.pm
@C::ISA = ();
print E->can('foo') ? 1 : 0, E->isa('A') ? 1 : 0, "\n";
{ no strict 'refs'; push @{"New::ISA"}, 'C' }
print New->hi, "\n";
@New::ISA = ('A');
print New->hi, "\n";
*A::hi = sub { "A2" }
if 0;
{ no warnings 'redefine'; *A::hi = sub { "A2" }; }
print New->hi, D->hi, "\n";
eval { mro::set_mro('Bad', 'nosuch') };
print $@;
{ package P1; our @ISA = 'P2'; package P2; eval { our @ISA = 'P1' }; print $@ }
eval q{ package Q1; our @ISA = ('A1q', 'B1q'); package B1q; our @ISA = 'A1q'; package Q1; use mro 'c3'; 1 } or print $@;
print UNIVERSAL::isa('W', 'X') ? 1 : 0, "\n";
