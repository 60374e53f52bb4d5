# carp, croak, confess, cluck: levels, packages, trust, arguments.
use strict; use warnings; $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/0x[0-9a-f]+/ADDR/gr };
package Lib { use Carp qw(carp croak confess cluck longmess shortmess); sub c { carp "carped" } sub cr { croak "croaked" } sub cf { confess "confessed" } sub cl { cluck "clucked" } sub in { c(@_) } sub deep { inner(@_) } sub inner { croak "deep croak: @_" } sub msg { shortmess("short") } sub lmsg { longmess("long") } sub nl { croak "with nl\n" } sub obj { croak { code => 1 } } }
package Mid { sub call { Lib::cr() } sub kid { Kid->m } }
package Kid { our @ISA = 'Lib'; sub m { Lib::cr() } }
package main;
sub user { Lib::c(1) } user();
Lib::in("a");
eval { Lib::cr() };
print $@;
eval { Lib::deep("x", 2) };
print $@;
eval { Lib::cf(1, "two", undef, [3]) };
print $@ =~ s/0x[0-9a-f]+/ADDR/gr;
Lib::cl("arg");
eval { Mid::call() };
print $@;
eval { Mid::kid() };
print $@;
print Lib::msg(), "\n";
print Lib::lmsg(), "\n";
eval { Lib::nl() };
print $@;
eval { Lib::obj() };
print ref $@, "\n";
sub outer { mid(@_) }
sub mid { Carp::confess("trace") }
eval { outer("long" x 30, 'q"uote', 1.5) };
print $@;
{ local $Carp::CarpLevel = 1; eval { Lib::deep(1) }; print $@ } { local $Carp::Verbose = 1; eval { Lib::cr() }; print $@ }
eval { Carp::croak("from main") };
print $@;
eval 'Lib::cr()';
print $@;
my $anon = sub { Lib::cr() };
eval { $anon->(1) };
print $@;
