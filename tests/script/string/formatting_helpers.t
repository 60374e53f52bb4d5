# Formatting helpers: padding, centering, wrapping numbers, repeated replacement.
use strict; use warnings;
print sprintf("%-8s|%8s|%08.3f|%+d|%x|%o|%e", "ab", "cd", 3.14159, 5, 255, 8, 12345.678), "\n";
sub center { my ($t, $w) = @_; my $l = int(($w - length $t) / 2); " " x $l . $t . " " x ($w - length($t) - $l) }
print "[", center("abc", 10), "]\n";
my $n = "1234567.89";
1 while $n =~ s/^(\d+)(\d{3})/$1,$2/;
print "$n\n";
print join(" ", map { sprintf "%3d%%", $_ * 100 } 0.05, 0.5, 1), "\n";
print "abc" lt "abd" ? "lt" : "ge", "abc" x -1, "|", "=" x 5, "\n";
print ucfirst(lc "HELLO"), " ", join(" ", map { ucfirst lc } qw(hELLO wORLD)), "\n";
my $p = "a,b;c d";
print join("|", split /[,; ]/, $p), "\n";
print substr("abcdef", 2, 3), substr("abcdef", -2), "\n";
print "x" . "-" x 3 . "x\n";
print scalar("abc" =~ tr/a-b//), "\n";
print join(",", unpack("(A3)*", "abcdefgh")), "\n";
print lc("ÀB"), "\n";
print "repeat " x 2, "\n";
print join("", sort { $b cmp $a } split //, "hello"), "\n";
