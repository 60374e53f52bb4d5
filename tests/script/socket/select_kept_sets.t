# select asked the same question many times, with enough descriptors that the answer may be kept, and
# everything that must change the answer: data, closing, reopening under the same number, forks.
use strict;
use warnings;
use POSIX ();
use Socket;
use IO::Select;
$| = 1;

my (@r, @w);
for (0 .. 49) { pipe($r[$_], $w[$_]) or die $! }
my @s;
for (0 .. 9) { socketpair($s[2 * $_], $s[2 * $_ + 1], AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die $! }

sub vector { my $bits = ''; vec($bits, fileno $_, 1) = 1 for @_; $bits }
my @watched = (@r, @s);
my $in = vector(@watched);

# Indices of the ready ones among @watched; asked often so that keeping pays.
sub ready {
    my $times = $_[0] // 40;
    my ($count, $out);
    $count = select($out = $in, undef, undef, 0) for 1 .. $times;
    my @ready = grep { vec($out, fileno $watched[$_], 1) } 0 .. $#watched;
    my $stray = unpack('%32b*', $out) - @ready;
    return "$count [@ready]" . ($stray ? " stray $stray" : '') . (length $out == length $in ? '' : ' length');
}

print "quiet: ", ready(), "\n";
syswrite $w[7], 'x';
print "one: ", ready(1), " ", ready(), "\n";
syswrite $w[49], 'yy';
syswrite $s[3], 'z';
print "three: ", ready(1), "\n";
sysread $r[7], my $buffer, 10;
print "two: ", ready(1), "\n";
sysread $r[49], $buffer, 1;
print "half read: ", ready(1), "\n";
sysread $r[49], $buffer, 1;
sysread $s[2], $buffer, 10;
print "quiet: ", ready(1), "\n";

# The other end goes: end of file is ready.
close $w[5];
print "closed writer: ", ready(1), " ", ready(), "\n";
shutdown $s[9], 1;
print "shut down: ", ready(1), "\n";
close $_ for @s[8, 9];
socketpair($s[8], $s[9], AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die $!;

# A number with a new meaning.
my $number = fileno $r[5];
close $r[5];
{
    my $out = $in;
    my $count = select($out, undef, undef, 0);
    print "closed reader: $count ", ($!{EBADF} ? 'EBADF' : 'other'), "\n";
}
pipe($r[5], $w[5]) or die $!;
@watched = (@r, @s);
$in = vector(@watched);
print "same number: ", (fileno $r[5] == $number ? 1 : 0), " ", ready(), "\n";
syswrite $w[5], 'new';
print "new pipe: ", ready(1), "\n";
sysread $r[5], $buffer, 10;

# dup2 behind the handle's back.
print "before dup2: ", ready(), "\n";
syswrite $w[11], 'd';
sysread $r[11], $buffer, 1;
POSIX::dup2(fileno $r[11], fileno $r[12]);
syswrite $w[11], 'd';
print "after dup2: ", ready(1), "\n";
sysread $r[12], $buffer, 1;
print "read through the copy: ", ready(), "\n";
POSIX::close(fileno $r[13]);
print "closed by number: ", scalar(select(my $copy = $in, undef, undef, 0)), "\n";
POSIX::dup2(fileno $r[14], fileno $r[13]);
print "opened again: ", ready(), "\n";

# Descriptors get the numbers they always got.
open my $null, '<', '/dev/null' or die $!;
my $next = fileno $null;
close $null;
ready();
open $null, '<', '/dev/null' or die $!;
print "next number: ", (fileno $null == $next ? 'same' : 'other'), "\n";
close $null;

# A child that inherits what was kept, closes and asks by itself; the parent is not disturbed.
ready();
my $pid = fork // die $!;
if (!$pid) {
    print "child: ", ready(1), " ", ready(), "\n";
    syswrite $w[20], 'c';
    print "child sees: ", ready(1), "\n";
    close $r[21];
    POSIX::_exit(0);
}
waitpid $pid, 0;
print "parent: ", ready(1), " ", ready(), "\n";
sysread $r[20], $buffer, 10;
print "parent after reading: ", ready(1), "\n";

# A descriptor whose other copy lives on in a child.
$pid = fork // die $!;
if (!$pid) { sysread $r[30], $buffer, 1; POSIX::_exit(0) }
close $r[31];
pipe($r[31], my $other) or die $!;
@watched = (@r, @s);
$in = vector(@watched);
print "replaced while a child has it: ", ready(), "\n";
syswrite $w[30], 'g';
waitpid $pid, 0;
print "child gone: ", ready(1), "\n";

# Waiting, with time left, with a signal, with a writer in another process.
my ($count, $left) = select(my $out = $in, undef, undef, 0.05);
print "timed out: $count ", ($left == 0 ? 'no time left' : $left), "\n";
$pid = fork // die $!;
if (!$pid) { select undef, undef, undef, 0.1; syswrite $w[40], 'late'; POSIX::_exit(0) }
$count = select($out = $in, undef, undef, 20);
print "woken: $count ", join(' ', grep { vec($out, fileno $r[$_], 1) } 0 .. $#r), "\n";
waitpid $pid, 0;
($count, $left) = select($out = $in, undef, undef, 7);
print "no wait: $count ", ($left > 6 && $left <= 7 ? 'time is left' : $left), "\n";
sysread $r[40], $buffer, 10;
{
    my $handled = 0;
    local $SIG{ALRM} = sub { $handled++ };
    print "with a handler: ", ready(), "\n";
    alarm 1;
    $count = select($out = $in, undef, undef, 20);
    alarm 0;
    print "interrupted: $count $handled ", ($!{EINTR} ? 'EINTR' : 'other'), "\n";
    kill ALRM => $$;
    syswrite $w[2], 'x';
    print "handler and data: ", ready(1), " $handled\n";
    sysread $r[2], $buffer, 1;
}

# Writing and both ways; a full pipe is not ready to write.
my $win = vector(@w, @s);
my @writers = (@w, @s);
sub writable {
    my ($n, $o, $e);
    $n = select($o = $in, $e = $win, undef, 0) for 1 .. $_[0];
    my @not = grep { !vec($e, fileno $writers[$_], 1) } 0 .. $#writers;
    return "$n not [@not]";
}
print "writable: ", writable(40), "\n";
{
    my $flags = fcntl($w[15], 3, 0);
    fcntl($w[15], 4, $flags | POSIX::O_NONBLOCK());
    1 while syswrite $w[15], 'f' x 4096;
}
print "full: ", writable(1), " ", writable(40), "\n";
sysread $r[15], $buffer, 8192;
print "room again: ", writable(1), "\n";
fcntl($r[15], 4, fcntl($r[15], 3, 0) | POSIX::O_NONBLOCK());
1 while sysread $r[15], $buffer, 65536;
print "emptied: ", ready(1), "\n";
close $r[16];
print "reader gone: ", scalar(select(undef, my $wcopy = vector(@w), undef, 0) > 0), "\n";
pipe($r[16], $w[16]) or die $!;

# IO::Select goes the same way.
my $set = IO::Select->new(@r, @s);
$set->can_read(0) for 1 .. 40;
syswrite $w[33], 'i';
print "can_read: ", join(' ', map { my $h = $_; grep { $r[$_] == $h } 0 .. $#r } $set->can_read(0)), "\n";
