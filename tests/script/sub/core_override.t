# CORE::, CORE::GLOBAL overrides, user subs named like builtins, &CORE:: subs.
use strict; use warnings;
print CORE::length("abc"), CORE::uc("x"), "\n";
BEGIN { *CORE::GLOBAL::sleep = sub { "slept $_[0]" }; *CORE::GLOBAL::hex = sub { "hexed(@_)" } }
print sleep(5), " ", hex("ff"), " ", CORE::hex("ff"), "\n";
{ package Loc; use subs 'oct'; sub oct { "my oct @_" } print oct("17"), " ", CORE::oct("17"), "\n"; }
sub reverse_it { "own" } { no warnings; sub lc { "never called" } print lc("ABC"), " ", &lc("ABC"), " ", main::lc("ABC"), "\n"; }
my $f = \&CORE::length;
print $f->("four"), " ", &CORE::join("-", 1, 2), "\n";
BEGIN { *CORE::GLOBAL::die = sub { CORE::die("wrapped: @_") } }
eval { die "oops\n" };
print $@;
{ package Other; eval { die "other\n" }; print $@; }
BEGIN { *CORE::GLOBAL::time = sub () { 12345 } }
print time, " ", time + 1, "\n";
print defined &CORE::GLOBAL::time ? "d" : "u", "\n";
sub say { "mysay(@_)" }
print say("x"), "\n";
sub dump { "dump" }
print main::dump(), "\n";
package Str { sub new { bless [], shift } sub print { "method print" } sub length { "method length" } sub y { "y" } sub s { "s" } sub q { "q" } }
package main;
my $o = Str->new;
print $o->print, $o->length, $o->y, $o->s, $o->q, "\n";
