# while (my $line = <FH>): every round has its own variable, whatever became of the one before.
use strict; use warnings;
my $text = join '', map { "line $_ " . 'x' x ($_ * 7 % 40) . "\n" } 1 .. 12;
sub lines { open my $fh, '<', \$text or die; $fh }

my (@kept, @refs, @subs);
my $fh = lines();
while (my $line = <$fh>) { chomp $line; push @kept, $line }
print join('|', @kept), "\n";
$fh = lines();
while (my $line = <$fh>) { push @refs, \$line if $. % 2 }
print map { $$_ } @refs;
$fh = lines();
while (my $line = <$fh>) { push @subs, sub { $line . shift } if $. % 3 == 0 }
print map { $_->("!\n") } @subs;
$fh = lines();
while (my $line = <$fh>) { my $alias = \substr($line, 0, 4); $$alias = "LINE"; print $line if $. < 3 }
$fh = lines();
while (my $line = <$fh>) { $line =~ /(\d+)/ and pos($line) = 2; print defined pos $line ? pos $line : 'none' , "," if $. < 4 }
print "\n";
$fh = lines();
while (my $line = <$fh>) { $line = [$line] if $. == 2; $line = 17 if $. == 3; $line .= "\x{100}" if $. == 4; undef $line if $. == 5;
  next if $. == 6; last if $. == 9; print defined $line ? ref $line || length $line : 'undef', ' ' }
print "\n";
# a line shorter than the one before, the last one without newline, nothing at all
$text = "a long first line\nb\n\nlast";
$fh = lines();
while (my $line = <$fh>) { print length($line), ":$line;" }
print "\n";
$text = '';
$fh = lines();
while (my $line = <$fh>) { print "never\n" }
# nested, and calling itself
$text = "1\n2\n3\n";
sub walk { my $depth = shift; my $in = lines(); while (my $line = <$in>) { chomp $line; print "$depth.$line "; walk($depth + 1) if $depth < 2; print "<$depth.$line> " } }
walk(1);
print "\n";
my $handle = lines();
my $first = <$handle>;
my $second = my $third = <$handle>;
print $first, $second, $third;
{ local $/ = \2; $text = "abcdef\xe9\xe8"; my $in = lines(); while (my $piece = <$in>) { print "$piece," } print "\n"; }
{ open my $in, '<:utf8', \"\xc3\xa9\n\xe2\x98\xba\nplain\n" or die; while (my $piece = <$in>) { print length $piece, utf8::is_utf8($piece) ? 'u' : 'b', "," } print "\n"; }
# numbers that are texts
my @n = split ' ', "10 9 8 7";
my ($limit, $count) = ("5", 0);
for (my $i = 0; $i < $limit; $i++) { $count++ }
for my $x (@n) { $count += 10 if $x > 8; $count += 100 if 8 >= $x; $count++ if $x == 7; $count++ if $x != 7 }
print "$count\n";
for my $t ("007", "1e1", "12 ", " 3", "-4", "0", "", "9999999999", "4.0") { no warnings; print join(',', map { $_ ? 1 : 0 } $t < 5, $t > 5, $t == 4, 7 <= $t, $t != 12), ' ' }
print "\n";
