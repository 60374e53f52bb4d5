# A handler closes, drops, replaces or reopens the handle that the program waits for.
use strict;
use warnings;
use POSIX ();
use Socket;
$| = 1;

sub later {
    my $parent = $$;
    my $pid = fork // die "fork: $!";
    return $pid if $pid;
    select undef, undef, undef, .1;
    kill USR1 => $parent;
    sleep 5;
    POSIX::_exit(0);
}
sub shown { my $v = shift; defined $v ? $v : 'undef' }
my $h;
my @acts = (
    [close    => sub { close $_[0] }],
    [undef    => sub { undef $_[0] }],
    [assign   => sub { $_[0] = undef }],
    [reopen   => sub { open $_[0], '<', '/dev/null' }],
    [replace  => sub { open my $f, '<', '/dev/null'; $_[0] = $f }],
    [die      => sub { die "died\n" }],
);
my @calls = (
    [readline => sub { my $l = <$h>; shown($l) }],
    [list     => sub { my @l = <$h>; scalar @l }],
    [read     => sub { shown(read $_[0], my $b, 5) }],
    [sysread  => sub { shown(sysread $_[0], my $b, 5) }],
    [getc     => sub { no warnings; shown(getc $_[0]) }],
    [eof      => sub { eof($_[0]) ? 1 : 0 }],
);
for my $act (@acts) {
    for my $call (@calls) {
        pipe my $r, my $w or die;
        $h = $r;
        undef $r;
        local $SIG{USR1} = sub { $act->[1]->($h) };
        local $SIG{ALRM} = sub { die "too late\n" };
        my $pid = later();
        alarm 4;
        $! = 0;
        my $got = eval { $call->[1]->($h) };
        my $error = $! + 0;
        alarm 0;
        print "$act->[0] $call->[0]: ", defined $got ? "$got $error\n" : $@;
        kill KILL => $pid;
        waitpid $pid, 0;
    }
}

for my $act (@acts[0 .. 2, 5]) {
    socket my $s, AF_INET, SOCK_STREAM, 0 or die;
    bind $s, sockaddr_in(0, INADDR_LOOPBACK) or die;
    listen $s, 5 or die;
    local $SIG{USR1} = sub { $act->[1]->($s) };
    my $pid = later();
    $! = 0;
    my $peer = eval { accept my $c, $s };
    print "$act->[0] accept: ", shown($peer), ' ', $! + 0, " $@\n";
    kill KILL => $pid;
    waitpid $pid, 0;
}

# Writing: what waits is lost, the call fails.
$SIG{__WARN__} = sub { print "warning: @_" };
for my $act ($acts[0]) {
    pipe my $r, my $w or die;
    pipe my $count, my $counted or die;
    my $parent = $$;
    my $pid = fork // die;
    if (!$pid) {
        close $w;
        close $count;
        select undef, undef, undef, .1;
        kill USR1 => $parent;
        my $total = 0;
        select undef, undef, undef, .2;
        while (my $n = sysread $r, my $b, 65536) { $total += $n }
        syswrite $counted, $total;
        POSIX::_exit(0);
    }
    close $r;
    close $counted;
    $h = $w;
    undef $w;
    local $SIG{USR1} = sub { $act->[1]->($h) };
    $! = 0;
    my $ok = print $h 'x' x 200_000;
    print "$act->[0] print: ", shown($ok), ' ', $! + 0, "\n";
    undef $h;
    sysread $count, my $total, 100;
    print "$total read\n";
    waitpid $pid, 0;
}
