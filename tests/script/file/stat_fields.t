# stat's 13 fields against each other: links, sizes, modes, times set by utime, blocks, failing stat.
use strict;
use warnings;
umask 022;
open my $o, '>', 'f';
print $o 'x' x 5000;
close $o;
utime 1000000000, 1100000000, 'f' or die;
my @s = stat 'f';
print scalar(@s), " fields\n";
printf "mode %o nlink %d size %d atime %d mtime %d\n", @s[2, 3, 7, 8, 9];
print "uid ",     $s[4] == $> ? 1 : 0, " gid ",    $s[5] == $) + 0 ? 1 : 0, "\n";
print "blksize ", $s[11] > 0  ? 1 : 0, " blocks ", $s[12] >= 8     ? 1 : 0, "\n";
link 'f', 'g';
print "links ", (stat 'f')[3], " same inode ", (stat 'f')[1] == (stat 'g')[1] ? 1 : 0,
    " device ", (stat 'f')[0] == (stat '.')[0] ? 1 : 0, "\n";
my @e = stat 'none';
print "missing ", scalar(@e), " $!\n";
print "scalar ", stat('f') ? 'true' : 'false', " ", scalar(stat 'none') ? 'true' : 'false', "\n";
open my $h, '<', 'f';
print "handle ", (stat $h)[7], " glob ", (stat *$h)[7], "\n";
$_ = 'f';
print "topic ", (stat)[7], "\n";
mkdir 'd', 0700;
printf "dir %o\n", (stat 'd')[2];
symlink 'f', 'ln';
printf "link %o size %d\n", (lstat 'ln')[2], (lstat 'ln')[7];
opendir my $d, 'd';
printf "dirhandle %o\n", (stat $d)[2] & 0777;
my ($dev, $ino) = stat 'f';
print "list assignment ", $ino > 0 ? 1 : 0, "\n";
use Fcntl ':mode';
print S_ISREG($s[2]) ? 1 : 0, S_ISDIR($s[2]) ? 1 : 0, " ", sprintf('%o', S_IMODE($s[2])), " ",
    S_IFMT($s[2]) == S_IFREG ? 1 : 0, "\n";
printf "%d\n", -M 'f' > 1000 ? 1 : 0;
