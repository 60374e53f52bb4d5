# Code points above Unicode's, as literals (perlunicode "Beyond Unicode code points").
use strict;
use warnings;
printf "%x %d\n", ord("\x{7fffffff}"), length "\x{7fffffff}";
printf "%x %x %x\n", ord("\x{200000}"), ord(v2097152), ord("\N{U+3fffff}");
my $s = "a\x{4000000}b";
print length $s, " ", ord(substr $s, 1, 1), " ", $s eq 'a' . chr(0x4000000) . 'b' ? 1 : 0, "\n";
printf "%vd %s\n", "1.\x{200000}", sprintf "%vd", v1.2097152.3;
