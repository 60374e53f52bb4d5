# A log service on a named pipe: many writers, one reader, non-blocking open, reopen after EOF.
use strict;
use warnings;
use POSIX qw(mkfifo);
use Fcntl;

my $fifo = 'service.fifo';
mkfifo($fifo, 0600) or die "mkfifo: $!";
print "is a pipe: ", (-p $fifo ? 1 : 0), " mode ", sprintf('%04o', (stat _)[2] & 07777), "\n";
print "again: ", (mkfifo($fifo, 0600) ? 'made' : $!{EEXIST} ? 'EEXIST' : "$!"), "\n";
print "write side without reader: ", (sysopen(my $x, $fifo, O_WRONLY | O_NONBLOCK) ? 'opened' : $!{ENXIO} ? 'ENXIO' : "$!"), "\n";
sysopen my $nb, $fifo, O_RDONLY | O_NONBLOCK or die "nb: $!";
print "empty non-blocking read: ", sysread($nb, my $b, 10), "\n";
close $nb;

# Writers append whole lines below PIPE_BUF: no line is torn.
my $reader = fork // die;
if (!$reader) {
    my (%count, $torn);
    my $sessions = 0;
    OPEN: while ($sessions < 50) {
        open my $in, '<', $fifo or die "reader: $!";
        $sessions++;
        while (my $line = <$in>) {
            last OPEN if $line eq "STOP\n";
            if ($line =~ /^writer (\d) line (\d+) x{100}$/) { $count{$1}++ } else { $torn++ }
        }
    }
    open my $out, '>', 'result' or die;
    print $out join(' ', map "$_:$count{$_}", sort keys %count), ' torn ', $torn || 0, "\n";
    close $out;
    exit 0;
}
for my $round (1, 2) {
    my @writers;
    for my $n (1 .. 3) {
        my $pid = fork // die;
        if (!$pid) {
            local $SIG{ALRM} = sub { POSIX::_exit(9) };
            alarm 8;
            open my $out, '>', $fifo or POSIX::_exit(8);
            syswrite $out, sprintf "writer %d line %d %s\n", $n, $_, 'x' x 100 for 1 .. 20 * $n;
            close $out;
            POSIX::_exit(0);
        }
        push @writers, $pid;
    }
    my @st = map { waitpid $_, 0; $? } @writers;
    print "round $round: @st\n";
}
open my $w, '>', $fifo or die;
print $w "STOP\n";
close $w;
waitpid $reader, 0;
print "reader $?\n";
open my $res, '<', 'result' or die;
print "counts ", <$res>;

# The shell on the other end.
my $pid = open my $sh, '-|', "read line < $fifo; echo shell got \$line" or die;
open $w, '>', $fifo or die;
print $w "hello fifo\n";
close $w;
print <$sh>;
close $sh;
print "shell status $?\n";
my $tee = open my $t, '|-', "cat > copy" or die;
print $t "line $_\n" for 1 .. 3;
close $t or die;
print "copy: ", -s 'copy', "\n";
{
    local $SIG{ALRM} = sub { die "no reader came\n" };
    eval { alarm 1; open my $blocked, '>', $fifo or die "open: $!\n"; alarm 0; print "opened?\n"; 1 } or print "blocking open: $@";
}
unlink $fifo;
print "gone: ", (-e $fifo ? 0 : 1), "\n";
