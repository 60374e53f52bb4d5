# Reading from a scalar: lines, records, seek, eof, binary data, undef and constants.
use strict;
use warnings;
my $s = "one\ntwo\nthree";
open my $h, '<', \$s or die;
print "fileno ", fileno($h), "\n";
my @l = <$h>;
print scalar(@l), " lines, last [$l[-1]], eof ", eof($h) ? 1 : 0, ", $.\n";
seek $h, 4, 0;
print "seek: ", scalar(<$h>);
print "tell ", tell($h), "\n";
seek $h, -5, 2;
print "from end: ", scalar(<$h>), "\n";
close $h;
open $h, '<', \"const\x00data\n" or die;
read $h, my $b, 7;
print unpack('H*', $b), "\n";
print "getc ", getc($h), "\n";
close $h;
my $u;
{
    my @w;
    local $SIG{__WARN__} = sub { push @w, $_[0] =~ s/ at .*//sr };
    open $h, '<', \$u;
    print "undef: ", scalar(@w), " warning(s)", "@w", " eof ", eof($h) ? 1 : 0, "\n";
}
my $p = "a\nb\n\n\nc\n";
open $h, '<', \$p;
{ local $/ = ''; my @p = <$h>; print scalar(@p), " paragraphs\n"; }
my $g = "x\n";
open $h, '<', \$g;
my $x = <$h>;
$g .= "y\n";
print "grown: ", <$h> // 'undef';
seek $h, 0, 1;
print "\n";
close $h;
my $w = "\x{263a}";
{ no warnings; open($h, '<', \$w) ? print "wide opened\n" : print "wide: $!\n"; }
my $n = 12345;
open $h, '<', \$n or die;
print "number: ", <$h>, "\n";
my $r = "abc";
open $h, '<', \$r;
{ no warnings; print "write on read handle: ", (print $h "z") ? 'ok' : "fails $!", "\n"; }
print "$r\n";
