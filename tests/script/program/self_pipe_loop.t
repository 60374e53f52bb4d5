# An event loop with the self-pipe trick: signals, timers and pipes in one select.
use strict;
use warnings;
use Time::HiRes qw(time sleep);
use Fcntl;

package Loop {
    sub new {
        my $class = shift;
        pipe my $r, my $w or die "pipe: $!";
        for ($r, $w) {
            my $flags = fcntl($_, Fcntl::F_GETFL, 0) or die "fcntl: $!";
            fcntl($_, Fcntl::F_SETFL, $flags | Fcntl::O_NONBLOCK) or die "fcntl: $!";
        }
        my $self = bless { r => $r, w => $w, readers => {}, timers => [], signals => {}, seq => 0 }, $class;
        $self->on_read($r, sub { $self->drain });
        return $self;
    }
    sub on_read { my ($s, $fh, $cb) = @_; $s->{readers}{ fileno $fh } = [$fh, $cb]; $s }
    sub forget  { my ($s, $fh) = @_; delete $s->{readers}{ fileno $fh } }
    sub after {
        my ($s, $delay, $cb) = @_;
        push @{ $s->{timers} }, [Time::HiRes::time() + $delay, $s->{seq}++, $cb];
        @{ $s->{timers} } = sort { $a->[0] <=> $b->[0] || $a->[1] <=> $b->[1] } @{ $s->{timers} };
        $s;
    }
    sub on_signal {
        my ($s, $name, $cb) = @_;
        $s->{signals}{$name} = $cb;
        my $w = $s->{w};
        $SIG{$name} = sub { syswrite $w, pack 'A8', $name };
        $s;
    }
    sub drain {
        my $s = shift;
        while (sysread $s->{r}, my $buf, 8 * 64) {
            for my $name (unpack '(A8)*', $buf) { $s->{signals}{$name}->($name) }
        }
        die "read: $!" unless $!{EAGAIN};
    }
    sub stop { $_[0]{done} = 1 }
    sub run {
        my $s = shift;
        until ($s->{done}) {
            my $wait = @{ $s->{timers} } ? $s->{timers}[0][0] - Time::HiRes::time() : undef;
            $wait = 0 if defined $wait && $wait < 0;
            my $bits = '';
            vec($bits, $_, 1) = 1 for keys %{ $s->{readers} };
            my $n = select my $ready = $bits, undef, undef, $wait;
            if ($n > 0) {
                for my $fd (sort { $a <=> $b } keys %{ $s->{readers} }) {
                    my $entry = $s->{readers}{$fd} or next;
                    $entry->[1]->($entry->[0]) if vec $ready, $fd, 1;
                }
            }
            while (@{ $s->{timers} } && $s->{timers}[0][0] <= Time::HiRes::time()) {
                (shift @{ $s->{timers} })->[2]->();
            }
        }
    }
}

package main;
my $loop = Loop->new;
my @log;
$loop->on_signal(USR1 => sub { push @log, "got $_[0]" });
$loop->on_signal(CHLD => sub {
    while ((my $pid = waitpid -1, 1) > 0) { push @log, "child exit " . ($? >> 8) }
    $loop->stop;
});
$loop->after(0.05 => sub { push @log, 'timer 1'; kill USR1 => $$ });
$loop->after(0.20 => sub { push @log, 'timer 2'; $loop->after(0.05, sub { push @log, 'timer 3' }) });
my $pid = open my $child, '-|' // die "fork: $!";
if (!$pid) {
    $| = 1;
    select undef, undef, undef, 0.4;
    print "line $_\n" for 1 .. 3;
    exit 7;
}
my $partial = '';
$loop->on_read($child, sub {
    my $fh = shift;
    my $n = sysread $fh, $partial, 4096, length $partial;
    if (!$n) { $loop->forget($fh); push @log, 'eof'; return }
    push @log, "read: $1" while $partial =~ s/^(.*)\n//;
});
$loop->run;
print "$_\n" for grep !/eof/, @log;
