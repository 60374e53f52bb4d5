# our $x is seen in the rest of its own statement where no other variable of that name is.
use strict;
use warnings;
our @list = (1, 2) unless @list;
print "@list\n";
our $value = 3 unless defined $value;
print "$value\n";
our %map = (a => 1) if !%map;
print keys %map, "\n";
our $counted = ($counted // 4) + 1;
print "$counted\n";
my $mine = 5;
{
    our $mine = 7 if !defined $mine;
    print defined $mine ? 'defined' : 'undefined', "\n";
}
package Other;
our $value = $value;
print defined $value ? $value : 'undefined', "\n";
eval 'my $fresh = $fresh; 1' or print $@ =~ /^(Global symbol "\$fresh")/, "\n";
eval 'our $seen = 1 if !$seen; print "$seen\n"; 1' or print $@;
