# Compress::Raw::Zlib and what is built on it: streams, flags, statuses, gzip files.
use strict;
use warnings;
use Compress::Raw::Zlib;
my $text = join '', map { "line $_ of the text\n" x 3 } 1 .. 500;

sub status { my $s = shift; $s + 0 . "<$s>" }
sub try {
    my ($name, $code) = @_;
    my @r = eval { $code->() };
    print "$name: @r", $@ =~ s/0x[0-9a-f]+/ADDR/r =~ s/ at \S+ line \d+.*//sr, "\n";
}

# deflate and inflate, in pieces
my ($d, $st) = Compress::Raw::Zlib::Deflate->new(-AppendOutput => 1, -CRC32 => 1, -ADLER32 => 1);
print ref $d, ' ', status($st), "\n";
my $packed = '';
for my $piece ($text =~ /(.{1,1000})/gs) { $st = $d->deflate($piece, $packed); $st == Z_OK or die }
print status($d->flush($packed)), "\n";
print join(' ', $d->total_in, $d->uncompressedBytes, $d->crc32 == crc32($text) ? 1 : 0, $d->adler32 == adler32($text) ? 1 : 0,
    length $packed < length $text ? 1 : 0, $d->total_out == length $packed ? 1 : 0, $d->get_Level, $d->get_Strategy, $d->get_Bufsize), "\n";
my ($i, $si) = Compress::Raw::Zlib::Inflate->new(-CRC32 => 1);
my $out = 'old';
my $in  = $packed . 'trailer';
print status($i->inflate($in, $out)), ' ', $out eq $text ? 'same' : 'other', " rest <$in> ", $i->crc32 == crc32($text) ? 1 : 0,
    ' ', $i->total_out, ' ', $i->inflateCount, "\n";
print status($i->inflateReset), ' ', $i->total_out, "\n";

