# $^F: which descriptors survive exec; close-on-exec of pipes, files and their clearing with fcntl.
use strict;
use warnings;
use Fcntl;
$| = 1;
print "\$^F is $^F\n";
sub child_sees {
    my ($fd) = @_;
    system $^X, '-e', 'exit(open(my $h, "<&=", $ARGV[0]) ? 0 : 1)', $fd;
    $? == 0 ? 'open' : 'closed';
}
open my $f, '<', $0 or die;
print "file: ", child_sees(fileno $f), "\n";
pipe my $r, my $w or die;
print "pipe: ", child_sees(fileno $r),              "\n";
print "flag ",  fcntl($r, F_GETFD, 0) & FD_CLOEXEC, "\n";
fcntl $r, F_SETFD, 0 or die;
print "cleared: ", child_sees(fileno $r), " ", fcntl($r, F_GETFD, 0), "\n";
{
    local $^F = 50;
    open my $g, '<', $0 or die;
    print "under \$^F=50: ", child_sees(fileno $g), "\n";
    pipe my $r2, my $w2;
    print "pipe: ", child_sees(fileno $r2), "\n"
}
open my $dup, '<&', $f;
print "dup: ", child_sees(fileno $dup), "\n";
socket(my $s, 1, 1, 0) or die;
print "socket: ", child_sees(fileno $s), "\n";
opendir my $d, '.';
print "dirhandle: ", child_sees(fileno $d),                    "\n";
print "std: ",       join(' ', map { child_sees($_) } 0 .. 2), "\n";
