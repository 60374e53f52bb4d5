# chr, ord, wide characters, the utf8:: functions and bytes::length.
use strict; use warnings;
$SIG{__WARN__} = sub { print "W: $_[0]" };
print ord("A"), ord(""), ord("\x{263a}abc"), " ", chr 65, chr(97.9), length chr 300, "\n";
my $s = "\x{e9}";
print length $s, utf8::is_utf8($s) ? "u" : "b";
utf8::upgrade $s;
print length $s, utf8::is_utf8($s) ? "u" : "b", $s eq "\x{e9}" ? "=" : "!", "\n";
utf8::encode $s;
print length $s, " ", join(",", map ord, split //, $s), "\n";
print utf8::decode($s) ? 1 : 0, length $s, "\n";
print utf8::downgrade($s) ? 1 : 0, utf8::is_utf8($s) ? "u" : "b", "\n";
my $w = "\x{100}";
print utf8::downgrade($w, 1) ? 1 : 0, "\n";
eval { utf8::downgrade($w) } or print $@;
my $bad = "\xe9";
print utf8::decode($bad) ? 1 : 0, length $bad, "\n";
print utf8::valid($w) ? 1 : 0, "\n";
{ use bytes; print length("\x{263a}"), ord("\x{263a}"), length($w), "\n"; }
print "\N{U+263A}" eq "\x{263a}" ? "same" : "differ", " \x41\x{42}\103\o{104}\x4\N{U+45}", "\n";
print length("\x{1F600}"), " ", ord("\x{1F600}"), " ", length "\x{10FFFF}", "\n";
print "wide: \x{263a}\n";
print STDOUT "a\x{100}", "\xe9", "\n";
print "\xe9" eq "\x{e9}" ? 1 : 0, "\x{100}" gt "\xff" ? 1 : 0, "\n";
my $j = join "", "\xe9", "\x{100}";
print length $j, " ", ord $j, "\n";
chop $j;
print utf8::is_utf8($j) ? "u" : "b", $j eq "\xe9" ? "=" : "!", "\n";
my $r = chr -1;
print ord $r, "\n";
{ no warnings; print length chr 0xD800, length chr 0x110000, "\n"; } { my %h = ("\xe9" => 1); my $k = "\xe9"; utf8::upgrade $k; print exists $h{$k} ? "found" : "missing", "\n"; } { use utf8; my $é = "ident"; print "$é\n"; my %h = (ключ => 1); print exists $h{"\x{43a}\x{43b}\x{44e}\x{447}"} ? "key\n" : "no\n"; }
printf "%s\n", join " ", unpack "U*", "a\x{100}b";
print join(" ", unpack "C0 C*", "\x{100}"), "|", join(" ", unpack "U0 C*", "\x{100}"), "\n";
binmode STDOUT, ":utf8";
print "\x{263a}\xe9\n";
binmode STDOUT;
print "\xe9\n";
