# lc/uc/join/sprintf pipelines on real tasks: wrapping, columns, caesar, anagrams, roman numbers.
use strict; use warnings;
my $text = "the quick brown fox jumps over the lazy dog and runs away";
my ($line, @out) = ("");
for my $w (split ' ', $text) { if (length($line) + length($w) + 1 > 20) { push @out, $line; $line = $w } else { $line .= (length $line ? " " : "") . $w } } push @out, $line;
print map { sprintf "%-20s|\n", $_ }
@out;
my %count;
$count{$_}++ for $text =~ /\w/g;
print join(" ", map { "$_$count{$_}" } (sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count)[0 .. 4]), "\n";
my %an;
push @{$an{join '', sort split //}}, $_ for qw(listen silent enlist google elgoog);
print join("|", map { "@$_" } sort { @$b <=> @$a || $a->[0] cmp $b->[0] } values %an), "\n";
sub roman { my $n = shift; my $r = ''; for ([1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']) { my ($v, $s) = @$_; while ($n >= $v) { $r .= $s; $n -= $v } } $r }
print join(" ", map roman($_), 1, 4, 9, 14, 1994, 2024), "\n";
(my $c = "Hello") =~ tr/a-zA-Z/n-za-mN-ZA-M/;
print "$c\n";
print join(",", map { sprintf "%s=%b=%o=%x", ($_) x 4 } 5, 10, 255), "\n";
my @m = ([1, 2], [3, 4]);
my @p = map { my $r = $_; [map { my $cl = $_; my $t = 0; $t += $m[$r][$_] * $m[$_][$cl] for 0 .. 1; $t } 0 .. 1] } 0 .. 1;
print join(";", map { "@$_" } @p), "\n";
my @primes = grep { my $n = $_; $n > 1 and !grep { $n % $_ == 0 } 2 .. sqrt $n } 1 .. 50;
print "@primes\n";
my ($x, $y) = (0, 1);
my @fib = map { ($x, $y) = ($y, $x + $y); $x } 1 .. 15;
print "@fib\n";
print join(" ", map { scalar reverse } split / /, $text), "\n";
my $csv = 'a,"b,c",d""e,"f ""q"""';
my @f;
push @f, defined $1 ? $1 =~ s/""/"/gr : $2 while $csv =~ /\G(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g && (defined $1 || defined $2) && pos($csv) <= length $csv && @f < 4; print join("|", @f), "\n"; print join(",", sort { $a <=> $b } values %{{ map { $_ => length } split ' ', $text }}), "\n"; my $bin = sprintf "%b", 1000; my $dec = 0; $dec = $dec * 2 + $_ for split //, $bin; print "$bin $dec\n"; my $depth = 0; print join("", map { $_ eq '(' ? $depth++ : $_ eq ')' ? --$depth : '.' } split //, "(a(b)c)"), "\n";
