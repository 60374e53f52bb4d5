# pack and unpack in anger: a message protocol with CRC-32, varints, floats, bit fields, BER, checksums, hexdump.
use strict;
use warnings;

my @crc = map { my $c = $_; $c = $c & 1 ? 0xEDB88320 ^ ($c >> 1) : $c >> 1 for 1 .. 8; $c } 0 .. 255;
sub crc32 { my $c = 0xFFFFFFFF; $c = $crc[($c ^ $_) & 0xFF] ^ ($c >> 8) for unpack 'C*', shift; $c ^ 0xFFFFFFFF }
sub adler32 { my ($a, $b) = (1, 0); for (unpack 'C*', $_[0]) { $a = ($a + $_) % 65521; $b = ($b + $a) % 65521 } $b << 16 | $a }
printf "crc32 %08x adler %08x sum16 %04x xor %02x\n", crc32('123456789'), adler32('Wikipedia'), unpack('%16n*', 'abcdef'), unpack('C', do { my $x = "\0"; $x ^= $_ for split //, 'hello'; $x });

sub varint { my $n = shift; my $out = ''; do { my $b = $n & 0x7f; $n >>= 7; $out .= chr($b | ($n ? 0x80 : 0)) } while $n; $out }
sub read_varint { my ($buf, $pos) = @_; my ($n, $shift) = (0, 0); while (1) { my $b = ord substr $$buf, $$pos++, 1; $n |= ($b & 0x7f) << $shift; return $n unless $b & 0x80; $shift += 7 } }
sub zigzag { my $n = shift; $n < 0 ? -2 * $n - 1 : 2 * $n }
sub unzigzag { my $n = shift; $n & 1 ? -($n + 1) / 2 : $n / 2 }
for my $n (0, 1, 127, 128, 300, 16384, 2 ** 32, 2 ** 53 + 1, -1, -64, -12345678901) {
    my $enc = varint(zigzag($n));
    my $pos = 0;
    printf "%s -> %s -> %s\n", $n, unpack('H*', $enc), unzigzag(read_varint(\$enc, \$pos));
}

my %encode = (int => sub { pack 'c q>', 1, shift }, num => sub { pack 'c d>', 2, shift }, str => sub { my $s = shift; utf8::encode($s); pack 'c N/a*', 3, $s }, list => sub { my @i = @{ +shift }; pack('c n', 4, scalar @i) . join '', map value($_), @i }, map => sub { my $h = shift; pack('c n', 5, scalar keys %$h) . join '', map { pack('n/a*', $_) . value($h->{$_}) } sort keys %$h }, nil => sub { pack 'c', 0 });
sub value { my $v = shift; my $type = !defined $v ? 'nil' : ref $v eq 'ARRAY' ? 'list' : ref $v eq 'HASH' ? 'map' : $v =~ /^-?\d{1,18}\z/ ? 'int' : $v =~ /^-?\d+\.\d+\z/ ? 'num' : 'str'; $encode{$type}->($v) }
sub parse {
    my ($buf) = @_;
    my ($type) = unpack 'c', substr $$buf, 0, 1, '';
    return undef if $type == 0;
    return unpack 'q>', substr $$buf, 0, 8, '' if $type == 1;
    return unpack 'd>', substr $$buf, 0, 8, '' if $type == 2;
    if ($type == 3) { my $n = unpack 'N', substr $$buf, 0, 4, ''; my $s = substr $$buf, 0, $n, ''; utf8::decode($s); return $s }
    my $n = unpack 'n', substr $$buf, 0, 2, '';
    return [map parse($buf), 1 .. $n] if $type == 4;
    if ($type == 5) { my %h; for (1 .. $n) { my $k = substr $$buf, 2, unpack 'n', $$buf; substr $$buf, 0, 2 + length $k, ''; $h{$k} = parse($buf) } return \%h }
    die "bad type $type\n";
}
my $data = { id => 12345678901234, pi => 3.25, name => "caf\x{e9} \x{263a}", list => [1, -2, [], undef, 'x' x 5], empty => {} };
my $packet = value($data);
my $framed = pack 'a4 C n/a* N', 'MSG1', 2, $packet, crc32($packet);
sub hexdump { my ($d, $off) = (shift, 0); my $out = ''; while ($off < length $d) { my $row = substr $d, $off, 16; $out .= sprintf "%04x  %-48s |%s|\n", $off, join("", map { sprintf "%02x ", $_ } unpack "C*", $row), $row =~ tr/ -~/./cr; $off += 16 } $out }
print hexdump($framed);
my ($magic, $version, $body, $crc) = unpack 'a4 C n/a* N', $framed;
printf "%s v%d %d bytes crc %s\n", $magic, $version, length $body, $crc == crc32($body) ? 'good' : 'bad';
my $back = parse(\(my $copy = $body));
printf "id %d pi %s name %d chars list %s empty %d left %d\n", @$back{qw(id pi)}, length $back->{name}, join('/', map { ref $_ ? '[]' : $_ // 'nil' } @{ $back->{list} }), scalar keys %{ $back->{empty} }, length $copy;
print value($back) eq $packet ? "same\n" : "differs\n";
substr($framed, 20, 1) ^= "\x01";
($body, $crc) = (unpack 'a4 C n/a* N', $framed)[2, 3];
print "corrupted: ", $crc == crc32($body) ? 'undetected' : 'detected', "\n";
print join(' ', unpack 'w*', pack 'w*', 0, 127, 128, 16383, 2 ** 40), ' ', unpack('H*', pack 'w', 300), "\n";
print join(' ', map { unpack 'H*', $_ } pack('s<', -2), pack('S>', 65534), pack('l', 1), pack('q<', -1), pack('f>', 1.5), pack('F', 0) eq pack('d', 0) ? 'dd' : '', pack('n2', 1, 2), pack('v', 258), pack('U', 233), pack('C0U', 233)), "\n";
print join(' ', unpack('b8', 'A'), unpack('B8', 'A'), unpack('B*', pack 'B11', '10110111011'), unpack('h*', "\x12\x34"), pack('B8 b8', '01000001', '10000010'), unpack('%32b*', "\xff\x0f")), "\n";
print join('|', unpack 'A5 x2 a3 X2 a2 @0 a1 @10 Z*', "ab   __cdefghi\0jk"), '|', join(',', unpack '(a2)*', 'aabbc'), '|', join(',', unpack '(a1 x1)3', 'a.b.c.d.'), "|\n";
print length(pack 'x5'), length(pack 'x![8] C x![8]', 1), ' ', unpack('H*', pack '(A)*', qw(x y z)), ' ', unpack('H*', pack 'a3 A3 Z3 Z*', 'a', 'b', 'cdef', 'g'), ' ', join(',', unpack('n/(C)', "\0\3abcd")), "\n";
my ($flags, $type, $len) = (0b101, 6, 300);
my $word = $flags << 13 | $type << 10 | $len;
printf "%016b %d %d %d\n", $word, $word >> 13, $word >> 10 & 7, $word & 0x3ff;
my $bits = '';
vec($bits, $_, 1) = 1 for 1, 3, 5, 31;
vec($bits, 3, 4) |= 0xA;
vec($bits, 1, 16) = 0xBEEF;
print unpack('H*', $bits), ' ', unpack('b*', $bits), ' ', length $bits, ' ', vec($bits, 0, 32), ' ', vec($bits, 100, 8), ' ', join(',', grep { vec $bits, $_, 1 } 0 .. 8 * length $bits), "\n";
