# lc uc ucfirst lcfirst fc and the escapes \L \U \l \u \Q \F \E.
use strict; use warnings; use feature qw(fc say);
say join " ", lc "ABC", uc "abc", ucfirst "abc", lcfirst "ABC", ucfirst lc "HELLO", lc "", uc "a1b2", fc "HeLLo";
my $n = "World";
say "\U$n\E \L$n\E \u\L$n\E \l$n \LABC\Uxyz\E $n";
say "\u\LHELLO wORLD\E!";
say "\L\uHELLO";
say "\Qa.b*c\E.d";
say "\Q$n.\E|\U\Qa.b\E";
say "a\LBC\uDE\EF";
say "\Uab\LCD\Eef\E";
say "\lABC \uabc";
say "x\Ey";
say "\U";
say "\Q\E|";
{ use utf8; my $s = "straße ÀÉ ǆ ŉ ﬁ"; binmode STDOUT, ":utf8"; say uc $s; say lc "ÀÉÎ ΑΣ"; say ucfirst "ǆabc"; say ucfirst "ßx"; say fc("Straße") eq fc("STRASSE") ? "fold equal" : "no"; say lc("\x{130}") eq "i\x{307}" ? "dot" : "no"; say "\U$s"; say "\u\x{e9}t\x{e9}"; binmode STDOUT, ":pop"; }
my $b = "\xe9\xc9";
printf "%vx %vx\n", uc $b, lc $b;
{ use feature 'unicode_strings'; printf "%vx %vx %vx\n", uc $b, lc $b, uc "\xff"; printf "%vx\n", uc "\xdf"; }
my $up = "\xe9";
utf8::upgrade($up);
printf "%vx\n", uc $up;
$_ = "Topic";
say lc;
say uc;
say ucfirst;
say lcfirst;
my $u;
{ no warnings; say "[", lc $u, "]"; } { local $SIG{__WARN__} = sub { print "W: $_[0]" }; my $x = uc $u; $x = "\L$u"; $x = ucfirst undef; }
say quotemeta("a-b_c d\n\x{e9}\x{100}") eq "a\\-b_c\\ d\\\n\\\x{e9}\x{100}" ? "qm" : "qm differs";
say quotemeta "1+1=2 [x] {y} ^\$|\\";

# Every byte, at every place of a word of memory.
for my $shift (0 .. 8) {
    my $bytes = ("x" x $shift) . join "", map chr, 0 .. 255;
    for my $text (lc $bytes, uc $bytes, lcfirst $bytes, ucfirst $bytes) {
        my $sum = 0;
        $sum = ($sum * 31 + ord) % 1_000_003 for split //, $text;
        print "$shift $sum ", length $text, "\n";
    }
}
