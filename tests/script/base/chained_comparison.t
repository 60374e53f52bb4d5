# Chained comparisons (5.32): each middle operand is evaluated once.
use strict; use warnings;
my $n = 0; sub mid { $n++; return 5 }
print 1 < 2 < 3 ? "y" : "n", 1 < 3 < 2 ? "y" : "n", 3 > 2 >= 2 > 1 ? "y" : "n", 1 < 2 > 1 ? "y" : "n", "\n";
print 1 < mid() < 9 ? "y" : "n", " $n\n"; print 9 < mid() < 1 ? "y" : "n", " $n\n";
sub boom { die "evaluated\n" } print eval { 5 < 1 < boom() } ? "y" : "n", " [", $@, "]\n";
print "a" lt "b" le "b" lt "c" ? "y" : "n", 1 == 1 == 1 ? "y" : "n", 2 == 2 == 2 ? "y" : "n", 5 == 5 != 4 ? "y" : "n", "\n";
print "a" eq "a" ne "b" ? "y" : "n", "\n"; my @r = (1 < 2 < 2); print scalar(@r), "[", $r[0], "]\n";
for my $code ('1 <=> 2 <=> 3', '1 cmp 2 cmp 3', '1 .. 2 .. 3', '1 == 2 <=> 3', '"a" isa X isa Y') {
    my $v = eval "use feature 'isa'; no warnings; $code"; print "$code: ", defined $v ? "'$v'" : $@;
    print "\n" if defined $v;
}
