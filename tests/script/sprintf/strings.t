# %s and %c with width, precision, justification, zero fill, wide characters and objects.
use strict; use warnings;
for my $f ('%s', '%5s', '%-5s|', '%.2s', '%5.1s|', '%-5.2s|', '%05s', '%.0s|', '%.10s', '%+s', '% s') { print "$f: ", join("|", map { sprintf $f, $_ } "abc", "", "abcdefgh", 42, -1.5), "\n" }
printf "%s %s %s\n", "a", 1.0, 1e3;
printf "%c%c %3c|%-3c|\n", 65, 0x42, 67, 68;
printf "%s\n", join ",", map { sprintf "%03d", $_ } 1 .. 3;
{ package Str; use overload '""' => sub { "obj" }, fallback => 1 }
printf "%s|%5s|%.2s\n", (bless [], 'Str') x 3;
my $w = sprintf "%-3s|%3s|", "\x{263a}", "\x{e9}";
print length $w, " ", join(",", map ord, split //, $w), "\n";
printf "%s%%\n", 50;
printf "%%s literal\n";
printf "%-10s|%+5d|%5.1f|\n", "left", 7, 2.25;
printf "%s\n", "with\ttab";
my @a = (1, 2, 3);
printf "%d-%d-%d\n", @a;
printf "%s items\n", scalar @a;
print sprintf("%2\$s-%1\$s", "a", "b"), sprintf('%1$s%1$s', "x"), sprintf("%s" x 3, 1, 2, 3), "\n";
