# pipe: data order, end of file, both ends in one process, autoflush off until close.
use strict;
use warnings;
pipe(my $r, my $w) or die "pipe: $!";
print $w "one\ntwo\n";
close $w;
my @l = <$r>;
print "lines: ", scalar(@l),      " @l";
print "eof ",    eof($r) ? 1 : 0, "\n";
close $r;
pipe(R, W) or die;
my $pid = fork // die;
if (!$pid) { close R; print W "from child\n"; close W; exit 0 }
close W;
print "parent read: ", <R>;
waitpid $pid, 0;
print "status $?\n";
close R;
pipe($r, $w);
print $w 'x' x 1000;
use IO::Handle;
$w->blocking(0);
my $n = 0;
{
    my $k = syswrite $w, 'y' x 65536;
    while (defined $k) { $n += $k; $k = syswrite $w, 'y' x 65536 }
    print "full: $!\n";
}
print "capacity reached ", $n >= 4096 ? 1 : 0, "\n";
$r->blocking(0);
my $b;
my $t = 0;
while (defined(my $k = sysread $r, $b, 65536)) { last if !$k; $t += $k }
print "drained: $!\n";
print "same ", $t == $n ? 1 : 0, "\n";
close $w;
print "eof after close ",                 sysread($r, $b, 1) // 'undef', "\n";
print "buffered part arrives at close? ", -p $r ? 'is pipe' : 'no',      "\n";
