# Packages, constructors, inheritance, SUPER, can, isa, DOES, class methods.
use strict; use warnings;
package Animal { sub new { my ($c, %a) = @_; my $s = bless { name => $a{name} // 'x', sound => 'noise' }, $c; $s->init; $s } sub init { $_[0]{init}++ } sub speak { my $s = shift; sprintf "%s says %s", $s->{name}, $s->sound } sub sound { $_[0]{sound} } sub kind { ref $_[0] || $_[0] } }
package Dog { our @ISA = ('Animal'); sub init { my $s = shift; $s->SUPER::init(@_); $s->{init} += 10 } sub sound { 'woof' } sub speak { my $s = shift; $s->SUPER::speak() . '!' } }
package Puppy { use parent -norequire, 'Dog'; sub sound { lc $_[0]->SUPER::sound() . ' (small)' } }
package main;
for my $c (qw(Animal Dog Puppy)) { my $o = $c->new(name => lc $c); print $o->speak, " $o->{init} ", $o->kind, " ", $c->kind, "\n" }
my $p = Puppy->new;
print join(",", map { $p->isa($_) ? 1 : 0 } qw(Puppy Dog Animal UNIVERSAL Cat)), "\n";
print Puppy->isa('Animal') ? 1 : 0, Puppy->can('speak') ? 1 : 0, Puppy->can('fly') ? 1 : 0, $p->DOES('Dog') ? 1 : 0, UNIVERSAL::isa($p, 'HASH') ? 1 : 0, UNIVERSAL::isa([], 'ARRAY') ? 1 : 0, UNIVERSAL::can($p, 'init') == \&Dog::init ? 1 : 0, "\n";
my $m = $p->can('sound');
print $p->$m, "\n";
print Dog::sound(), "\n";
print $p->Animal::sound, "\n";
