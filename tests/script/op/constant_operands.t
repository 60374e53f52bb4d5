# Operators and builtins with constant operands; transliteration, checksums and codecs of bytes.
use strict;
use warnings;

my @warnings;
local $SIG{__WARN__} = sub { push @warnings, $_[0] };

print join(" ", 24 * 60 * 60, 7 / 2, 7 % 3, -7 % 3, 2**10, 2**0.5, 1 << 4, 0xff & 0x0f, 1 | 6, 5 ^ 1, 18446744073709551615 + 1,
  9223372036854775807 + 1, 9223372036854775807 * 2, 1 - 2 - 3, 10 / 3 * 3, 1e308 * 10, -(2 + 3)), "\n";
print "-" x 10, "|", "ab" x 3, "|", "x" x 0, "|", 5 x 3, "|", "a" x -1, "|\n";
print uc("abc"), lc("ABC"), ucfirst("abc"), lcfirst("ABC"), length("hello"), ord("a"), chr(65), hex("ff"), oct("0x1f"), oct("755"), quotemeta("a.b"),
  abs(-3), int(7.9), sqrt(16), "\n";
print uc("stra\xdfe") eq "STRA\xdfE" ? "bytes" : "characters", "\n";
{
  use feature 'unicode_strings';
  print uc("stra\xdfe") eq "STRASSE" ? "characters" : "bytes", "\n";
}
print length("\x{263a}abc"), " ", ord("\x{263a}"), "\n";
{
  use integer;
  print 7 / 2, " ", -7 / 2, " ", 2 * 3.9, "\n";
}
# What fails or warns does so when it runs.
for my $code ('1 / 0', '1 % 0', 'sqrt(-1)', 'log(0)', '"a" x "b"', '1 + "3x"', 'hex("xyz")', 'chr(-1)', 'oct("9")', '1 << -1', '1 >> 1') {
  my $value = eval $code;
  print "$code: ", defined $value ? $value : "undef", $@ ? " $@" : "\n";
}
print "later\n" if 0 && 1 / 0;
print eval { my $x = 1 / 0; 1 } ? "no" : $@;
s/ at .*//s, print "warned: $_\n" for @warnings;

# Results are values of their own.
for my $x (2 * 3, "a" x 2, uc("q")) { $x .= "!"; print "$x\n" }
sub change { $_[0] = 9; $_[0] }
print change(2 + 3), change("a" x 2), "\n";
my @list = map { $_++ } 1 + 1, 2 + 2;
print "@list\n";
my $ref = \(3 * 4);
$$ref = 1;
print "$$ref\n";
print "key $_\n" for sort keys %{{lc("A") => 1, 2 * 2 => 1, "-" x 3 => 1}};
my @a = (10, 20, 30);
print $a[1 + 1], $a[2 - 3], "\n";
print "yes\n" if 2 * 3 == 6;
print 1 + 2 . 3 + 4, "\n";
use constant WIDTH => 4;
print "=" x (WIDTH * 2), WIDTH + 1, "\n";

# tr
my @texts = ("Hello World", "aabbccdd  eeff", "", "\x00\xff\xfe", "mississippi");
for my $text (@texts) {
  my @out;
  (my $t = $text) =~ tr/a-zA-Z//cd;
  push @out, $t;
  push @out, ($t = $text) =~ tr/a-z//s, $t;
  push @out, ($t = $text) =~ tr/a-zA-Z/ /cs, $t;
  push @out, ($t = $text) =~ tr/a-m/A-C/d, $t;
  push @out, ($t = $text) =~ tr/sp/xx/s, $t;
  push @out, ($t = $text) =~ tr/\x00-\x10/\x{100}-\x{110}/, length $t;
  push @out, $text =~ tr/a-y/b-z/r;
  print join("|", map { s/([^ -~])/sprintf '\\x{%x}', ord $1/ger } @out), "\n";
}

# String bits of all lengths
for my $n (0 .. 20) {
  my ($x, $y) = (join('', map { chr(($_ * 37 + 11) & 255) } 1 .. $n), join('', map { chr(($_ * 91 + 5) & 255) } 1 .. 11));
  print unpack("H*", $x & $y), " ", unpack("H*", $x | $y), " ", unpack("H*", $x ^ $y), "\n";
}

# Checksums
my $data = join '', map { chr($_ * 7 & 255) } 1 .. 300;
print join(" ", map { unpack "%$_", $data } qw(32C* 16C* 8C* 32C 32C5 64C* 32n* 32b* 3C* 32U*)), "\n";
print join(" ", unpack "C2 %16C* a", "abcdef"), "|\n";
print unpack("%32C*", "\x{263a}abc"), " ", unpack("U0 %32C*", "\x{263a}a"), "\n";

use MIME::Base64;
for my $n (0 .. 8, 56, 57, 58, 114, 200) {
  my $bytes = join '', map { chr($_ * 29 & 255) } 1 .. $n;
  my $text = encode_base64($bytes);
  print length $text, " ", substr($text, -12, 11), " ", decode_base64($text) eq $bytes ? "same" : "other", " ", length encode_base64($bytes, ""), "\n";
}
print decode_base64($_), "|" for "", "Y", "YQ", "YWI", "YWJj", "YW Jj*ZA==junk", "=", "YWJjZGU";
print "\n";
use Digest::MD5 qw(md5_hex);
print md5_hex("x" x $_), "\n" for 0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000;
my $md5 = Digest::MD5->new;
$md5->add("y" x $_) for 1, 62, 1, 64, 130, 3;
print $md5->hexdigest, "\n";
print join(",", map { rindex "a/b/c", "/", $_ } -1, 0, 1, 2, 3, 4, 9), rindex("abc", "c"), rindex("\x{263a}/x", "/"), rindex("", "a"), "\n";
print quotemeta("a.b*\n\xe9 _9"), "|", quotemeta("\x{263a}\x{ad}-"), "|\n" =~ s/[^ -~]/?/gr;