# byte by byte, appending
$i = Compress::Raw::Zlib::Inflate->new(-AppendOutput => 1, -Bufsize => 7);
$out = '';
my %seen;
for my $byte (split //, $packed) { my $b = $byte; $seen{ status($i->inflate($b, $out)) }++ }
print join(' ', sort keys %seen), ' ', $out eq $text ? 'same' : 'other', "\n";

# limited output
$i = Compress::Raw::Zlib::Inflate->new(-LimitOutput => 1, -Bufsize => 100);
$in = $packed;
my ($all, $longest, $n) = ('', 0, 0);
do { my $part; $st = $i->inflate($in, $part); $all .= $part; $longest = length $part if length $part > $longest; $n++ }
    while ($st == Z_OK || $st == Z_BUF_ERROR) && $n < 2000;
print status($st), ' ', $all eq $text ? 'same' : 'other', " longest ", $longest < 1000 ? 'short' : $longest, "\n";

# without ConsumeInput, damaged, cut
$i = Compress::Raw::Zlib::Inflate->new(-ConsumeInput => 0);
$in = $packed;
print status($i->inflate($in, $out)), ' ', length $in == length $packed ? 'kept' : 'gone', "\n";
$i  = Compress::Raw::Zlib::Inflate->new;
$in = 'garbage';
print status($i->inflate($in, $out)), ' ', $i->msg, " <$in>\n";
$i  = Compress::Raw::Zlib::Inflate->new;
$in = substr $packed, 0, 40;
print status($i->inflate($in, $out)), ' <', length $in, "> ", $text =~ /^\Q$out/ ? 'start' : 'other', "\n";

# levels, strategies, dictionaries, raw data
for my $level (Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION) {
    my $one = Compress::Raw::Zlib::Deflate->new(-Level => $level, -WindowBits => -MAX_WBITS(), -AppendOutput => 1);
    my $raw = '';
    $one->deflate($text, $raw);
    $one->flush($raw);
    my $back = Compress::Raw::Zlib::Inflate->new(-WindowBits => -MAX_WBITS());
    my $copy = $raw;
    print "level $level ", status($back->inflate($copy, $out)), ' ', $out eq $text ? 'same' : 'other', "\n";
}
$d = Compress::Raw::Zlib::Deflate->new(-Dictionary => 'line of the text', -AppendOutput => 1);
my $with = '';
$d->deflate($text, $with);
$d->flush($with);
$i  = Compress::Raw::Zlib::Inflate->new;
$in = $with;
print status($i->inflate($in, $out)), "\n";
$i  = Compress::Raw::Zlib::Inflate->new(-Dictionary => 'line of the text');
$in = $with;
print status($i->inflate($in, $out)), ' ', $out eq $text ? 'same' : 'other', ' ', $i->dict_adler == $d->dict_adler ? 1 : 0, "\n";
$d = Compress::Raw::Zlib::Deflate->new(-AppendOutput => 1);
my $mixed = '';
$d->deflate($text, $mixed);
print status($d->deflateParams(-Level => Z_BEST_SPEED, -Strategy => Z_HUFFMAN_ONLY)), ' ', $d->get_Level, $d->get_Strategy, "\n";
$d->deflate($text, $mixed);
$d->flush($mixed);
$i = Compress::Raw::Zlib::Inflate->new;
print status($i->inflate($mixed, $out)), ' ', $out eq $text x 2 ? 'same' : 'other', "\n";

# what is refused
my $o;
try 'array'     => sub { $d->deflate([],      $o) };
try 'reference' => sub { $d->deflate(\\"x",   $o) };
try 'constant'  => sub { $d->deflate("a",     "const") };
try 'wide'      => sub { $d->deflate("\x{100}", $o) };
try 'read-only' => sub { $i->inflate("const", $o) };
try 'level'     => sub { my ($s, $e) = Compress::Raw::Zlib::Deflate->new(-Level => 50); defined $s ? 'made' : 'none', status($e) };
try 'object'    => sub { Compress::Raw::Zlib::deflateStream::deflate("text", 1, 2) };
try 'name'      => sub { Compress::Raw::Zlib::Z_NOPE() };
try 'sums' => sub { crc32('abc'), crc32('abc', 5), crc32(\'abc'), crc32('abcdef', 0, 3), adler32('abc'), crc32('abc', undef), adler32('abc', undef), crc32(undef, 5) };
try 'combine' => sub { Compress::Raw::Zlib::crc32_combine(crc32('abc'), crc32('def'), 3) == crc32('abcdef') ? 1 : 0 };

# the modules above
use IO::Compress::Gzip qw(gzip $GzipError);
use IO::Uncompress::Gunzip qw(gunzip $GunzipError);
my ($gz, $plain);
gzip \$text => \$gz, -Name => 'text', -Time => 0 or die $GzipError;
gunzip \$gz => \$plain or die $GunzipError;
print $plain eq $text ? 'same' : 'other', ' ', substr($gz, 0, 2) eq "\x1f\x8b" ? 'gzip' : 'other', "\n";
my $file = 'compress_zlib.tmp.gz';
my $z = IO::Compress::Gzip->new($file) or die;
$z->print("first\n");
$z->printf("%s\n", 'second');
print $z "third\n";
close $z;
my $u = IO::Uncompress::Gunzip->new($file) or die;
print 'read: ', $_ while <$u>;
print 'eof ', $u->eof ? 1 : 0, "\n";
close $u;
open my $pipe, '-|', 'gzip', '-dc', $file or die;
print "gzip says $_" while <$pipe>;
close $pipe;
unlink $file;
use Compress::Zlib ();
print Compress::Zlib::uncompress(Compress::Zlib::compress($text)) eq $text                ? 'same' : 'other', ' ',
    Compress::Zlib::memGunzip(Compress::Zlib::memGzip($text)) eq $text ? 'same' : 'other', "\n";
print defined Compress::Zlib::uncompress('nonsense') ? 'got' : 'undef', "\n";
my $broken = substr $gz, 0, -4;
print gunzip(\$broken => \$plain) ? 'fine' : "failed: $GunzipError", "\n";
