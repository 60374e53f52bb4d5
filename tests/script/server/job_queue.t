# A master with four workers on socketpairs, jobs handed out as workers become free, results in order.
use strict;
use warnings;
use Socket;
use POSIX ();
alarm 30;
my %w;
for (1 .. 4) {
    socketpair my $m, my $c, AF_UNIX, SOCK_STREAM, 0 or die;
    my $pid = fork // die;
    if (!$pid) {
        close $m;
        close $_->[0] for values %w;
        while (my $l = <$c>) {
            chomp $l;
            my ($id, $n) = split ' ', $l;
            my ($a, $b) = (0, 1);
            ($a, $b) = ($b, ($a + $b) % 1_000_007) for 1 .. $n;
            syswrite $c, "$id $a\n";
        }
        POSIX::_exit(0);
    }
    close $c;
    $w{ fileno $m } = [$m, $pid];
}
my @jobs = map { [$_, $_ * 37 % 900] } 1 .. 60;
my %res;
my $give = sub {
    my ($fd) = @_;
    if (my $j = shift @jobs) { syswrite $w{$fd}[0], "@$j\n" }
    else                     { shutdown $w{$fd}[0], 1 }
};
$give->($_) for keys %w;
my $open = 4;
while ($open) {
    my $rin = '';
    vec($rin, $_, 1) = 1 for keys %w;
    select my $ro = $rin, undef, undef, 10 or die 'stuck';
    for my $fd (grep { vec $ro, $_, 1 } keys %w) {
        my $l = readline $w{$fd}[0];
        if (!defined $l) {
            waitpid $w{$fd}[1], 0;
            print "worker failed $?\n" if $?;
            delete $w{$fd};
            $open--;
            next;
        }
        my ($id, $v) = split ' ', $l;
        $res{$id} = $v;
        $give->($fd);
    }
}
print join(' ', map { $res{$_} } 1 .. 60), "\n";
print "left over ", wait, "\n";
