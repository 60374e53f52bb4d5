# /i with ranges, classes, wide characters and backreferences.
use strict; use warnings;
print join("", map { $_ ? 1 : 0 } "ABC" =~ /abc/i, "aBc" =~ /[a-c]{3}/i, "Z" =~ /[^a-z]/i, "aA" =~ /(a)\1/i, "aA" =~ /(a)\1/, "k" =~ /\x{212a}/i), "\n";
print join("", map { $_ ? 1 : 0 } "\x{3a3}" =~ /\x{3c3}/i, "\x{3c2}" =~ /\x{3a3}/i, "\xe9" =~ /\xc9/i, "\x{e9}\x{100}" =~ /\x{c9}/i, "SS" =~ /\x{df}/iu), "\n";
my $s = "Hello hELLO";
my @m = $s =~ /hello/gi;
print "@m\n";
(my $t = $s) =~ s/hello/X/gi;
print "$t\n";
print join("|", split /x/i, "aXbxc"), " ", join("|", grep { /^a/i } qw(Ab aB cd)), "\n";
