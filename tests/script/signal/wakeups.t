# A signal ends a wait whenever it comes: before, at the start or in the middle. Each handler writes a
# byte that the interrupted code waits for, so a lost one would stop the script.
use strict;
use warnings;
use POSIX ();
$| = 1;

pipe(my $own_r, my $own_w) or die $!;
my $got = 0;
$SIG{USR1} = sub { $got++; syswrite $own_w, 's' };

pipe(my $ask_r, my $ask_w) or die $!;
my $parent = $$;
my $child = fork // die $!;
if (!$child) {
    close $ask_w;
    while (sysread $ask_r, my $byte, 1) {
        for (1 .. int rand 200) { }
        kill USR1 => $parent;
    }
    POSIX::_exit(0);
}
close $ask_r;

my $set = '';
vec($set, fileno $own_r, 1) = 1;
for my $how ('sysread', 'select', 'getc') {
    for (1 .. 400) {
        syswrite $ask_w, 'x';
        for (1 .. int rand 60) { }
        if ($how eq 'select') { 1 until select(my $out = $set, undef, undef, 20) > 0 }
        if ($how eq 'getc') { getc $own_r }
        else { 1 until sysread $own_r, my $byte, 1 }
    }
    print "$how $got\n";
}
close $ask_w;
print "child ", waitpid($child, 0) == $child ? 'reaped' : 'lost', "\n";

# With a handler installed nothing else about input and output changes.
pipe(my $r, my $w) or die $!;
print $w "buffered\n";
$w->flush;
print scalar <$r>;
syswrite $w, "raw";
sysread $r, my $buffer, 10;
print "$buffer\n";

# SA_RESTART: the wait goes on, the handler runs behind it.
my @log;
POSIX::sigaction(POSIX::SIGUSR2(),
    POSIX::SigAction->new(sub { push @log, 'handler' }, POSIX::SigSet->new, POSIX::SA_RESTART())) or die $!;
my $old = POSIX::SigAction->new;
POSIX::sigaction(POSIX::SIGUSR2(), undef, $old);
print "restart flag ", $old->flags & POSIX::SA_RESTART() ? 'told' : $old->flags, "\n";
POSIX::sigaction(POSIX::SIGUSR1(), undef, $old);
print "no flags ", $old->flags, "\n";
$child = fork // die $!;
if (!$child) {
    select undef, undef, undef, 0.1;
    kill USR2 => $parent;
    select undef, undef, undef, 0.2;
    syswrite $w, 'data';
    POSIX::_exit(0);
}
my $count = sysread $r, $buffer, 10;
push @log, defined $count ? $buffer : "failed: $!";
waitpid $child, 0;
print "@log\n";
