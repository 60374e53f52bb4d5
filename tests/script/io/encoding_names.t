# :encoding layers by name, what does not fit, and encodings written in Perl.
use strict; use warnings; $|=1; $SIG{__WARN__}=sub{ my $m="@_"; print "W:$m"; };
my $f="/tmp/encoding_layers.$$"; sub hex_of { open my $h,"<:raw",$f or die; local $/; my $d=<$h>; unpack "H*",$d } sub sh { my $x=shift; defined $x ? join(".",map sprintf("%x",ord),split //,$x) : "undef" }
for my $e (qw(UTF-16 UTF-16LE UTF-16BE UTF-32 UCS-2LE koi8-r KOI8-R latin1 latin2 iso-8859-15 cp1252 WinLatin1 ascii 646 us-ascii euc-jp shiftjis sjis gb2312 iso-2022-jp UTF-7 utf8 utf-8 UTF8 UTF-8 locale nope cp437 MacRoman hz)) {
 { no warnings; my $w=''; local $SIG{__WARN__}=sub{$w.="W:@_"}; open my $h,">:encoding($e)",$f or do { print "$e: cannot $!\n"; next }; my @l=PerlIO::get_layers($h); use warnings; print $h "a\x{e9}\x{3042}\x{416}b\n"; print $h "second\n"; close $h; print "$e: @l ",hex_of(),"\n$w"; }
 { open my $h,"<:encoding($e)",$f or next; my @x=<$h>; print "  ",join("|",map sh($_),@x),"\n"; }
}
sub rd { my($e,$b)=@_; open my $h,">:raw",$f; print $h $b; close $h; open $h,"<:encoding($e)",$f or return print "rd $e fail $!\n"; my @x=<$h>; print "rd $e ",unpack("H*",$b),": ",join("|",map sh($_),@x),"\n"; }
rd("UTF-16","\xff\xfea\0b\0\n\0"); rd("UTF-16","\0a\0\n");  rd("UTF-16BE","\0a\xd8\0\0b");  rd("euc-jp","a\xa4"); rd("euc-jp","a\xa4z"); rd("ascii","a\xe9b"); rd("cp1252","a\x81b"); rd("utf-8","a\xe9b\xff"); rd("UTF-8","a\xe3\x81"); rd("utf8","a\xe9b");  rd("iso-2022-jp","\e\$B\$\"\e(Ba\n\e\$B\$\"\e(B");
{ no warnings 'utf8'; print "nowarn\n"; rd("ascii","a\xe9b"); }
require Encode; require PerlIO::encoding; { local $PerlIO::encoding::fallback = 0; rd("ascii","a\xe9b"); } { local $PerlIO::encoding::fallback = 0x400; open my $h,">:encoding(ascii)",$f; print $h "a\x{e9}"; close $h; print hex_of(),"\n"; }
{ package MyEnc; use parent 'Encode::Encoding'; __PACKAGE__->Define('rot13'); sub encode { my($s,$str,$chk)=@_; $str=~tr/a-z/n-za-m/; $_[1]='' if $chk; $str } sub decode { my($s,$str,$chk)=@_; $str=~tr/a-z/n-za-m/; $_[1]='' if $chk; $str } }
open my $h,">:encoding(rot13)",$f or print "rot13 $!\n"; print $h "hello\n"; close $h; print hex_of(),"\n"; rd("rot13","uryyb\n");
{ open my $o,">:encoding(UTF-16)",$f; print $o "x\n"; binmode $o,":pop"; print $o "raw"; close $o; print hex_of(),"\n"; }
{ open my $o,"+<:encoding(iso-8859-2)",$f; seek $o,0,0; print $o "\x{104}\n"; close $o; print hex_of(),"\n"; }
my $buf=''; open my $m,">:encoding(cp1251)",\$buf; print $m "\x{416}"; close $m; print unpack("H*",$buf),"\n";
use open IO=>':encoding(koi8-r)'; open my $oo,">",$f; print $oo "\x{416}"; close $oo; print hex_of(),"\n"; 
END { unlink $f }
