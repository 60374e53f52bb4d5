# ioctl with a buffer and with a number: FIONREAD on a pipe, FIOCLEX, and failures.
use strict;
use warnings;
no warnings 'once';
use constant { FIONREAD => 0x541b, FIOCLEX => 0x5451, FIONCLEX => 0x5450, TIOCGWINSZ => 0x5413 };
pipe my $r, my $w or die;
my $b = pack 'L', 99;
print ioctl($r, FIONREAD, $b), " ", unpack('L', $b), "\n";
syswrite $w, 'hello';
ioctl $r, FIONREAD, $b or die;
print "bytes ", unpack('L', $b), "\n";
my $e = '';
ioctl $r, FIONREAD, $e or die;
print "grown buffer ", unpack('L', $e), "\n";
use Fcntl;
ioctl $r, FIONCLEX, 0 or die;
print "cloexec ", fcntl($r, F_GETFD, 0) + 0, "\n";
ioctl $r, FIOCLEX, 0 or die;
print "cloexec ", fcntl($r, F_GETFD, 0) + 0, "\n";
my $x = ioctl $r, TIOCGWINSZ, $e;
print "not a tty: ", defined $x ? $x : 'undef', " $!\n";
{
    no warnings;
    $! = 0;
    $x = ioctl NEVER, FIONREAD, $b;
    print "unopened: ", defined $x ? $x : 'undef', " $!\n";
}
print -t $r ? 'tty' : 'not tty', "\n";
