# A socketpair worker pool: framed jobs, results in any order, a worker that dies and is replaced.
use strict;
use warnings;
use Socket;
use IO::Handle;
use IO::Select;
use Errno qw(EINTR EAGAIN);

package Frame;
sub send { my ($fh, $data) = @_; my $buf = pack 'N/a*', $data; while (length $buf) { my $n = syswrite $fh, $buf; if (!defined $n) { next if $!{EINTR}; return 0 } substr $buf, 0, $n, '' } 1 }
sub recv {
    my ($fh) = @_;
    my $data = '';
    for my $want (4, undef) {
        my $need = $want // unpack 'N', $data;
        $data = '' unless $want;
        while (length $data < $need) {
            my $n = sysread $fh, $data, $need - length $data, length $data;
            next if !defined $n && $!{EINTR};
            return undef if !$n;
        }
    }
    return $data;
}

package Pool;
sub new {
    my ($class, $n, $code) = @_;
    my $self = bless { code => $code, workers => {}, born => 0, died => [] }, $class;
    $self->spawn for 1 .. $n;
    return $self;
}
sub spawn {
    my $self = shift;
    socketpair my $mine, my $theirs, Socket::AF_UNIX, Socket::SOCK_STREAM, Socket::PF_UNSPEC or die "socketpair: $!";
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        close $mine;
        close $_->{fh} for values %{ $self->{workers} };
        while (defined(my $job = Frame::recv($theirs))) { Frame::send($theirs, $self->{code}->($job)) or last }
        POSIX::_exit(0);
    }
    close $theirs;
    $self->{workers}{$pid} = { fh => $mine, pid => $pid, job => undef };
    $self->{born}++;
}
sub run {
    my ($self, @jobs) = @_;
    my (%result, %tries);
    my @queue = map [$_, $jobs[$_]], 0 .. $#jobs;
    while (@queue or grep { $_->{job} } values %{ $self->{workers} }) {
        for my $w (grep { !$_->{job} } values %{ $self->{workers} }) {
            my $job = shift @queue or last;
            $w->{job} = $job;
            $tries{ $job->[0] }++;
            Frame::send($w->{fh}, $job->[1]);
        }
        my $sel = IO::Select->new(map $_->{fh}, grep { $_->{job} } values %{ $self->{workers} });
        for my $fh ($sel->can_read(5)) {
            my ($w) = grep { $_->{fh} == $fh } values %{ $self->{workers} };
            my $answer = Frame::recv($fh);
            if (defined $answer) { $result{ $w->{job}[0] } = $answer; $w->{job} = undef; next }
            waitpid $w->{pid}, 0;
            push @{ $self->{died} }, $? & 127 ? 'signal ' . ($? & 127) : 'exit ' . ($? >> 8);
            delete $self->{workers}{ $w->{pid} };
            if ($tries{ $w->{job}[0] } < 2) { unshift @queue, $w->{job} } else { $result{ $w->{job}[0] } = 'FAILED' }
            $self->spawn;
        }
    }
    return map $result{$_}, 0 .. $#jobs;
}
sub DESTROY { my $s = shift; local ($?, $!); for my $w (values %{ $s->{workers} }) { close $w->{fh}; waitpid $w->{pid}, 0; $main::clean++ if $? == 0 } }

package main;
use POSIX ();
our $clean = 0;
{
    local $SIG{PIPE} = 'IGNORE';
    my $pool = Pool->new(3, sub {
        my $job = shift;
        my ($op, @a) = split ' ', $job;
        return eval join $op, @a if $op =~ m{^[-+*/]$};
        return length $job if $op eq 'len';
        exit 3 if $op eq 'exit';
        kill KILL => $$ if $op eq 'kill';
        return join '|', sort @a if $op eq 'sort';
        return "unknown $op";
    });
    my @jobs = ('+ 1 2 3', '* 6 7', 'len ' . 'x' x 200_000, 'exit now', 'sort c a b', 'kill me', '/ 1 4', 'what', map "- $_ 1", 10 .. 20);
    my @r = $pool->run(@jobs);
    printf "%-12.12s -> %s\n", $jobs[$_], $r[$_] for 0 .. $#jobs;
    print "born $pool->{born}, died: ", join(', ', sort @{ $pool->{died} }), "\n";
    my @again = $pool->run('+ 2 2');
    print "again @again\n";
}
print "clean exits: $clean\n";
print "children left: ", (waitpid(-1, POSIX::WNOHANG()) == -1 ? 'none' : 'some'), "\n";
