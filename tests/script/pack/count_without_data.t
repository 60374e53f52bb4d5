# A counted item when the data end before the count.
use strict;
use warnings;
for my $template ('s/a*', 'n/a* C', 'C/(a)', 'N/A* N/A*', 'w/a') {
    for my $data ('', "\1") {
        my @got = eval { unpack $template, $data };
        print "$template: ", scalar @got, ' ', join('|', map { sprintf '%vd', $_ } @got), ' ', $@ || "\n";
    }
}
my @got = eval { unpack 'x/a', 'abc' };
print scalar @got, ' ', $@ || "\n";
local $SIG{__WARN__} = sub { print "warned: $_[0]" };
print sprintf('%tf %zf %jg %te %qf %Lf %td %zx', 1.5, 2.5, 3.5, 4, 5, 6, 7), "\n";
