# IO::Pipe in both directions and as a command, IO::Dir, IO::Poll.
use strict;
use warnings;
use IO::Pipe;
use IO::Dir;
use IO::Poll qw(POLLIN POLLOUT POLLHUP);
alarm 20;
my $p   = IO::Pipe->new;
my $pid = fork // die;
if (!$pid) { $p->writer; print $p "from child\n"; $p->close; exit 0 }
$p->reader;
print <$p>;
waitpid $pid, 0;
print ref $p, "\n";
my $r = IO::Pipe->new;
$r->reader($^X, '-e', 'print "command output\n"; exit 3');
print <$r>;
print "close ", close $r ? 1 : 0, " ";
wait;
print $? >> 8, "\n";
$| = 1;
my $w = IO::Pipe->new;
$w->writer($^X, '-ne', 'print "got $_"');
print $w "to command\n";
close $w;
1 while wait != -1;
my ($a, $b) = map { IO::Handle->new } 1, 2;
my $q = IO::Pipe->new($a, $b);
print ref $q, " ";
$b->autoflush(1);
print $b "explicit handles\n";
print <$a> // '' if close $b;
mkdir 'd';
for (qw(x y)) { open my $o, '>', "d/$_"; close $o }
my $d = IO::Dir->new('d') or die;
print join(' ', sort grep { !/^\./ } $d->read), "\n";
$d->rewind;
my $n = 0;
$n++ while defined $d->read;
print "$n\n";
$d->close;
tie my %dir, 'IO::Dir', 'd';
print join(',', sort grep { !/^\./ } keys %dir), " ", $dir{x}->size, " ",
    exists $dir{zz} ? 1 : 0, "\n";
pipe my $pr, my $pw;
my $poll = IO::Poll->new;
$poll->mask($pr => POLLIN);
$poll->mask($pw => POLLOUT);
print "poll ", $poll->poll(0), " out ", $poll->events($pw) & POLLOUT ? 1 : 0, " in ",
    $poll->events($pr) & POLLIN ? 1 : 0, "\n";
syswrite $pw, 'x';
$poll->remove($pw);
print "poll ", $poll->poll(5), " in ", $poll->events($pr) & POLLIN ? 1 : 0, " handles ",
    scalar($poll->handles), "\n";
sysread $pr, my $z, 1;
close $pw;
$poll->poll(5);
print "hup ", $poll->events($pr) & POLLHUP ? 1 : 0, "\n";
