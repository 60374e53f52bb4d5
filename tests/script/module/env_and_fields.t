# Env, Tie::Array-like standard ties, fields of Hash::Util, Storable-free freezing with Data::Dumper, Encode basics, MIME::Base64, Digest::MD5.
use strict;
use warnings;
use Hash::Util qw(lock_keys unlock_keys lock_hash legal_keys hash_locked);
use Encode     qw(encode decode encode_utf8 decode_utf8 is_utf8 find_encoding);
use MIME::Base64;
use Digest::MD5 qw(md5_hex);
BEGIN { $ENV{MY_VAR} = 'v1'; $ENV{MY_LIST} = 'a:b:c' }
use Env qw(MY_VAR @MY_LIST);
our ($MY_VAR, @MY_LIST);
print "$MY_VAR @MY_LIST\n";
$MY_VAR = 'v2';
push @MY_LIST, 'd';
print `echo \$MY_VAR \$MY_LIST`;
my %h = (a => 1, b => 2);
lock_keys %h;
eval { $h{c} = 1 };
print $@ =~ s/ at .*//sr, "\n";
eval { my $x = $h{zz} };
print $@ =~ s/ at .*//sr, "\n";
$h{a} = 5;
delete $h{b};
print join(',', sort keys %h), "\n";
unlock_keys %h;
$h{c} = 1;
lock_hash %h;
eval { $h{a} = 6 };
print $@ =~ s/ at .*//sr, "\n";
eval { delete $h{a} };
print $@ =~ s/ at .*//sr, "\n";
my $u = "\x{e9}\x{20ac}";
my $b = encode_utf8 $u;
print length $b, " ", unpack('H*', $b), " ", decode_utf8($b) eq $u ? 1 : 0, " ",
    is_utf8($b) ? 1 : 0, "\n";
print unpack('H*', encode('UTF-16LE', 'ab')), " ",
    unpack('H*', encode('iso-8859-1', "\x{e9}\x{20ac}")), " ",
    decode('iso-8859-1', "\xe9") eq "\x{e9}" ? 1 : 0, "\n";
my $bad = "\xff";
print eval { decode('UTF-8', $bad, Encode::FB_CROAK); 1 } ? 'ok' : $@ =~ s/ at .*//sr, "\n";
print defined find_encoding('nosuch') ? 1 : 'undef', " ", find_encoding('utf8')->name, " ",
    find_encoding('UTF-8')->name, "\n";
print encode_base64("Hello, World!"), decode_base64("SGVsbG8="), " ",
    encode_base64('x' x 60, ''), "\n";
print md5_hex('hello'), " ", Digest::MD5->new->add('hel')->add('lo')->hexdigest, "\n";
open my $f, '<', \'file data';
print Digest::MD5->new->addfile($f)->b64digest, "\n";
