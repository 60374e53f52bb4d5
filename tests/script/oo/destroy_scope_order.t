# In which order the lexicals of a block or sub go: what was declared last goes first; what the last
# statement got from a call stays until the statement is over.
use strict;
use warnings;
package D { sub new { my ($c, $n) = @_; bless {n => $n}, $c } sub DESTROY { print "D($_[0]{n}) " } }
package main;
{ my ($o, $i) = (D->new('o'), D->new('i')) }
print "\n";
{ my $o = D->new('o'); my $i = D->new('i') }
print "\n";
{ my $o = D->new('o'); my $i = D->new('i'); my $n = 1 }
print "\n";
{ my $t = D->new('t'); my @l = (D->new('l0'), D->new('l1')); my %m = (k => D->new('m')); my $u = D->new('u') }
print "\n";
sub group { my ($p, $q, $r) = (D->new('p'), D->new('q'), D->new('r')); return }
group();
print "\n";
sub nested { my $a = D->new('na'); { my $b = D->new('nb'); my $c = D->new('nc') } print '| '; my ($d, $e) = (D->new('nd'), D->new('ne')); () }
nested();
print "\n";
{ my ($q, @w) = (D->new('q'), D->new('w0')) }
print "\n";
sub args { my ($x, $y) = @_; my $z = D->new('z'); 1 }
args(D->new('t1'), D->new('t2'));
print "\n";
for my $n (1, 2) { my $x = D->new("x$n"); my $y = D->new("y$n"); print "body$n " }
print "\n";
eval { my $x = D->new('x'); my $y = D->new('y'); die "out\n" };
print $@;
