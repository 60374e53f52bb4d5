# index and rindex: positions out of range, empty needles, wide characters.
use strict; use warnings;
my $s = "the cat sat on the mat";
print join(" ", index($s, "the"), index($s, "the", 1), index($s, "xyz"), index($s, ""), index($s, "", 5), index($s, "", 100), index($s, "t", -5), index($s, "t", 50)), "\n";
print join(" ", rindex($s, "the"), rindex($s, "the", 14), rindex($s, "the", 15), rindex($s, "xyz"), rindex($s, ""), rindex($s, "", 5), rindex($s, "t", -1), rindex($s, "the", -1), rindex($s, "t", 0), rindex($s, "mat", 100)), "\n";
print index("", ""), index("", "a"), rindex("", ""), rindex("", "a"), index("a", "aa"), "\n";
print index("aaa", "aa"), rindex("aaa", "aa"), index("abcabc", "c", 3), index("abc", "c", 2.9), "\n";
my ($p, $n) = (0, 0);
while (($p = index($s, "t", $p)) != -1) { print "$p "; $p++; $n++ }
print "n=$n\n";
my $pos = length $s;
while (($pos = rindex($s, "a", $pos - 1)) >= 0) { print "$pos "; last if $pos == 0 }
print "\n";
{ use utf8; my $w = "añb→c→d"; print index($w, "→"), " ", rindex($w, "→"), " ", index($w, "c", 3), " ", index($w, "ñ"), " ", index($w, "\x{e9}"), "\n"; my $bytes = "a\xf1b"; print index($w, substr($bytes, 1, 1)), " ", index($bytes, "ñ"), " ", index($bytes, "→"), "\n"; }
print index("12345", 34), " ", index(12345, 5), " ", index("a.b", "."), " ", index("A", "a"), "\n";
{ my $u; local $SIG{__WARN__} = sub { print "W: $_[0]" }; print index($u, "a"), index("a", $u), "\n"; }
print index("ab\0cd", "\0"), index("ab\0cd", "c"), "\n";
