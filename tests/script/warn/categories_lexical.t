# warnings are lexical, per category, FATAL, -w interplay, warnings::enabled and register.
use strict; BEGIN { $SIG{__WARN__} = sub { print "W: $_[0]" } } my ($u, $x);
$x = "a$u";
{ use warnings; $x = "b$u"; { no warnings; $x = "c$u" } { no warnings 'uninitialized'; $x = "d$u"; $x = "q" + 1 } { no warnings qw(numeric); $x = "q" + 1; $x = "e$u" } }
$x = "f$u";
{ local $^W = 1; $x = "g$u" }
$x = "h$u";
{ use warnings FATAL => 'uninitialized'; eval { $x = "i$u"; print "never\n" }; print "E: $@"; $x = "q" + 1; } { use warnings; use warnings FATAL => 'all'; eval { $x = "q" + 1 }; print "E: $@"; use warnings NONFATAL => 'all'; $x = "r" + 1 } { use warnings 'void'; eval '5; 1'; $x = "j$u" } { no warnings; use warnings 'uninitialized'; $x = "k$u" } { local $^W = 1; no warnings; $x = "l$u" }
package My { use warnings::register; sub f { warnings::warnif("from My::f"); warnings::enabled() ? "enabled" : "disabled" } sub g { warnings::warn("always") if warnings::enabled(); warnings::warnif('deprecated', 'old thing') } } { use warnings; print My::f(), "\n"; My::g(); { no warnings 'My'; print My::f(), "\n"; My::g() } { no warnings; print My::f(), "\n" } }
eval 'use warnings "nosuch"';
print $@;
{ use warnings; eval '$x = "m$u"' } { no warnings; eval '$x = "n$u"; use warnings; $x = "o$u"' } { use warnings qw(FATAL numeric); eval { $x = 1 + "z" }; print "E: $@" }
sub later { $x = "p$u" } { use warnings; later() } 
