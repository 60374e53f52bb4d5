#!/usr/bin/perl
# A tour of interprocess communication: what scripts/run shows to a newcomer. Prints what it does, and leaves
# no process, file or SysV object behind.
use strict;
use warnings;
use POSIX qw(:sys_wait_h mkfifo);
use Socket;
use IO::Socket::INET;
use IO::Select;
use IPC::Open2;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID S_IRUSR S_IWUSR);
use File::Temp qw(tempdir);

$| = 1;
alarm 20;    # whatever happens, the tour ends
sub step { printf "%-14s %s\n", shift, join '', @_ }

# --- fork and wait
my $pid = fork // die "fork: $!";
if (!$pid) { exit 7 }
waitpid $pid, 0;
step 'fork', 'the child left with status ', $? >> 8;

# --- signals
{
    my @seen;
    local $SIG{USR1} = sub { push @seen, shift };
    kill USR1 => $$;
    local $SIG{ALRM} = sub { die "timeout\n" };
    my $answer = eval { select undef, undef, undef, 0.01; kill ALRM => $$; sleep 5; 'none' } // $@;
    chomp $answer;
    step 'signals', "caught @seen; a blocking sleep ended with '$answer'";
}

# --- a pipe from a child
pipe my $reader, my $writer or die "pipe: $!";
if (!($pid = fork // die "fork: $!")) {
    close $reader;
    print {$writer} "line $_ from the child\n" for 1 .. 3;
    close $writer;
    POSIX::_exit(0);
}
close $writer;
my @lines = <$reader>;
close $reader;
waitpid $pid, 0;
step 'pipe', scalar(@lines), ' lines, the last: ', $lines[-1] =~ s/\n//r;

# --- pipe opens, and a safe one without a shell
open my $sort, '-|', 'printf "pear\napple\nfig\n" | sort' or die "sort: $!";
chomp(my @sorted = <$sort>);
close $sort or die "sort ended with $?";
step 'pipe open', "@sorted";
if (!(my $child = open my $kid, '-|')) {
    defined $child or die "fork: $!";
    print "from a forked half of this script\n";
    exit 3;
}
else {
    my $line = <$kid>;
    close $kid;
    chomp $line;
    step 'safe open', $line, ', status ', $? >> 8;
}

# --- both directions
my $cat = open2(my $from, my $to, 'tr', 'a-z', 'A-Z');
print {$to} "said twice\n";
close $to;
chomp(my $shout = <$from>);
waitpid $cat, 0;
step 'open2', $shout;

# --- a named pipe
my $dir = tempdir(CLEANUP => 1);
mkfifo "$dir/fifo", 0600 or die "mkfifo: $!";
if (!($pid = fork // die "fork: $!")) {
    open my $out, '>', "$dir/fifo" or POSIX::_exit(1);
    print {$out} "through the file system";
    close $out;
    POSIX::_exit(0);
}
open my $fifo, '<', "$dir/fifo" or die "fifo: $!";
step 'named pipe', scalar <$fifo>;
close $fifo;
waitpid $pid, 0;

# --- a socket pair
socketpair my $left, my $right, AF_UNIX, SOCK_STREAM, PF_UNSPEC or die "socketpair: $!";
syswrite $left, 'ping';
sysread $right, my $got, 16;
syswrite $right, "$got, pong";
sysread $left, $got, 16;
step 'socketpair', $got;

# --- a TCP server that serves three clients at once
my $server = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1', ReuseAddr => 1)
    or die "listen: $@";
my @clients;
for my $number (1 .. 3) {
    my $child = fork // die "fork: $!";
    if (!$child) {
        my $socket = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $server->sockport)
            or POSIX::_exit(1);
        print {$socket} "client $number\n";
        my $reply = <$socket>;
        POSIX::_exit($reply eq "hello, client $number\n" ? 0 : 2);
    }
    push @clients, $child;
}
my $select = IO::Select->new($server);
my $served = 0;
while ($served < 3) {
    for my $ready ($select->can_read(10)) {
        if ($ready == $server) { $select->add(scalar $server->accept); next }
        my $line = <$ready>;
        print {$ready} "hello, $line";
        $select->remove($ready);
        close $ready;
        $served++;
    }
}
my $happy = grep { waitpid($_, 0) == $_ && $? == 0 } @clients;
step 'TCP', "$served clients served, $happy of them satisfied";

# --- SysV IPC: shared memory guarded by a semaphore, and a message queue
my $memory = shmget(IPC_PRIVATE, 64, IPC_CREAT | S_IRUSR | S_IWUSR) // die "shmget: $!";
my $semaphore = semget(IPC_PRIVATE, 1, IPC_CREAT | S_IRUSR | S_IWUSR) // die "semget: $!";
my $queue = msgget(IPC_PRIVATE, IPC_CREAT | S_IRUSR | S_IWUSR) // die "msgget: $!";
if (!($pid = fork // die "fork: $!")) {
    shmwrite $memory, 'written by the child', 0, 20;
    semop $semaphore, pack 's!3', 0, 1, 0;
    msgsnd $queue, pack('l! a*', 1, 'a message'), 0;
    POSIX::_exit(0);
}
semop $semaphore, pack 's!3', 0, -1, 0;    # waits until the child has written
shmread $memory, my $shared, 0, 20;
msgrcv $queue, my $message, 64, 1, 0;
waitpid $pid, 0;
shmctl $memory, IPC_RMID, 0;
semctl $semaphore, 0, IPC_RMID, 0;
msgctl $queue, IPC_RMID, 0;
step 'shared memory', $shared;
step 'message queue', (unpack 'l! a*', $message)[1];

my $left_over = waitpid(-1, WNOHANG);
step 'the end', $left_over == -1 ? 'no child left behind' : 'a child was left behind';
