# perlipc-only: perl has these; perlipc refuses them by name, at compile time, with file and line.
use strict;
use warnings;
my @refused = (
    ['my %h; dbmopen(%h, "x", 0600)', 'dbmopen'],
    ['my %h; dbmclose(%h)',           'dbmclose'],
    ['CORE::dump',                    'dump'],
    ['use feature "refaliasing"; my ($x, $y); \\$x = \\$y', 'Aliasing via reference'],
    ['use feature "refaliasing"; my ($x, $y); (\\$x) = \\$y', 'Aliasing via reference'],
    [join('', 'no strict;', map "\$many$_ = 1;", 1 .. 70_000), 'More than 65536 package variables'],
);
print '1..', scalar(@refused), "\n";
my $number = 0;
for my $case (@refused) {
    my ($code, $name) = @$case;
    $number++;
    my $done = eval "no warnings; $code; 1";
    my $ok = !$done && $@ =~ /^\Q$name\E.* not supported by perlipc at \(eval \d+\) line 1/;
    print $ok ? 'ok' : 'not ok', " $number - $name", $ok ? '' : " got: $@", "\n";
}
