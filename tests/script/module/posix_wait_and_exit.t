# POSIX process functions: wait macros, _exit, dup, dup2, pipe, read, write, open, lseek, access.
use strict;
use warnings;
use POSIX qw(:sys_wait_h :fcntl_h :unistd_h :limits_h);
my ($r, $w) = POSIX::pipe();
print "pipe ", $r > 2 && $w > $r ? 1 : 0, "\n";
print POSIX::write($w, "hello world", 5), "\n";
my $b;
print POSIX::read($r, $b, 100), " $b\n";
POSIX::close($w);
print "eof ", POSIX::read($r, $b, 10), "\n";
print "close ", POSIX::close($r), " again ", defined POSIX::close($r) ? 1 : "undef $!", "\n";
my $fd = POSIX::open('f', O_CREAT | O_RDWR, 0640) // die;
POSIX::write $fd, "0123456789", 10;
print "seek ", POSIX::lseek($fd, 3, SEEK_SET), " ", POSIX::lseek($fd, 0, SEEK_SET), "\n";
my $d = POSIX::dup($fd);
POSIX::lseek $d, 4, SEEK_SET;
POSIX::read $fd, $b, 3;
print "shared offset $b\n";
print "dup2 ", POSIX::dup2($fd, 20), "\n";
POSIX::close($_) for $fd, $d, 20;
print "missing ", defined POSIX::open('none') ? 1 : "undef $!", "\n";
print "access ", POSIX::access('f', R_OK) ? 1 : 0, " ",
    POSIX::access('none', F_OK) ? 1 : "no $!", "\n";
for my $c (sub { POSIX::_exit(7) }, sub { kill KILL => $$; sleep 1 }) {
    my $p = fork // die;
    if (!$p) { $c->() }
    waitpid $p, 0;
    print join(' ',
        WIFEXITED($?)   ? 'exited ' . WEXITSTATUS($?) : (),
        WIFSIGNALED($?) ? 'signaled ' . WTERMSIG($?)  : ()),
        "\n";
}
print "constants ", WNOHANG, " ", WUNTRACED, " ", INT_MAX, " ", PATH_MAX, " ", UINT_MAX, "\n";
print join(',', (POSIX::uname())[0]), " ", POSIX::getcwd() eq do { require Cwd; Cwd::getcwd() }
    ? 1 : 0, "\n";
print "ttyname ", defined POSIX::ttyname(0) ? 1 : 'undef', " isatty ", POSIX::isatty(0) ? 1 : 0,
    " ctermid ", POSIX::ctermid(), "\n";
my $nice = getpriority(0, 0);
print POSIX::nice(0) eq ($nice || '0 but true') ? 1 : 0, " ", POSIX::sysconf(&POSIX::_SC_PAGESIZE) >= 4096 ? 1 : 0, "\n";
my @t = POSIX::times();
print scalar(@t), "\n";
