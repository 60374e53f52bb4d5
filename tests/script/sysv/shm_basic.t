# Shared memory: create, write, read, padding, bounds, stat, remove; shared with a child.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID IPC_STAT IPC_CREAT S_IRUSR S_IWUSR);
my $id = shmget(IPC_PRIVATE, 2000, S_IRUSR | S_IWUSR | IPC_CREAT);
die "shmget: $!" unless defined $id;
END { shmctl($id, IPC_RMID, 0) if defined $id && $$ == $main::owner }
our $owner = $$;
print "write ", shmwrite($id, "Message #1", 0, 60) ? 1 : 0, "\n";
my $b;
print "read ", shmread($id, $b, 0, 60) ? 1 : 0, " length ", length $b, " ", $b =~ s/\0+$//r, "\n";
print "only nulls follow ", substr($b, 10) =~ /^\0+$/ ? 1 : 0, "\n";
shmwrite $id, "abcdefgh", 100, 3;
shmread $id, $b, 99, 6;
print unpack('H*', $b), "\n";
my $pid = fork // die;
if (!$pid) {
    shmread $id, my $c, 0, 10;
    print "child sees $c\n";
    shmwrite $id, "from child", 500, 10;
    exit 0;
}
waitpid $pid, 0;
shmread $id, $b, 500, 10;
print "parent sees $b\n";
$! = 0;
print "past the end ", shmread($id, $b, 1990, 20)  ? 1 : "no $!", "\n";
print "write past ",   shmwrite($id, 'x', 2000, 1) ? 1 : "no $!", "\n";
print "negative ",     shmread($id, $b, -1, 5)     ? 1 : "no $!", "\n";
my $st = '';
print "stat ",   shmctl($id, IPC_STAT, $st) ? 1 : 0, " ", length $st > 50 ? 1 : 0, "\n";
print "bad id ", shmread(999999, $b, 0, 1)  ? 1 : "no $!", "\n";
print "remove ", shmctl($id, IPC_RMID, 0),             "\n";
print "gone ",   shmread($id, $b, 0, 1) ? 1 : "no $!", "\n";
undef $id;
print "zero size ", defined shmget(IPC_PRIVATE, 0, 0600) ? 1 : "undef $!", "\n";
