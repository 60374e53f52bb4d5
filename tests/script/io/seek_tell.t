# seek and tell: whence values, gaps, after reads and writes, eof clearing, refused on pipes.
use strict;
use warnings;
no warnings 'once';
use Fcntl ':seek';
open my $h, '+>', 'f' or die;
print $h "0123456789\n" x 3;
print "tell ",                tell($h),        "\n";
print seek($h, 5, SEEK_SET),  " ",             scalar(<$h>);
print seek($h, 2, SEEK_CUR),  " ",             scalar(<$h>);
print seek($h, -4, SEEK_END), " ",             scalar(<$h>);
print "eof ",                 eof($h) ? 1 : 0, "\n";
seek $h, 0, 0;
print "eof after seek ", eof($h) ? 1 : 0, " tell ", tell($h), " dot $.\n";
$! = 0;
print "negative: ",   seek($h, -1, 0) ? 1 : 0, " $!\n";
print "bad whence: ", seek($h, 0,  9) ? 1 : 0, " $!\n";
seek $h, 40, 0;
print $h 'Z';
close $h;
print "sparse ", -s 'f', "\n";
open $h, '<', 'f';
local $/;
my $d = <$h>;
print "gap ", unpack('H*', substr $d, 31), "\n";
close $h;
open $h, '+<', 'f';
{
    local $/ = "\n";
    my $l = <$h>;
    print "read then write at ", tell($h), "\n";
    seek $h, 0, 1;
    print $h "ABC";
    print "now ", tell($h), "\n";
    seek $h, 0, 1;
    $l = <$h>;
    print "then $l";
}
close $h;
pipe my $r, my $w;
$! = 0;
print "pipe seek: ", seek($r, 0, 0) ? 1 : 0, " $!\n";
print "pipe tell: ", tell($r),               "\n";
{ no warnings; print "unopened tell ", tell(NEVER), "\n"; }
open $h, '<', 'f';
{
    local $/ = "\n";
    my $x = <$h>;
    print "sysseek sees the buffer read ahead: ", sysseek($h, 0, 1), " tell ", tell($h), "\n";
}
print "implicit: ";
{ local $/ = "\n"; my $x = <$h>; print tell, "\n"; }
my $k = tell $h;
seek $h, $k, 0;
print "roundtrip ", tell($h) == $k ? 1 : 0, "\n";
