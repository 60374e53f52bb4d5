# A stub that was imported before AUTOLOAD defined its sub is that sub from then on.
use strict; use warnings;
package P; our $AUTOLOAD; sub AUTOLOAD { my $n=$AUTOLOAD; print "auto $n\n"; no strict 'refs'; *$n = sub {"real(@_)"}; goto &$n } sub foo; sub baz;
package main; BEGIN { *bar=\&P::foo; *qux=\&P::baz; *imported=\&P::later; }
print bar(1),"\n"; print bar(2),"\n"; my $r=\&bar; print $r->(3),"\n"; print &bar(4),"\n"; print P::foo(5),"\n"; print qux(6),qux(7),"\n"; print imported(8),imported(9),"\n"; print defined &bar?1:0, defined &P::foo?1:0,"\n"; my @l=map { bar($_) } 1..2; print "@l\n"; print P->can('foo')->(1),"\n"; my $s=sub { goto &bar }; print $s->(10),"\n"; print main->bar,"\n";
