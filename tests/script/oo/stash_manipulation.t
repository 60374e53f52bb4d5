# Methods added, removed and replaced at run time are seen at once.
use strict; use warnings; no warnings qw(redefine once);
package B { sub m { "B::m" } sub n { "B::n" } }
package K { our @ISA = 'B' }
package main;
my $o = bless {}, 'K';
print $o->m;
*K::m = sub { "K::m" };
print $o->m;
undef &K::m;
print eval { $o->m } // $@ =~ s/ at .*//sr;
delete $K::{m};
print $o->m, "\n";
*B::m = sub { "B2" };
print $o->m;
{ local *B::m = sub { "loc" }; print $o->m }
print $o->m, "\n";
@K::ISA = ();
print eval { $o->n } // "lost", "\n";
@K::ISA = ('B');
print $o->n;
eval 'sub K::n { "evald" }';
print $o->n;
*K::alias = \&B::n;
print $o->alias, "\n";
{ no strict 'refs'; print join(",", sort grep { defined &{"K::$_"} } keys %K::), "\n"; for my $n (qw(p q)) { *{"K::$n"} = sub { "gen-$n" } } print $o->p, $o->q, "\n"; }
print K->can('p') ? 1 : 0;
undef *K::p;
print K->can('p') ? 1 : 0, "\n";
my $orig = \&B::n;
*B::n = sub { "wrapped(" . $orig->(@_) . ")" };
delete $K::{n};
print $o->n, "\n";
package K { sub DESTROY { print "destroyed\n" } } undef $o;
print "end\n";
print exists $::{"K::"} ? "stash\n" : "none\n";
print exists $::{"Nowhere::"} ? "stash\n" : "none\n";
eval { Late->m };
print $@;
eval 'package Late; sub m { "late m" }';
print Late->m, "\n";
