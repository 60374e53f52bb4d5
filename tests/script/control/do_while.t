# do BLOCK with while/until runs once first; last needs an extra block; do as a value.
use strict; use warnings;
my $i = 0;
do { $i++ }
while ($i < 5);
print "$i\n";
do { $i-- }
until $i <= 2;
print "$i\n";
do { $i = 100 }
while 0;
print "$i\n";
my $v = do { 1; 2; "last" };
print "$v\n";
my @l = do { (1, 2, 3) };
print "@l\n";
my $c = do { my @a = (4, 5); @a };
print "$c\n";
{ do { $i++; last if $i > 103 } while (1) }
print "$i\n";
LOOP: { do { $i--; last LOOP if $i < 100 } until 0 }
print "$i\n";
do {{ next if $i == 99; print "skipped" }}
while ($i++ < 99);
print "$i\n";
my $x = do { if ($i > 5) { "big" } else { "small" } };
print "$x\n";
my $e = do { };
print defined $e ? "d" : "u", "\n";
my @e = do { () };
print scalar(@e), "\n";
print "sum: " . do { my $s = 0; $s += $_ for 1 .. 4; $s } . "\n";
my $u = do { unless (0) { "unl" } };
print "$u\n";
my $n = 3;
print $n-- while $n;
print "\n";
print $n++ until $n == 3;
print "\n";
my $str = '';
$str .= $_ foreach reverse 'a' .. 'd';
print "$str\n";
print "if\n" if do { 1 };
my $f = do { local $_ = "abc"; tr/a-c/x-z/r };
print "$f\n";
my $d = do { 5 } + 1;
print "$d\n";
eval { do { last } while (1); 1 } or print $@;
my ($p, $q) = do { (7, 8) };
print $p + $q, "\n";
print do { "nested " . do { "do" } }, "\n";
my $cnt = () = do { (1, 2, 3) };
print "$cnt\n";
do { print "once\n" }
if 1;
do { print "modfor$_ " }
for 1 .. 2;
print "\n";
do { print "unl\n" }
unless 0;
