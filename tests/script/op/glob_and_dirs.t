# glob, <*.x>, opendir/readdir/rewinddir, mkdir, rmdir, unlink lists, rename, chdir.
use strict; use warnings;
mkdir "d" or die;
for (qw(b.txt a.txt c.log .hid)) { open my $h, '>', "d/$_" or die; close $h }
print join(",", glob "d/*.txt"), "|", join(",", <d/*>), "|", join(",", glob "d/{c,a}.*"), "|", join(",", glob "d/?.log d/.h*"), "|", join(",", glob "none/*"), "|", join(",", glob "nofile"), "\n";
while (my $f = glob "d/*.txt") { print "$f;" }
print "\n";
my $p = "d";
print join(",", glob "$p/[ab].txt"), join(",", <$p/*.log>), "\n";
opendir my $dh, "d" or die;
my @e = sort readdir $dh;
print "@e\n";
rewinddir $dh;
my $cnt = 0;
while (readdir $dh) { $cnt++ if !/^\./ }
print "$cnt\n";
closedir $dh;
print opendir(my $no, "nodir") ? 1 : "fail " . ($! + 0), "\n";
chdir "d" or die;
print -e "a.txt" ? "in\n" : "out\n";
print rename("a.txt", "z.txt") ? 1 : 0, -e "a.txt" ? 1 : 0, "\n";
chdir "..";
print mkdir("d") ? 1 : $! + 0, " ", rmdir("d") ? 1 : ($! + 0) ? "not empty" : 0, "\n";
print unlink("d/b.txt", "d/nope", "d/c.log"), unlink(glob "d/* d/.hid"), rmdir("d") ? 1 : 0, "\n";
mkdir "m", 0700;
printf "%o\n", (stat "m")[2] & 0777;
rmdir "m";
print chdir("nowhere") ? 1 : "no", "\n";
my @t = map { "x$_" } 1 .. 2;
for (@t) { open my $h, '>', $_; print $h "abc" }
print chmod(0600, @t), utime(0, 0, @t), (stat "x1")[9], " ", -s "x1", "\n";
print truncate("x1", 1) ? -s "x1" : 'no', link("x1", "hard") ? (stat "hard")[3] : 'no', "\n";
unlink @t, "hard";
