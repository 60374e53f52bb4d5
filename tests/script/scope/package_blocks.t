# package BLOCK and package NAME VERSION, __PACKAGE__, nested packages, qualified names.
use strict; use warnings;
package Outer { our $v = "outer"; sub f { __PACKAGE__ } package Outer::Inner { our $v = "inner"; sub f { __PACKAGE__ . " $v" } } sub g { $v . Outer::Inner::f() } }
package Ver 1.25 { sub v { our $VERSION } }
print __PACKAGE__, " ", Outer::f(), " ", Outer::Inner->f, " ", Outer::g(), " ", Ver->v, " ", Ver->VERSION, "\n";
{ package Temp; our $x = 5; sub t { caller() . "" } print __PACKAGE__, " $x\n"; }
print __PACKAGE__, " $Temp::x ", Temp::t(), "\n";
package Late;
print __PACKAGE__, "\n";
sub here { "late" }
package main;
print Late::here(), " ", Late->can('here') ? 1 : 0, " $::{'Late::'}", "\n";
our $m = "main var";
print "$main::m $::m ${main::m} ${'main::m' eq 'x' ? \1 : \$m}\n";
{ no strict 'refs'; my $p = "Outer"; print ${"${p}::v"}, " ", &{"${p}::f"}(), " ", join(",", sort grep { /^[a-z]\w*$/ } keys %{"${p}::"}), "\n"; }
