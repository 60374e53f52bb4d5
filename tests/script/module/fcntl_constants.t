# Fcntl exports: open flags, lock and seek constants, mode functions, record locks by fcntl.
use strict;
use warnings;
use Fcntl qw(:DEFAULT :flock :seek :mode);
printf "%o %o %o %o %o %o %o %o\n", O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC,
    O_APPEND, O_NONBLOCK;
print join(' ',
    F_DUPFD, F_GETFD,  F_SETFD,    F_GETFL, F_SETFL, F_GETLK,
    F_SETLK, F_SETLKW, FD_CLOEXEC, F_RDLCK, F_WRLCK, F_UNLCK),
    "\n";
print join(' ', LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN, SEEK_SET, SEEK_CUR, SEEK_END), "\n";
printf "%o %o %o %o %o %o\n", S_IFMT, S_IFREG, S_IFDIR, S_IRUSR, S_IRWXU, S_ISUID;
my $m = 0100644;
print S_ISREG($m) ? 1 : 0, S_ISDIR($m) ? 1 : 0, S_ISLNK(0120777) ? 1 : 0, " ",
    sprintf('%o', S_IMODE($m)), " ", S_IFMT($m) == S_IFREG ? 1 : 0, "\n";
alarm 20;
open my $f, '+>', 'f' or die;
my $lock = pack 's s l! l! i', F_WRLCK, SEEK_SET, 0, 0, 0;
print "lock ", fcntl($f, F_SETLK, $lock), "\n";
my $pid = fork // die;
if (!$pid) {
    open my $g, '+<', 'f';
    my $l = pack 's s l! l! i', F_WRLCK, SEEK_SET, 0, 0, 0;
    print "child ", fcntl($g, F_SETLK, $l) ? 'got it' : $!{EAGAIN} || $!{EACCES} ? 'busy' : $!,
        "\n";
    my $q = pack 's s l! l! i', F_WRLCK, SEEK_SET, 0, 0, 0;
    fcntl $g, F_GETLK, $q;
    print "owner is parent ", (unpack 's s x4 l! l! i', $q)[4] == getppid ? 1 : 0, "\n";
    exit 0;
}
waitpid $pid, 0;
my $dup = fcntl $f, F_DUPFD, 30;
print "dupfd ", $dup, "\n";
open my $d, '<&=', $dup;
print "flags ", fcntl($f, F_GETFL, 0) & O_ACCMODE, "\n";
