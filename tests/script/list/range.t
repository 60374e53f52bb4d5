# The list range operator on numbers and strings.
use strict; use warnings; sub s { }
$SIG{__WARN__} = sub { print "W: $_[0]" };
print join(",", 1 .. 5), "|", join(",", 5 .. 1), "|", join(",", -2 .. 2), "|", join(",", 1.9 .. 4.9), "|", join(",", 3 .. 3), "\n";
print join(",", 'a' .. 'e'), "|", join(",", 'aa' .. 'ad'), "|", join(",", 'x' .. 'ab'), "|", join(",", '01' .. '05'), "|", join(",", '08' .. '11'), "|", join(",", 'a1' .. 'b2'), "|", join(",", 'Zz' .. 'AAc'), "\n";
print join(",", 'a' .. 'a'), "|", scalar(my @z = ('z' .. 'a')), "|", join(",", 'b' .. 'a') =~ tr/,// + 1, "|", join(",", '' .. ''), "|", join(",", 'abc' .. 'ab'), "\n";
print join(",", "2" .. "10"), "|", join(",", "-2" .. "2"), "|", join(",", "a" .. 3), "|", join(",", "+1" .. 3), "|", join(",", " 1" .. 3), "|", join(",", "1e1" .. 12), "|", join(",", '0x1' .. '0x3'), "|", join(",", "09" .. "08") =~ tr/,//, "\n";
my ($l, $h) = (3, 6);
print "@{[$l .. $h]} @{[$l + 1 .. $h - 1]}\n";
my $u;
my @e = ($u .. 2);
print "@e\n";
@e = (1 .. $u);
print scalar(@e), "\n";
print join(",", map { $_ * 2 } 1 .. 3), "\n";
my @alpha = ('A' .. 'C', 'x' .. 'z', 0 .. 3);
print "@alpha\n";
for (1 .. 3) { $_ *= 2; print }
print "\n";
for my $i (reverse 1 .. 3) { print $i }
print "\n";
my $sum = 0;
$sum += $_ for 1 .. 100000;
print "$sum\n";
for (my $n = 9223372036854775805; $n < 9223372036854775807; $n++) { print "$n\n" }
eval { my @x = (1 .. 1e19); 1 } or print $@;
eval { for (9223372036854775806 .. 9223372036854775807) { print "$_\n" } 1 } or print $@;
my @c = ('az' .. 'bc');
print "@c\n";
print join(",", 'a-' .. 'c'), "|", join(",", '*x' .. 'az') , "\n";
print "@{['aaa' .. 'aac']}[1]\n";
print scalar(() = 'aa' .. 'zz'), "\n";
