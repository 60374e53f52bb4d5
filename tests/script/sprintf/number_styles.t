# Idioms: rounding, padding, commas, tables, sprintf in list context.
use strict; use warnings;
sub commify { my $n = reverse shift; $n =~ s/(\d{3})(?=\d)(?!\d*\.)/$1,/g; return scalar reverse $n }
print commify($_), " " for 1, 12, 123, 1234, 1234567, 1234567.891, -9876543;
print "\n";
my @rows = (["apple", 1.5, 3], ["kiwi", 22.25, 10], ["watermelon", 100, 1]);
printf "%-12s|%8.2f|%03d|\n", @$_ for @rows;
print sprintf("%-10s", "x" x 15), "|\n";
print "=" x 20, "\n";
print map { sprintf "%02x", $_ } unpack "C*", "Perl";
print "\n";
print sprintf("%03d:%02d:%02d", 1, 2, 3), " ", sprintf("%02d" x 3, 4, 5, 6), " ", sprintf("%s" . "-%s" x 2, 'a' .. 'c'), "\n";
my $fmt = join ",", ("%d") x 3;
print sprintf($fmt, 1 .. 3), "\n";
print sprintf('%s', 1.10), sprintf(' %s', 1e3), sprintf(' %s', "1e3"), sprintf(' %s', 0x1F), "\n";
print int(3.14159 * 100 + .5) / 100, " ", sprintf("%.2f", 3.14159) + 0, " ", sprintf("%.10f", 1 / 7), "\n";
print "a" . sprintf("%5s", "r") . sprintf("%-5s", "l") . "|\n";
print sprintf("%s", [1]) =~ /^ARRAY\(0x[0-9a-f]+\)$/ ? "ref\n" : "no\n";
print sprintf("%d", [1]) > 0 ? "address\n" : "no\n";
{ use utf8; my $w = sprintf "%-4s|%4s|%.2s", "é", "ñö", "日本語"; print length $w, "\n"; }
print sprintf("%s %s", "only \x{e9}", "x") eq "only \x{e9} x" ? "latin\n" : "no\n";
