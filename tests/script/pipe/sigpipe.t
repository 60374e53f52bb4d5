# Writing to a pipe without reader: death by SIGPIPE, EPIPE when ignored, handler, and close.
use strict;
use warnings;
use IO::Handle;
my $pid = fork // die;
if (!$pid) { pipe(my $r, my $w); close $r; syswrite $w, 'x'; exit 9 }
waitpid $pid, 0;
print "killed by ", $? & 127, "\n";
{
    local $SIG{PIPE} = 'IGNORE';
    pipe(my $r, my $w);
    close $r;
    my $n = syswrite $w, 'x';
    print "ignored: ", defined $n ? $n : 'undef', " $!\n";
    print "print: ", (print $w 'buffer') ? 1 : 0, "\n";
    $! = 0;
    print "close: ", close($w) ? 1 : 0, " $!\n";
    pipe($r, $w);
    close $r;
    $w->autoflush(1);
    print "autoflush print: ", (print $w 'x') ? 1 : 0, " $!\n";
    print "close: ", close($w) ? 1 : 0, "\n";
}
{
    my $n = 0;
    local $SIG{PIPE} = sub { $n++; print "handler SIG$_[0]\n" };
    pipe(my $r, my $w);
    close $r;
    my $k = syswrite $w, 'x';
    print "handled: ", defined $k ? $k : 'undef', " $!, calls $n\n";
    my $ok = eval {
        local $SIG{PIPE} = sub { die "broken\n" };
        syswrite $w, 'y';
        1;
    };
    print "die: ", $ok ? 'no' : $@;
}
$pid = fork // die;
if (!$pid) {
    $SIG{PIPE} = 'IGNORE';
    exec $^X, '-e', 'pipe R, W; close R; syswrite W, "x"; print "inherited ignore: $!\n"';
}
waitpid $pid, 0;
print "exit ", $? >> 8, "\n";
$pid = fork // die;
if (!$pid) {
    $SIG{PIPE} = sub { };
    exec $^X, '-e', 'pipe R, W; close R; syswrite W, "x"; print "alive\n"';
}
waitpid $pid, 0;
print "handler reset by exec: ", $? & 127, "\n";
