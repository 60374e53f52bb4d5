# Many keys: insertion, deletion, lookup of similar keys, numeric and wide keys.
use strict; use warnings;
my %h;
$h{$_} = $_ * 2 for 1 .. 20000;
print scalar(%h), $h{777}, "\n";
delete $h{$_}
for grep { $_ % 2 } 1 .. 20000;
print scalar(%h), exists $h{3} ? "e" : "n", $h{4}, "\n";
my $sum = 0;
$sum += $_ for values %h;
print "$sum\n";
$h{"k$_"} = 1 for 1 .. 5000;
my $n = grep { /^k/ } keys %h;
print "$n\n";
my %w = ("\x{e9}" => 1, "\x{263a}" => 2, "e" => 3);
my $k = "\x{e9}\x{100}";
chop $k;
print $w{$k}, $w{"\x{263a}"}, scalar(%w), "\n";
$w{"\xc3\xa9"} = 'bytes';
print scalar(%w), "\n";
my %z = ("a\0b" => 1, "a" => 2, "a\0" => 3);
print scalar(%z), $z{"a\0b"}, "\n";
my %f = (0.1 + 0.2, 'f', 1e20, 'big', -0.0, 'z', 1/3, 't');
print join(",", sort keys %f), "\n";
%h = ();
print scalar(%h), "\n";
$h{x}{$_ % 7}{$_ % 3}++ for 1 .. 1000;
print join(" ", map { my $a = $_; map { "$a$_=$h{x}{$a}{$_}" } sort keys %{$h{x}{$a}} } (sort keys %{$h{x}})[0, 6]), "\n";
my @same = (sort keys %h) == (sort keys %h);
print "@same\n";
my $del = 0;
for (keys %{$h{x}}) { delete $h{x}{$_} and $del++ }
print "$del\n";
