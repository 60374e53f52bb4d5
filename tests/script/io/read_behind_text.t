# read and sysread that collect a file behind the text a variable has.
use strict;
use warnings;
my $file = "/tmp/read_behind_text.$$";
END { unlink $file if defined $file }

open my $out, '>:utf8', $file or die $!;
print $out "\x{e9}x\x{20ac}" x 20, "\n" for 1 .. 3000;
close $out;

for my $layer ('', ':utf8') {
    open my $in, "<$layer", $file or die $!;
    my ($all, $reads) = ('', 0);
    $reads++ while read $in, $all, 1000, length $all;
    print "$layer $reads ", length $all, ' ', unpack('%32W*', $all), "\n";
    my $copy = $all;
    print read($in, $all, 10, length $all), ' ', $copy eq $all ? 'same' : 'differs', "\n";
    seek $in, 0, 0;
    read $in, $all, 3, 5;
    print length $all, ' ', length $copy, "\n";
    read $in, $all, 3, 12;
    print length $all, ' ', join(',', map ord, split //, $all), "\n";
    read $in, $all, 2, -1;
    print length $all, "\n";
}
{
    open my $in, '<', $file or die $!;
    my ($all, $reads) = ('', 0);
    $reads++ while sysread $in, $all, 4096, length $all;
    print "$reads ", length $all, "\n";
}
# The variable stays whole when reading fails or a handler dies.
pipe my $r, my $w or die $!;
syswrite $w, 'abc';
my $text = 'kept ';
local $SIG{ALRM} = sub { die "alarm\n" };
alarm 1;
eval { read $r, $text, 10, length $text };
print $@, length($text) >= 5 ? substr($text, 0, 5) : "lost: $text", "\n";
opendir my $dir, '/tmp' or die $!;
open my $odd, '<', '/' or die $!;
my $got = read $odd, $text, 10, length $text;
print defined $got ? $got : 'undef', ' ', $! + 0, ' ', substr($text, 0, 5), "\n";
