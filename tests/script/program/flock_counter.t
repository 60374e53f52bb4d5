# Concurrent children increment a counter file under flock; a lock with a timeout; shared locks.
use strict;
use warnings;
use Fcntl qw(:flock :seek O_RDWR O_CREAT O_EXCL);

my $file = 'counter';
sub increment {
    my $by = shift;
    sysopen my $fh, $file, O_RDWR | O_CREAT or die "open: $!";
    flock $fh, LOCK_EX or die "lock: $!";
    my $n = <$fh> // 0;
    seek $fh, 0, SEEK_SET or die;
    truncate $fh, 0 or die;
    print $fh $n + $by, "\n";
    close $fh or die "close: $!";
}
my ($children, $rounds) = (5, 40);
my @pids;
for my $c (1 .. $children) {
    my $pid = fork // die;
    if (!$pid) { increment($c) for 1 .. $rounds; exit $c }
    push @pids, $pid;
}
my $sum = 0;
for (@pids) { waitpid $_, 0; $sum += $? >> 8 }
open my $fh, '<', $file or die;
chomp(my $total = <$fh>);
close $fh;
print "statuses sum $sum, counter $total\n";

# A child holds the lock; the parent tries without waiting, then with a deadline, then gets it.
pipe my $ready_r, my $ready_w or die;
pipe my $go_r, my $go_w or die;
my $holder = fork // die;
if (!$holder) {
    close $_ for $ready_r, $go_w;
    open my $h, '+<', $file or die;
    flock $h, LOCK_EX or die;
    syswrite $ready_w, "locked\n";
    close $ready_w;
    sysread $go_r, my $x, 1;
    exit 0;
}
close $_ for $ready_w, $go_r;
print "holder: ", scalar <$ready_r>;
open my $mine, '+<', $file or die;
my $got = flock $mine, LOCK_EX | LOCK_NB;
print "non-blocking: ", ($got ? 'got it' : $!{EWOULDBLOCK} ? 'would block' : "error $!"), "\n";
my $ok = eval {
    local $SIG{ALRM} = sub { die "timeout\n" };
    alarm 1;
    flock $mine, LOCK_EX;
    alarm 0;
    1;
};
print "with deadline: ", $ok ? 'locked' : $@;
close $go_w;
print "after release: ", (flock($mine, LOCK_EX) ? 'locked' : "failed: $!"), "\n";
waitpid $holder, 0;
open my $other, '<', $file or die;
print "shared while exclusive: ", (flock($other, LOCK_SH | LOCK_NB) ? 'yes' : 'no'), "\n";
flock $mine, LOCK_SH;
print "shared while shared: ", (flock($other, LOCK_SH | LOCK_NB) ? 'yes' : 'no'), "\n";
flock $_, LOCK_UN for $mine, $other;

# Lock files by exclusive creation.
sub try_lock {
    my $name = shift;
    my $made = sysopen my $l, $name, O_RDWR | O_CREAT | O_EXCL, 0600;
    print $l "$$\n" if $made;
    return $made ? 1 : $!{EEXIST} ? -1 : 0;
}
print "lock file: ", join(' ', map { try_lock('pid.lock') } 1 .. 3), "\n";
printf "mode %04o size>0 %s\n", (stat 'pid.lock')[2] & 07777, -s _ ? 'yes' : 'no';
unlink 'pid.lock', $file;
print "left: ", join(',', glob '*'), "\n";
