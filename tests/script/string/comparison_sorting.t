# String comparison: code point order, mixed encodings, empty strings, embedded nulls, numbers as strings.
use strict; use warnings;
my @w = ("b", "a", "B", "A", "", "a\0", "a\0b", "aa", "\x{e9}", "\x{100}", "10", "9", "-1", " ");
print join(",", map { join ".", map ord, split // } sort @w), "\n";
print join(",", map { join ".", map ord, split // } sort { $b cmp $a } @w[0 .. 5]), "\n";
my $up = "\xe9";
utf8::upgrade $up;
print $up eq "\xe9" ? 1 : 0, $up cmp "\xe9", "\x{100}" cmp "\xff", "\xff" cmp "\x{100}", "\n";
print "abc" cmp "abcd", "abd" cmp "abcd", "" cmp "", "a" cmp "", "\n";
print 10 cmp 9, 10 <=> 9, "1e1" == 10 ? 1 : 0, "1e1" eq 10 ? 1 : 0, "\n";
print join(" ", sort { length $a <=> length $b or $a cmp $b } qw(ccc a bb aa b)), "\n";
print join(" ", sort { lc $a cmp lc $b || $b cmp $a } qw(B a b A)), "\n";
print join(" ", map { $_->[1] } sort { $a->[0] <=> $b->[0] } map { [/(\d+)/, $_] } qw(f10 f9 f100)), "\n";
print "a" x 3 eq "aaa" ? 1 : 0, "a" . 1 eq "a1" ? 1 : 0, "1" . "0" == 10 ? 1 : 0, "\n";
print "B" lt "a" ? 1 : 0, "a" lt "b" ? 1 : 0, "Z" lt "a" ? 1 : 0, "é" gt "z" ? 1 : 0, "\n";
