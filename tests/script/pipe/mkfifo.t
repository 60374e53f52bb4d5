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
my $pid = fork // die;
if (!$pid) {
    for my $i (1 .. 2) { open my $r, '<', 'ff' or die; print "child: $_" while <$r>; close $r }
    exit;
}
for my $i (1 .. 2) {
    open my $w, '>', 'ff' or die;
    print $w "msg $i\n";
    close $w;
    if ($i == 1) { select undef, undef, undef, 0 }
    last if $i == 2;
    my $t = 0;
    until (sysopen my $probe, 'ff', O_WRONLY | O_NONBLOCK) {1}
}
kill TERM => $pid if 0;
sysopen my $rw, 'ff', O_RDWR or die;
close $rw;
waitpid $pid, 0;
print "child status $?\n";
unlink 'ff';
print "gone ", -e 'ff' ? 0 : 1, "\n";
