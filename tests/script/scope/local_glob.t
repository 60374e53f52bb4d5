# local on globs and subs: handles, replaced functions, restoring.
use strict; use warnings; no warnings 'redefine';
our $x = "orig";
sub f { "orig f" } { local *f = sub { "temp f" }; print f(), "\n" }
print f(), "\n";
{ local *x = \"aliased"; print "$x\n" }
print "$x\n";
our @x = (1);
{ local *x; print defined $x ? "d" : "u", scalar(@x), "\n" }
print "$x @x\n";
sub with_fh { local *FH; open FH, '<', \"line in local\n" or die; my $l = <FH>; $l }
print with_fh();
print defined fileno(FH) ? "open" : "closed", "\n";
{ no strict 'refs'; local *{"main::f"} = sub { "by name" }; print f(), "\n" }
print f(), "\n";
package Cls { sub m { "m" } } { local *Cls::m = sub { "mocked " . ref $_[0] }; print bless({}, 'Cls')->m, "\n" }
print Cls->m, "\n";
our %h = (a => 1);
sub alias { local *h = shift; join ",", map "$_$h{$_}", sort keys %h }
print alias({ b => 2 }), alias(\%h), "\n";
sub arr { our @al; local *al = $_[0]; push @al, 9 }
my @mine = (1);
arr(\@mine);
print "@mine\n";
eval { local *f = sub { die "inside\n" }; f() };
print $@, f(), "\n";
my $old = \&f;
{ local *f; print defined &f ? "d" : "u", "\n" }
print $old->(), "\n";
*g = \&f;
print g(), "\n";
{ local *STDOUT; open STDOUT, '>', \my $buf or die; print STDOUT "captured"; close STDOUT; print STDERR "" ; our $got = $buf }
print "got: ", our $got, "\n";
sub counter { our $n; local $n = $n + 1; $n < 3 ? counter() : $n }
our $n = 0;
print counter(), $n, "\n";
undef &g;
eval { g(); 1 } or print $@;
eval { f(); 1 } or print $@;
