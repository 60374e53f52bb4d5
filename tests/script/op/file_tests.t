# -e -f -d -s -z -r -w -x -l -p, stacked tests, the _ handle, -M, lstat and stat fields.
use strict; use warnings;
open my $f, '>', "file" or die;
print $f "12345";
close $f;
open $f, '>', "empty";
close $f;
mkdir "dir";
symlink "file", "link";
symlink "nowhere", "broken";
chmod 0644, "file";
chmod 0755, "empty";
for my $n (qw(file empty dir link broken none)) { print "$n: ", join(" ", map { my $r = eval "-$_ \$n"; "$_=" . (defined $r ? $r eq '' ? 'F' : $r : 'u') } qw(e f d l s z p S b c)), "\n" }
print -x "empty" ? 1 : 0, -x "file" ? 1 : 0, "\n" if $> != 0;
print -e -f -s "file", " ", (-e -d "file") ? 1 : 0, " ", (-f -w -r "file") ? 1 : 0, "\n";
print -e "file" ? -s _ : 'no', " ", -d _ ? 1 : 0, "\n";
stat "dir";
print -d _ ? 1 : 0, -f _ ? 1 : 0, "\n";
my @s = stat "file";
print scalar(@s), " $s[7] ", sprintf("%04o", $s[2] & 07777), " $s[3]\n";
print scalar(@{[stat "none"]}), $! + 0, "\n";
print -l "link" ? 1 : 0, readlink("link"), " ", defined readlink("file") ? 1 : 0, "\n";
my @l = lstat "link";
print $l[2] & 0170000 == 0120000 ? 1 : 0, "\n";
print -s "file", -z "empty" ? "zero" : "no", defined -s "empty" ? -s _ : 'u', "\n";
$_ = "file";
print -e, -f, -s, "\n";
print -M "file" < 1 ? "new" : "old", -A "file" < 1 ? 1 : 0, -C "file" < 1 ? 1 : 0, "\n";
open my $h, '<', "file";
print -f $h ? 1 : 0, -s $h, -t $h ? 1 : 0, (stat $h)[7], "\n";
print -T "file" ? 1 : 0, -B "file" ? 1 : 0, -T "empty" ? 1 : 0, -B "empty" ? 1 : 0, "\n";
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; print defined -e undef ? 1 : 0, -e "file\n" ? 1 : 0, -e "x\0y" ? 1 : 0, "\n"; }
print -e FILE => "\n" if 0;
print rename("file", "moved") ? 1 : 0, -e "file" ? 1 : 0, -e "moved" ? 1 : 0, unlink("moved", "empty", "link", "broken", "none"), rmdir("dir") ? 1 : 0, rmdir("dir") ? 1 : 0, $! + 0, "\n";
