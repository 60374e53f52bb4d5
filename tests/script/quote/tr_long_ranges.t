# Long ranges in tr under use charnames; characters written in order act as a range.
use charnames ":full"; use strict; use warnings;
my $s = "a\x{100}b\x{3fff}c";
print $s =~ tr/\x{100}-\x{10ffff}//, "\n";
(my $t = $s) =~ tr/\x{100}-\x{10ffff}/X/; print "$t\n";
$t = "abcdef"; $t =~ tr/abcf/xyzd-f/; print "$t\n";
$t = "abcabc"; $t =~ tr/abca/1239/; print "$t\n";
$t = "aabbcc"; (my $u = $t) =~ tr/abc/xyz/s; print "$u\n"; $u = $t; $u =~ tr/abc/x/d; print "$u\n"; $u = $t; $u =~ tr/a\-c/p-r/; print "$u\n";
