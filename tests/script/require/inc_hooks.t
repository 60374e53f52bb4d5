# @INC hooks: code refs, array refs, objects; filehandle, scalar ref and generator returns.
use strict; use warnings;
my @seen;
unshift @INC, sub { my ($self, $file) = @_; push @seen, $file; if ($file eq 'Hook1.pm') { my $src = "package Hook1; sub hi { 'hook1' } 1;"; open my $fh, '<', \$src or die; return $fh } if ($file eq 'Hook2.pm') { return \"package Hook2; sub hi { 'hook2 ' . __FILE__ } 1;" } if ($file eq 'Gen.pm') { my @l = ("package Gen;\n", "sub hi { 'gen' }\n", "1;\n"); return sub { $_ = shift @l; defined $_ ? 1 : 0 } } return };
require Hook1;
print Hook1->hi, "\n";
require Hook2;
print Hook2->hi =~ s/0x[0-9a-f]+/ADDR/r, "\n";
require Gen;
print Gen->hi, "\n";
print "@seen\n";
print ref $INC{'Hook1.pm'}, "\n";
push @INC, [sub { my ($arr, $f) = @_; return unless $f eq 'Arr.pm'; my $s = "package Arr; sub hi { '$arr->[1]' } 1;"; open my $fh, '<', \$s; $fh }, "extra"];
require Arr;
print Arr->hi, "\n";
package Finder { sub new { bless {}, shift } sub Finder::INC { my ($s, $f) = @_; return unless $f eq 'Obj.pm'; my $src = "package Obj; sub hi { 'obj' } 1;"; open my $fh, '<', \$src; return $fh } } push @INC, Finder->new;
require Obj;
print Obj->hi, "\n";
eval { require Missing::Thing };
print $@ =~ /^Can't locate Missing\/Thing\.pm in \@INC/ ? "missing ok\n" : $@;
unshift @INC, sub { die "hook died for $_[1]\n" if $_[1] eq 'Die.pm'; return };
eval { require Die };
print $@;
{ local @INC = sub { $_[1] eq 'Fil.pm' or return; my $s = "package Fil; sub hi { 'UPPER' } 1;"; open my $fh, '<', \$s; return ($fh, sub { s/UPPER/filtered/; $_[0] if 0; return length $_ ? 1 : 0 }) }; eval { require Fil; print Fil->hi, "\n"; 1 } or print $@ }
my $n = 0;
{ local @INC = (sub { $n++; return }); eval { require Nope1 }; eval { require Nope1 } }
print "$n\n";
$INC{'Fake.pm'} = 1;
print require Fake;
print "\n";
