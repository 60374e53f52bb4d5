# tell and seek on :encoding handles, and beside sysseek, sysread and syswrite.
# Each program runs by itself; its output, messages and status are shown.
use strict;
use warnings;
$| = 1;
my ($name, %program, @order);
while (my $line = <DATA>) {
    if ($line =~ /^#### (.*)/) { push @order, $name = $1 }
    else { $program{$name} .= $line }
}
for my $test (@order) {
    print "== $test\n";
    open my $file, '>', 'p.pl' or die;
    print $file $program{$test};
    close $file;
    my $status = system "$^X p.pl < /dev/null > out 2> err";
    for my $which ('out', 'err') {
        open my $in, '<', $which or die;
        my $text = join '', <$in>;
        print "$which: $text" if length $text;
    }
    print "\nstatus $status\n";
}
__DATA__
#### tell1
open F,">:encoding(UTF-16LE)","f"; print F "abcdef\nghi\n"; close F; open F,"<:encoding(UTF-16LE)","f"; read F,$c,2; my $p=tell F; print "$p\n"; read F,$d,3; seek F,$p,0; read F,$e,3; print "$d $e\n";
#### tell2
open F,">:raw","f"; print F "\xe9\xe8\xe7abc\nxyz\n"; close F; open F,"<:encoding(latin1)","f"; read F,$c,2; my $p=tell F; print "$p\n"; read F,$d,3; seek F,$p,0; read F,$e,3; print $d eq $e?"same":"differ","\n";
#### tell3
open my $f,">","f"; print $f "0123456789\n" x 9; close $f; open $f,"<","f"; <$f>; sysseek $f,5,0; <$f>; print tell($f),"\n"; open $f,"<","f"; sysseek $f,5,0; <$f>; print tell($f),"\n"
#### tell4
open my $f,">","f"; print $f "0123456789\n" x 2000; close $f; open $f,"<","f"; <$f>; sysseek $f,5,0; print tell($f),"\n"; seek $f,0,1; print tell($f),"\n"; print scalar <$f>; print tell $f,"\n"; sysread $f,$b,10; print tell $f,"\n"; seek $f,100,0; print tell $f,"\n"; print scalar <$f>; sysseek $f,7,1; print tell $f,"\n";
#### tell5
open my $f,"+>","f"; print $f "0123456789\n" x 20; print tell($f),"\n"; syswrite $f,"abc"; print tell($f),"\n"; sysseek $f,3,0; print tell($f),"\n"; print $f "xy"; print tell($f),"\n"; seek $f,0,0; print <$f>;
#### tell6
open F,">:raw","f"; print F map chr,100..255,10; print F "lineone\nlinetwo\n"; close F; open F,"<:encoding(latin1)","f"; while(read F,$c,7) { print tell F," " } print "\n"; seek F,9,0; print tell F; read F,$c,3; print " ",join(",",map ord,split //,$c)," ",tell F; seek F,2,1; print " ",tell F; read F,$c,3; print " ",join(",",map ord,split //,$c),"\n"; $x=<F>; print tell F," ",length $x,"\n"; print scalar(<F>),tell F,"\n";
#### tell7
open F,">:encoding(UTF-16)","f"; print F "abcdef\nghi\n"; print tell(F),"\n"; close F; print -s "f","\n"; open F,"<:encoding(UTF-16)","f"; read F,$c,2; my $p=tell F; print "$p\n"; read F,$d,3; print tell(F),"\n"; seek F,$p,0; read F,$e,3; print "$d $e\n";
#### tell8
open F,">:encoding(cp1252)","f"; print F "a\x{20ac}b\n\x{e9}\n" x 1500; print tell(F),"\n"; close F; open F,"<:encoding(cp1252)","f"; $n=0; while(<F>) { $n++; if ($n % 777==0) { push @p,tell F; } } print "@p\n"; seek F,$p[1],0; $x=<F>; print sprintf("%vd",$x),"\n"; print tell F,"\n";
#### tell9
open F,">:encoding(UTF-8)","f"; print F "a\x{20ac}b\n\x{e9}\n" x 1500; print tell(F),"\n"; close F; open F,"<:encoding(UTF-8)","f"; $n=0; while(<F>) { $n++; if ($n % 777==0) { push @p,tell F; } } print "@p\n"; seek F,$p[1],0; $x=<F>; print sprintf("%vd",$x),"\n"; print tell F,"\n";
#### tell10
open F,"+>:encoding(latin1)","f"; print F "abc\n\xe9\xe8\n"; print tell F,"\n"; seek F,4,0; print F "\xea"; print tell F,"\n"; seek F,0,0; print length(<F>),tell F,"\n"; $x=<F>; print sprintf("%vd",$x),tell F,"\n"; seek F,0,2; print F "end\n"; print tell F; seek F,-4,2; print <F>;
