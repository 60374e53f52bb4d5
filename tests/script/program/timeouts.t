# Deadlines around everything that blocks: read, sysread, accept, connect, flock, waitpid, sleep, select.
use strict;
use warnings;
use Socket;
use POSIX ();
use Time::HiRes ();

sub with_timeout {
    my ($seconds, $code) = @_;
    my @result;
    my $ok = eval {
        local $SIG{ALRM} = sub { die "alarm\n" };
        Time::HiRes::ualarm($seconds * 1e6);
        @result = $code->();
        Time::HiRes::ualarm(0);
        1;
    };
    Time::HiRes::ualarm(0);
    return "done: @result" if $ok;
    return $@ eq "alarm\n" ? 'timed out' : "died: $@";
}

pipe my $r, my $w or die;
my $listen;
socket $listen, PF_INET, SOCK_STREAM, 0 or die;
bind $listen, pack_sockaddr_in 0, INADDR_LOOPBACK or die;
listen $listen, 1 or die;
my $kid = fork // die;
if (!$kid) { close $w; close $r; sleep 20; POSIX::_exit(0) }

my @cases = (
    readline => sub { scalar <$r> },
    sysread  => sub { sysread $r, my $b, 10 },
    getc     => sub { getc $r },
    accept   => sub { accept my $c, $listen },
    waitpid  => sub { waitpid $kid, 0 },
    wait     => sub { wait },
    sleep    => sub { sleep 10 },
    select4  => sub { select undef, undef, undef, 10 },
    quick    => sub { 6 * 7 },
    loop     => sub { my $i = 0; $i++ while 1 },
    regex    => sub { my $n = 0; $n++ while 'aaaa' =~ /a/g; $n },
    sort     => sub { my @x = sort { $a <=> $b } map { $_ % 7 } 1 .. 5; "@x" },
    nested   => sub { with_timeout(0.05, sub { sleep 5 }) . ' inside' },
);
while (my ($name, $code) = splice @cases, 0, 2) {
    my $t0 = Time::HiRes::time();
    my $result = with_timeout(0.1, $code);
    my $took = Time::HiRes::time() - $t0;
    printf "%-9s %s%s\n", $name, $result, $took > 5 ? ' (slow)' : '';
}

# Without die the call fails with EINTR.
for my $pair ([select => sub { my $n = select undef, undef, undef, 5; $n }],
              [sysread => sub { sysread $r, my $b, 1 }],
              [accept => sub { accept my $c, $listen }]) {
    my ($name, $code) = @$pair;
    local $SIG{ALRM} = sub { };
    Time::HiRes::ualarm(50_000);
    my $v = $code->();
    printf "%-8s returned %s, EINTR %s\n", $name, defined $v ? length $v ? $v : "''" : 'undef', $!{EINTR} ? 'yes' : 'no';
}

# alarm returns what was left, and a zero cancels.
alarm 100;
my $left = alarm 50;
print "left about 100: ", ($left > 90 && $left <= 100 ? 'yes' : $left), "\n";
$left = alarm 0;
print "then about 50: ", ($left > 40 && $left <= 50 ? 'yes' : $left), "\n";
print "none: ", alarm(0), "\n";
kill KILL => $kid;
print "reaped: ", (waitpid($kid, 0) == $kid ? 'kid' : 'other'), ' signal ', $? & 127, "\n";
