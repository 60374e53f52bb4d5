# Several pending signals: each delivered once per safepoint, no loss between processes, counting a storm.
use strict;
use warnings;
use POSIX ':signal_h';
alarm 30;
my %n;
$SIG{$_} = sub { $n{ $_[0] }++ }
    for qw(USR1 USR2 HUP TERM);
my $all = POSIX::SigSet->new(SIGUSR1, SIGUSR2, SIGHUP, SIGTERM);
sigprocmask(SIG_BLOCK, $all);
for my $s (qw(TERM HUP USR2 USR1)) { kill $s => $$ for 1 .. 3 }
sigprocmask(SIG_UNBLOCK, $all);
my $z = 0;
print join(' ', map {"$_=$n{$_}"} sort keys %n), "\n";
%n = ();
pipe my $r, my $w;
my $pid = fork // die;
my $par = getppid;
if (!$pid) {
    close $w;
    $SIG{USR1} = 'IGNORE';
    for (1 .. 200) { kill USR1 => getppid; sysread $r, my $b, 1 }
    POSIX::_exit(0);
}
close $r;
my $acks = 0;
while ($acks < 200) {
    my $seen = $n{USR1} // 0;
    if ($seen > $acks) { $acks++; syswrite $w, '.' }
    else               { select undef, undef, undef, 0.0005 }
}
waitpid $pid, 0;
print "ping-pong $acks of 200\n";
my $work = 0;
%n = ();
for my $i (1 .. 50) { kill USR2 => $$; $work += $i }
print "self $n{USR2} work $work\n";
my $depth = 0;
my $max   = 0;
$SIG{HUP} = sub {
    $depth++;
    $max = $depth if $depth > $max;
    kill HUP => $$ if $depth < 3;
    my $x = 0;
    $x++ for 1 .. 5;
    $depth--;
};
kill HUP => $$;
print "nesting of the same signal $max\n";
my @o;
$SIG{USR1} = sub { push @o, 'in1'; kill USR2 => $$; my $q = 1; push @o, 'out1' };
$SIG{USR2} = sub { push @o, '2' };
kill USR1 => $$;
my $q = 0;
print "@o\n";
