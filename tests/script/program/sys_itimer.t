# Interval timers, nested alarms, deadlines per task, and a scheduler driven by SIGALRM.
use strict;
use warnings;
use Time::HiRes qw(setitimer getitimer ITIMER_REAL ITIMER_VIRTUAL ualarm usleep nanosleep clock_gettime CLOCK_MONOTONIC time sleep tv_interval gettimeofday);

my $ticks = 0;
{
    local $SIG{ALRM} = sub { $ticks++; setitimer(ITIMER_REAL, 0) if $ticks >= 5 };
    setitimer(ITIMER_REAL, 0.02, 0.02);
    my $t0 = clock_gettime(CLOCK_MONOTONIC);
    select undef, undef, undef, 0.5 until $ticks >= 5;
    my $took = clock_gettime(CLOCK_MONOTONIC) - $t0;
    print "ticks $ticks, at least 0.09 s: ", ($took > 0.08 ? 'yes' : $took), "\n";
    print "disarmed: ", join(',', getitimer(ITIMER_REAL)), "\n";
}
setitimer(ITIMER_REAL, 50, 3);
my ($left, $interval) = getitimer(ITIMER_REAL);
printf "left about 50: %s, interval %g\n", $left > 45 && $left <= 50 ? 'yes' : $left, $interval;
my @old = setitimer(ITIMER_REAL, 0);
printf "old: %s %g\n", $old[0] > 45 ? 'about 50' : $old[0], $old[1];
my $virtual = 0;
{
    local $SIG{VTALRM} = sub { $virtual++ };
    setitimer(ITIMER_VIRTUAL, 0.01);
    my $x = 0;
    my $end = time + 8;
    while (!$virtual && time < $end) { $x += sqrt $_ for 1 .. 1000 }
    print "virtual timer: $virtual\n";
}

# Deadlines that nest: the inner one fires first, the outer one is set again with what is left.
sub deadline {
    my ($seconds, $code, $name) = @_;
    my $start = time;
    my $outer = alarm 0;
    local $@;
    my @r = eval {
        local $SIG{ALRM} = sub { die "$name expired\n" };
        ualarm $seconds * 1_000_000;
        my @v = $code->();
        ualarm 0;
        @v;
    };
    my $err = $@;
    ualarm 0;
    alarm($outer - int(time - $start) || 1) if $outer;
    return $err ? "[$err]" =~ s/\n//r : "@r";
}
print deadline(0.05, sub { sleep 3; 'late' }, 'short'), "\n";
print deadline(5, sub { 'early' }, 'long'), "\n";
print deadline(5, sub { deadline(0.05, sub { sleep 4 }, 'inner') . ' then fine' }, 'outer'), "\n";
print deadline(0.1, sub { my @x; for (;;) { push @x, deadline(0.02, sub { usleep 900_000 }, 'in'); last if @x == 3 } "@x" }, 'outer'), "\n";
alarm 30;
print deadline(0.02, sub { sleep 2 }, 'saved'), ' ', (alarm(0) > 20 ? 'outer kept' : 'outer lost'), "\n";

# Round robin between generators by ticks.
my @tasks = map { my ($name, $n) = @$_; my $i = 0; { name => $name, step => sub { $i++ < $n ? "$name$i" : undef } } } ['a', 3], ['b', 1], ['c', 2];
my @trace;
{
    my $switch = 0;
    local $SIG{ALRM} = sub { $switch = 1 };
    while (@tasks) {
        my $t = shift @tasks;
        $switch = 0;
        ualarm 2_000;
        my $out = $t->{step}->();
        usleep 20_000 until $switch;
        push @trace, $out // "$t->{name} ends";
        push @tasks, $t if defined $out;
    }
}
print join(' ', @trace), "\n";
my $t0 = [gettimeofday];
usleep 20_000;
nanosleep 10_000_000;
my $e = tv_interval($t0);
print "elapsed: ", ($e >= 0.029 && $e < 5 ? 'sane' : $e), "\n";
print "sleep returns: ", (sleep(0.05) >= 0.045 ? 'time slept' : 'less'), "\n";
my $t = alarm 5;
print "interrupted sleep: ";
{ local $SIG{ALRM} = sub { }; ualarm 30_000; my $s = sleep 4; print $s < 3 ? 'short' : $s, "\n" }
