# IO::Poll: poll(2) on a set of handles. The native half is IO::Poll::_poll.
package IO::Poll;
use strict;
require Exporter;
require IO::Handle;
our $VERSION = '1.49';
our @ISA = ('Exporter');
our @EXPORT = qw(POLLIN POLLOUT POLLERR POLLHUP POLLNVAL);
our @EXPORT_OK = qw(POLLPRI POLLRDNORM POLLWRNORM POLLRDBAND POLLWRBAND POLLNORM);

# The object is [{ fd => { handle text => mask } }, { fd => events }, { handle text => handle }].
sub new { bless [{}, {}, {}], shift }

sub mask {
    my ($poll, $io, $mask) = @_;
    my $fd = fileno $io;
    return unless defined $fd;
    return $poll->[0]{$fd}{$io} || 0 if @_ < 3;
    if ($mask) {
        $poll->[0]{$fd}{$io} = $mask;
        $poll->[1]{$fd} = 0;
        $poll->[2]{$io} = $io;
    }
    else {
        delete $poll->[0]{$fd}{$io};
        if (!%{ $poll->[0]{$fd} }) { delete $poll->[$_]{$fd} for 0, 1 }
        delete $poll->[2]{$io};
    }
}

sub poll {
    my ($poll, $timeout) = @_;
    $poll->[1] = {};
    my @pairs;
    for my $fd (sort { $a <=> $b } keys %{ $poll->[0] }) {
        my $mask = 0;
        $mask |= $_ for values %{ $poll->[0]{$fd} };
        push @pairs, $fd => $mask;
    }
    my $ready = _poll(defined $timeout ? $timeout * 1000 : -1, @pairs);
    return $ready if $ready <= 0;
    while (@pairs) {
        my ($fd, $events) = splice @pairs, 0, 2;
        $poll->[1]{$fd} = $events if $events;
    }
    return $ready;
}

sub events {
    my ($poll, $io) = @_;
    my $fd = fileno $io;
    return !1 if !defined $fd || !$poll->[1]{$fd} || !$poll->[0]{$fd}{$io};
    return $poll->[1]{$fd} & ($poll->[0]{$fd}{$io} | POLLHUP() | POLLERR() | POLLNVAL());
}

sub remove { $_[0]->mask($_[1], 0) }

sub handles {
    my ($poll, $events) = @_;
    return values %{ $poll->[2] } if !$events;
    return grep { my $fd = fileno $_; defined $fd && ($poll->[1]{$fd} || 0) & $events } values %{ $poll->[2] };
}

1;
