# C-style for, foreach with ranges, reverse, continue blocks, while with my.
use strict; use warnings;
for (my $i = 0; $i < 3; $i++) { print $i }
print "\n";
for (my ($i, $j) = (0, 9); $i < $j; $i += 2, $j -= 2) { print "$i$j " }
print "\n";
my $k;
for ($k = 5; $k > 0; $k -= 2) { }
print "$k\n";
for (;;) { last }
my $c = 0;
for (; $c < 3;) { $c++ }
print "$c\n";
for my $i (reverse 1 .. 3) { print $i }
print "\n";
foreach (qw(a b)) { print }
print "\n";
for my $p ([1, 2], [3, 4]) { my ($x, $y) = @$p; print $x * $y, " " }
print "\n";
my $w = 3;
while ($w) { $w-- } continue { print "c$w " }
print "\n";
$w = 0;
until ($w >= 3) { next if $w == 1; print "u$w " } continue { $w++ }
print "\n";
for my $i (1 .. 4) { next if $i % 2; print "n$i " } continue { print "k$i " if 0; print "k" }
print "\n";
my @q = (1 .. 3);
while (defined(my $x = shift @q)) { print $x; push @q, 9 if $x == 1 }
print "\n";
my $str = "abc";
while ($str =~ /(.)/g) { print "<$1>" }
print "\n";
my %h = (a => 1);
while (my ($kk, $v) = each %h) { print "$kk$v\n" }
for (my $x = "a"; $x ne "e"; $x++) { print $x }
print "\n";
for (my $f = 0; $f < 1; $f += 0.25) { print $f, " " }
print "\n";
my @subs;
for my $n (1 .. 3) { push @subs, sub { $n } }
print map({ $_->() } @subs), "\n";
print "$_ " for grep { $_ & 1 } 1 .. 6;
print "\n";
for my $i (-2 .. 2) { print $i }
print "\n";
for ('x' .. 'z') { print }
print "\n";
my @a = (3, 1, 2);
for my $i (0 .. $#a) { print "$i=$a[$i];" }
print "\n";
for (sort { $a <=> $b } @a) { print }
print "\n";
for my $i (1 .. 3) { for my $j (1 .. $i) { print "*" } print "\n" }
my ($x, $y) = (0, 0);
for ($x, $y) { $_ += 5 }
print $x + $y, "\n";
my $t = 0;
for my $i (1 .. 10) { last if $i > 5; $t += $i }
print "$t\n";
for (1) { print "single\n" }
for my $e (undef) { print defined $e ? "d" : "u", "\n" }
my $last;
for (1 .. 3) { $last = $_ }
print "$last\n";
while () { last }
print "while ()\n";
my $it = 0;
{ $it++; redo if $it < 3 }
print "$it\n";
for my $i (1 .. 2, 5, 7 .. 8) { print $i }
print "\n";
for (my $i = 0, my $s = ''; $i < 2; $i++) { $s .= $i; print $s }
print "\n";
