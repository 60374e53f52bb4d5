# Encode: encode, decode, check flags, is_utf8, length in bytes.
use strict; use warnings; use Encode qw(encode decode encode_utf8 decode_utf8 is_utf8 FB_CROAK);
my $s = "caf\x{e9} \x{263a}";
my $b = encode("UTF-8", $s);
print length $s, length $b, is_utf8($b) ? 1 : 0, decode("UTF-8", $b) eq $s ? "round" : "no", "\n";
print unpack("H*", encode("iso-8859-1", "\x{e9}")), " ", unpack("H*", encode("UTF-16BE", "a\x{263a}")), " ", unpack("H*", encode("UTF-16LE", "\x{1F600}")), " ", unpack("H*", encode("ascii", "\x{e9}")), "\n";
eval { decode("UTF-8", "\xff\xfe", FB_CROAK) };
print $@;
eval { encode("ascii", "\x{e9}", FB_CROAK) };
print $@;
print length decode("UTF-8", "\xff"), ord decode("UTF-8", "\xff"), "\n";
print encode_utf8("\x{e9}") eq "\xc3\xa9" ? 1 : 0, decode_utf8("\xc3\xa9") eq "\x{e9}" ? 1 : 0, "\n";
eval { encode("nosuch-enc", "x") };
print $@;
print Encode::find_encoding("utf8")->name, " ", Encode::find_encoding("latin1")->name, "\n";
