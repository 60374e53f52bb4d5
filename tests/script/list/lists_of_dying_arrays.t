# Lists of elements whose array goes, moves or grows while the list is in use.
use strict;
use warnings;

our @b = qw(p q r);
push @b, grep { 1 } @b;
print "@b\n";
my @c = (1 .. 9);
push @c, grep({ $_ > 2 } @c), map({ $_ } @c), @c[1, 2], $c[3];
print scalar(@c), " @c\n";
push @c, @c for 1 .. 4;
print scalar(@c), " $c[-1]\n";
{
    my $n = push @b, grep { $_ ne 'q' } @b, @c[0, 1];
    print "$n @b\n";
}

package Counted {
    our $alive = 0;
    sub new { $alive++; bless [$_[1]] }
    sub name { $_[0][0] }
    sub DESTROY { $alive-- }
}

sub fresh { [map { Counted->new($_) } @_] }

{ print "$_|" for @{+["p", map { "q" } 1]}, 7; }
print "\n";
{ print $_->name, "|" for @{+[map { Counted->new($_) } 1 .. 3]}, Counted->new(4); }
print " $Counted::alive\n";
print $_->name, "-" for @{fresh(1, 2)}, @{fresh(3)}, fresh(4)->[0], @{fresh(5, 6)}[0, 1];
print " $Counted::alive\n";
print "$_+" for [1, 2]->[0], [3, 4]->[1], {a => 5}->{a}, @{[6, 7]}[0, 1], @{{b => 8}}{b}, values %{{c => 9}};
print "\n";
$_ .= "!" for @{[1, 2]}, my @copy = (3, 4);
print "@copy\n";
for my $x (@{[map { "m$_" } 1 .. 3]}, "end") { print "$x " }
print "\n";
print join(",", map { $_ . "." } @{[1, 2]}, [3]->[0]), "\n";
print join(",", grep { $_ } @{[1, 2]}, [3, 0]->[1]), "\n";
print join(",", sort { $a <=> $b } @{[3, 1]}, [2]->[0]), "\n";
