# O_NONBLOCK by fcntl and IO::Handle::blocking: EAGAIN from sysread, readline and accept-like waits.
use strict;
use warnings;
use Fcntl;
use IO::Handle;
use Errno qw(EAGAIN EWOULDBLOCK);
pipe my $r, my $w or die;
my $fl = fcntl $r, F_GETFL, 0;
print "flags nonblock ", $fl & O_NONBLOCK ? 1 : 0,             "\n";
print "set: ",           fcntl($r, F_SETFL, $fl | O_NONBLOCK), "\n";
my $n = sysread $r, my $b, 10;
print defined $n ? $n : 'undef', " again ", $! == EAGAIN ? 1 : 0, "\n";
syswrite $w, "part";
my $l = <$r>;
print "readline gives the part: ", defined $l ? $l : 'undef', "\n";
$l = <$r>;
print "empty: ", defined $l ? $l : 'undef', " ", $!{EAGAIN} ? 'EAGAIN' : $!, "\n";
syswrite $w, "more\n";
$l = <$r>;
print "later: ", defined $l ? $l : "undef\n";
print "blocking() was ", $w->blocking ? 1 : 0, "\n";
print "old value ", $w->blocking(0) ? 1 : 0, " now ", $w->blocking ? 1 : 0, " back ",
    $w->blocking(1) ? 1 : 0, "\n";
{
    no warnings;
    print "bad fcntl: ", defined fcntl($r, 9999, 0) ? 1 : "undef $!", "\n";
    print "closed: ", defined fcntl(NEVER, F_GETFL, 0) ? 1 : "undef", "\n";
}
close $w;
$r->blocking(1);
print "eof ", sysread($r, $b, 1), "\n";
open my $o, '>', 'f';
print "zero result: ", fcntl($o, F_SETFD, 0), "\n";
