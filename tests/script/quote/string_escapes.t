# \x \o \N \c octal escapes and their warnings and errors.
use strict; use warnings;
print join(",", map { sprintf "%vd", $_ } "\x41", "\x{263a}", "\x4", "\x", "\x{}", "\101", "\0", "\08", "\1011", "\o{101}", "\cA", "\c[", "\c?", "\c@", "\e", "\a\b\t\n\f\r", "\N{U+e9}", "\N{U+1F600}", "\x{ 41 }", "\q", "\-", "\%"), "\n";
print length("\x{e9}"), length("\N{U+e9}"), utf8::is_utf8("\x{e9}") ? 1 : 0, utf8::is_utf8("\N{U+e9}") ? 1 : 0, utf8::is_utf8("\x{100}") ? 1 : 0, "\n";
for my $c ('"\x{zz}"', '"\xg"', '"\o{8}"', '"\o{}"', '"\o"', '"\N{U+}"', '"\N{nope name}"', '"\N"', '"\c"', '"\c{"', '"\8"', '"\777"', '"\400"', '"\x{110000}" eq chr(0x110000)', '"\x{d800}" eq chr(0xd800)', '"\y"', '"\N{GREEK SMALL LETTER ALPHA}" eq "\x{3b1}"', '"\N{LATIN SMALL LETTER E WITH ACUTE}" eq "\xe9"', '"\x{1_0}"', '"a\
b"', "'\\x41'", '"\cé"', '"\u"', '"\Q"', '"@"', '"$"', '"a$"', '"$ "', '"@ x"', '"%h"', '"@foo"', '"$foo"', '"@{[]}"', '"${}"', '"@{}"', '"$a["', '"$a{"', '"\$a["', '"$a->["', '"-@-"', '"$#"', '"$#{a"') { my @w; local $SIG{__WARN__} = sub { push @w, @_ }; my $r = eval $c; print "$c => ", defined $r ? join(".", map ord, split //, $r) . "\n" : $@, map { "   W: $_" } @w }
