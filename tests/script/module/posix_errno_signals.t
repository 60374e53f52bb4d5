# Errno constants, strerror, signal numbers, errno, termios and limits exported by POSIX.
use strict;
use warnings;
use POSIX qw(:errno_h :signal_h strerror errno perror);
print join(' ',
    EPERM,       ENOENT,      EINTR,        EIO,       EBADF,
    EAGAIN,      ENOMEM,      EACCES,       EEXIST,    EPIPE,
    EWOULDBLOCK, EINPROGRESS, ECONNREFUSED, ETIMEDOUT, EADDRINUSE),
    "\n";
print join(' ',
    SIGHUP, SIGINT, SIGKILL, SIGUSR1, SIGPIPE, SIGALRM, SIGTERM, SIGCHLD, SIGCONT, SIGSTOP),
    "\n";
print strerror(2), " ", strerror(0), " ", strerror(9999), "\n";
$! = 13;
print errno(), " ", errno() == EACCES ? 1 : 0, "\n";
$! = ENOENT;
perror('prefix');
print SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK, " ", SA_RESTART > 0 ? 1 : 0, " ",
    SIGRTMIN > 30 ? 1 : 0, "\n";
print POSIX::BUFSIZ(), " ", POSIX::EOF(), " ", POSIX::CLOCKS_PER_SEC(), "\n";
print defined &POSIX::EXIT_FAILURE ? POSIX::EXIT_FAILURE() : '', POSIX::EXIT_SUCCESS(), "\n";
print POSIX::raise(0) // 'undef',                                "\n";
$SIG{USR1} = sub { print "raised $_[0]\n" };
print POSIX::raise(SIGUSR1), "\n";
print eval 'EPERM(1); 1'                  ? 'args ignored' : $@ =~ s/ at .*//sr, "\n";
print POSIX::getenv('HOME') eq $ENV{HOME} ? 1              : 0, "\n" if defined &POSIX::getenv;
print join(',', POSIX::localeconv()->{decimal_point}), "\n";
print POSIX::WEXITSTATUS(512),                         "\n";
