# Named pipes: creation, blocking open of both ends, reopen loop, ENXIO, ends of file.
use strict;
use warnings;
use POSIX qw(mkfifo);
use Fcntl;
alarm 20;
$| = 1;
print "made ", mkfifo('ff', 0600) ? 1 : 0, " is pipe ", -p 'ff' ? 1 : 0, " mode ",
    sprintf('%o', (stat 'ff')[2] & 0777), "\n";
print "again ",      mkfifo('ff', 0600)                          ? 1        : "fails $!", "\n";
print "no reader: ", sysopen(my $x, 'ff', O_WRONLY | O_NONBLOCK) ? 'opened' : $!,         "\n";
for my $round (1 .. 3) {
    my $pid = fork // die;
    if (!$pid) {
        open my $w, '>', 'ff' or die;
        print $w "round $round\n";
        close $w;
        POSIX::_exit(0);
    }
    open my $r, '<', 'ff' or die;
    print <$r>;
    close $r;
    waitpid $pid, 0;
}
pipe my $ack, my $done;
my $pid = fork // die;
if (!$pid) {
    for my $i (1 .. 3) {
        open my $r, '<', 'ff' or die;
        my @l = <$r>;
        close $r;
        print "child: @l";
        syswrite $done, '.';
    }
    exit 0;
}
for my $i (1 .. 3) {
    open my $w, '>', 'ff' or die;
    print $w "msg $i\n";
    close $w;
    sysread $ack, my $b, 1;
}
waitpid $pid, 0;
print "child status $?\n";
sysopen my $rw, 'ff', O_RDWR or die;
syswrite $rw, "self\n";
print "self: ", scalar(<$rw>);
close $rw;
unlink 'ff';
print "gone ", -e 'ff' ? 0 : 1, "\n";
