# Array idioms: uniq, intersection, rotate, chunk, shuffle by index, flatten, queue and stack.
use strict; use warnings;
my @a = (3, 1, 3, 2, 1);
my %s;
my @u = grep { !$s{$_}++ }
@a;
print "@u\n";
my @b = (2, 3, 5);
my %in = map { $_ => 1 }
@a;
print join(",", grep { $in{$_} } @b), "|", join(",", grep { !$in{$_} } @b), "\n";
push @u, shift @u;
print "@u\n";
unshift @u, pop @u;
print "@u\n";
my @q = 1 .. 7;
my @ch;
push @ch, [splice @q, 0, 3] while @q;
print join("|", map { "@$_" } @ch), "\n";
my @z = map { [$a[$_], $u[$_] // '-'] } 0 .. $#a;
print join(" ", map { "@$_" } @z), "\n";
my ($min, $max) = (sort { $a <=> $b } @a)[0, -1];
print "$min $max\n";
my $sum = 0;
$sum += $_ for @a;
print $sum / @a, "\n";
my @idx = sort { $a[$a] <=> $a[$b] || $a <=> $b } 0 .. $#a;
print "@idx\n";
print "last $a[-1] $a[$#a] ", scalar(@a), " ", $#a + 1, "\n";
my @copy = @a;
@copy[1 .. 2] = @copy[2, 1];
print "@copy\n";
print "has\n" if grep { $_ == 2 }
@a;
my ($i) = grep { $a[$_] == 2 } 0 .. $#a;
print "$i\n";
@a = () ;
print "empty ", @a ? "no" : "yes", "\n";
my @two = map { [(0) x 3] } 1 .. 2;
$two[0][1] = 5;
print join("/", map { join "", @$_ } @two), "\n";
my @sorted = map { $_->[1] } sort { $a->[0] <=> $b->[0] } map { [length, $_] } qw(ccc a bb);
print "@sorted\n";
my @rev = reverse sort { $a cmp $b } qw(b a c);
print "@rev\n";
my $str = join ",", map { "'$_'" }
@rev;
print "$str\n";
my @bits = split //, sprintf "%b", 10;
print "@bits\n";
my ($h, @t) = @rev;
print "$h|@t\n";
my @nest = (1, [2, [3, [4]]]);
my @fl;
my @st = @nest;
while (@st) { my $x = shift @st; ref $x ? unshift(@st, @$x) : push @fl, $x }
print "@fl\n";
local $, = "-";
print @fl;
print "\n";
