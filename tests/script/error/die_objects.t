# Exception objects: methods, stringify, PROPAGATE, isa checks, hierarchy.
use strict; use warnings;
package Err { use overload '""' => sub { "Err(" . $_[0]{msg} . ")" }, fallback => 1; sub new { my ($c, %a) = @_; bless {%a}, $c } sub throw { my $c = shift; die $c->new(@_) } sub msg { $_[0]{msg} } }
package Err::IO { our @ISA = 'Err' }
package Plain { sub new { bless { n => $_[1] }, $_[0] } sub PROPAGATE { my ($s, $f, $l) = @_; bless { n => "$s->{n}+prop" }, ref $s } }
package main;
eval { Err->throw(msg => "one") };
print ref $@, " ", $@->msg, " $@\n";
eval { Err::IO->throw(msg => "two") };
if (ref $@ && $@->isa('Err')) { print "isa Err: ", $@->msg, "\n" }
eval { eval { Err::IO->throw(msg => "re") }; die $@ if $@->isa('Err::IO') };
print "rethrown ", $@->msg, "\n";
eval { eval { die Plain->new("p") }; die };
print $@->{n}, "\n";
sub try_it { my ($c, %h) = @_; my @r = eval { $c->() }; if (my $e = $@) { for my $k (sort keys %h) { return $h{$k}->($e) if ref $e && $e->isa($k) } die $e } @r }
print try_it(sub { Err::IO->throw(msg => "m") }, 'Err::IO' => sub { "handled " . $_[0]->msg }), "\n";
print eval { try_it(sub { die "str\n" }, Err => sub { "x" }); 1 } ? "no" : "passed on: $@";
my $obj = Err->new(msg => "kept");
eval { die $obj };
eval { die $obj };
print $@->{msg}, "\n";
eval { die sub { "code" } };
print $@->(), "\n";
eval { die \"scalar ref" };
print ${$@}, "\n";
my $w = '';
local $SIG{__WARN__} = sub { $w .= ref $_[0] ? "obj:" . ref $_[0] : $_[0] };
warn $obj;
print "$w\n";
{ package Guard; sub new { bless { n => $_[1] }, $_[0] } sub DESTROY { eval { 1 }; print "guard $_[0]{n}\n" } }
eval { my $g = Guard->new(1); die "with guard\n" };
print "err: $@";
eval { my $g = Guard->new(2); Err->throw(msg => "g2") };
print "err: $@\n";
print "end\n";
