# A variable declared inside a returned expression, in list context.
use strict;
use warnings;
sub ref_to_my  { return \(my $copy = $_[0]) }
sub in_list    { return (0, \(my $copy = $_[0]), 9) }
sub conditional { my $d = shift; ref $d eq 'SCALAR' ? \(my $c = $$d) : $d }
my @r = ref_to_my(5);
print scalar(@r), " ${ $r[0] }\n";
my @l = in_list(6);
print "$l[0] ${ $l[1] } $l[2]\n";
my %h = (s => conditional(\'text'), n => conditional(3));
print "${ $h{s} } $h{n}\n";
my @many = map { ref_to_my($_) } 1 .. 3;
print join(',', map $$_, @many), "\n";
# A sub defined without a prototype loses the one it was declared with.
use Scalar::Util 'set_prototype';
no warnings 'prototype';
BEGIN { set_prototype(\&later, '_') }
sub later { "later(@_)" }
print later(1, 2), ' ', defined prototype('later') ? 'has one' : 'has none', "\n";
BEGIN { local $SIG{__WARN__} = sub { print "W: $_[0]" }; use warnings; eval 'sub p1($$); sub p1 { 1 } no warnings "syntax"; sub p2($); sub p2 { 2 }' }
