# bless of every type, rebless, bless in void, one-argument bless, ref() of classes with ::.
use strict; use warnings;
package Q { sub new { bless {} } sub who { ref shift } }
package Sub::Q { our @ISA = 'Q' }
package main;
print Q->new->who, Sub::Q->new->who, "\n";
for my $r ({}, [], \(my $s = 1), sub { 1 }, \*STDOUT, \\"x", qr/x/) { my $o = bless $r, 'T'; print ref $o, " ", Scalar::Util::reftype($o), " ", $o == $r ? "same" : "other", "\n" }
use Scalar::Util ();
bless \*STDOUT, 'main';
my $o = bless {}, 'A1';
bless $o, 'B1';
print ref $o, "\n";
my $copy = $o;
bless $copy, 'C1';
print ref $o, "\n";
my $d = bless [], 'Deep::Name::Space';
print ref $d, " ", "$d" =~ /^Deep::Name::Space=ARRAY/ ? 1 : 0, "\n";
print Scalar::Util::blessed($d), defined Scalar::Util::blessed([]) ? "d" : "u", defined Scalar::Util::blessed("Q") ? "d" : "u", "\n";
eval { bless 5, 'X' };
print $@;
eval { bless undef, 'X' };
print $@;
eval { my $c = {}; bless [], $c };
print $@ =~ s/0x\w+/ADDR/r;
eval { bless \"lit", 'X'; print "const ok\n" };
print $@;
{ my @w; local $SIG{__WARN__} = sub { push @w, @_ }; my $e = bless [], ''; print ref $e, " @w"; my $u; @w = (); $e = bless [], $u; print ref $e, " @w" }
my %h;
my $hr = \%h;
bless \%h, 'HH';
print ref $hr, ref \%h, "\n";
sub main::m { "main method" }
my $m = bless {};
print ref $m, $m->m, "\n";
print((bless { a => 1 }, 'Z')->{a}, "\n");
my @objs = map { bless { n => $_ }, "N$_" } 1 .. 2;
print join(",", map { ref } @objs), "\n";
package Main2 { sub f { __PACKAGE__ } }
print Main2->f, "\n";
print ref(bless {}, "0") || "false", "\n";
