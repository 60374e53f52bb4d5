# What deletes, localises or empties symbols, and what that means for methods resolved before.
use strict;
use warnings;
no strict 'refs';
no warnings 'once', 'redefine';
package Base { sub new { bless {}, shift } sub hello { "base" } }
package Kid { our @ISA = ('Base'); sub other { "kid" } }
package Second { sub hello { "second" } }
package main;
my $o = Kid->new;
sub try_it { eval { $o->hello } // "none: " . ($@ =~ /(Can't locate object method "\w+")/)[0] }
print try_it(), "\n";
{ local *Kid::hello = sub { "local" }; print try_it(), "\n" }
print try_it(), "\n";
{ local *Kid::hello; print try_it(), "\n" }
print try_it(), "\n";
{ local @Kid::ISA = ('Second'); print try_it(), "\n" }
print try_it(), "\n";
{ local *Kid::ISA; print try_it(), "\n"; @Kid::ISA = 'Second'; print try_it(), "\n" }
print try_it(), "\n";
*Kid::hello = sub { "own" };
print try_it(), "\n";
delete $Kid::{hello};
print try_it(), "\n";
undef @Kid::ISA;
print try_it(), "\n";
@Kid::ISA = 'Base';
print try_it(), "\n";
delete $Kid::{ISA};
print try_it(), "\n";
*Kid::ISA = ['Second'];
print try_it(), "\n";
my @plain = (1, 2);
undef @plain;
print try_it(), "\n";
require Symbol;
my $glob = Symbol::gensym();
print *$glob =~ /^\*Symbol::GEN\d+$/ ? "gensym\n" : "no\n", ref $glob, " ", exists $Symbol::{ *{$glob}{NAME} } ? "kept" : "gone", "\n";
print *{$glob}{NAME} ne *{ Symbol::gensym() }{NAME} ? "another\n" : "same\n";
