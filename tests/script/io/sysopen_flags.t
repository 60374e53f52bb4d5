# sysopen flags and permissions, with the umask and the errors.
use strict;
use warnings;
use Fcntl;
umask 022;
sub mode { sprintf '%04o', (stat $_[0])[2] & 07777 }
sysopen(my $h, 'a', O_WRONLY | O_CREAT) or die;
print "default perm ", mode('a'), "\n";
close $h;
sysopen($h, 'b', O_WRONLY | O_CREAT, 0600) or die;
print "given perm ", mode('b'), "\n";
close $h;
umask 077;
sysopen($h, 'c', O_WRONLY | O_CREAT, 0777) or die;
print "masked ", mode('c'), "\n";
close $h;
print "excl: ",      sysopen($h, 'a',  O_WRONLY | O_CREAT | O_EXCL) ? 'opened' : $!, "\n";
print "no creat: ",  sysopen($h, 'zz', O_RDONLY)                    ? 'opened' : $!, "\n";
print "directory: ", sysopen($h, '.',  O_WRONLY)                    ? 'opened' : $!, "\n";
symlink 'a', 'ln';
print "nofollow: ", sysopen($h, 'ln', O_RDONLY | O_NOFOLLOW) ? 'opened' : $!, "\n";
sysopen($h, 'a', O_WRONLY) or die;
print $h "0123456789";
close $h;
sysopen($h, 'a', O_RDWR) or die;
print "update: ", scalar(<$h>), "\n";
seek $h, 0, 0;
print $h "XX";
close $h;
sysopen($h, 'a', O_WRONLY | O_APPEND) or die;
print $h "END";
close $h;
sysopen($h, 'a', O_RDONLY) or die;
print <$h>, "\n";
{ no warnings; print "write on rdonly: ", (print $h 'x') ? 1 : 0, "\n"; }
close $h;
sysopen($h, 'a', O_WRONLY | O_TRUNC) or die;
close $h;
print "truncated ", -s 'a', "\n";
sysopen(BW, 'a', O_RDWR) or die;
print "bareword ", fileno(BW) > 2 ? 1 : 0, "\n";
close BW;
mkdir 'd', 0700;
sysopen($h, 'd', O_RDONLY | O_DIRECTORY) or die $!;
print "O_DIRECTORY ok\n";
print "notdir: ", sysopen($h, 'a', O_RDONLY | O_DIRECTORY) ? 'opened' : $!, "\n";
{ no warnings; print "nul: ", sysopen($h, "a\0", O_RDONLY) ? 1 : $!, "\n"; }
