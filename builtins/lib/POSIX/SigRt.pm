# POSIX::SigRt (perldoc POSIX): %POSIX::SIGRT, the handlers of the realtime signals. Loaded when that hash is used.
package POSIX::SigRt;
use strict;
require POSIX;
require Tie::Hash;
our @ISA             = 'Tie::StdHash';
our $SIGACTION_FLAGS = 0;

# A key is a number, or a name that counts from SIGRTMIN.
sub _number {
    my $key = shift;
    return POSIX::SIGRTMIN() + ($1 // 0) if $key =~ /\A(?:SIG)?RTMIN(?:\s*\+\s*(\d+))?\z/;
    no warnings 'numeric';
    return $key >= POSIX::SIGRTMIN() && $key <= POSIX::SIGRTMAX() ? $key + 0 : undef;
}

sub _valid {
    my $number = _number($_[0]);
    return $number if defined $number;
    require Carp;
    my ($least, $most) = (POSIX::SIGRTMIN(), POSIX::SIGRTMAX());
    Carp::croak("No POSIX::SigRt signal $_[0] (valid range SIGRTMIN..SIGRTMAX, or $least..$most)");
}

# What STORE calls: a class derived from this one may do it in another way.
sub new {
    my ($class, $signal, $handler, $flags) = @_;
    my $action = POSIX::SigAction->new($handler, POSIX::SigSet->new($signal), $flags);
    return POSIX::sigaction($signal, $action);
}

sub TIEHASH { bless {}, shift }

sub FETCH {
    my $signal = _valid($_[1]);
    my $now    = POSIX::SigAction->new;
    POSIX::sigaction($signal, undef, $now);
    return $now->{HANDLER};
}

sub STORE  { my ($self, $key, $handler) = @_; $self->new(_valid($key), $handler, $SIGACTION_FLAGS) }
sub EXISTS { defined _number($_[1]) }
sub DELETE { delete $SIG{ $_[1] } }
sub CLEAR  { }
sub SCALAR { POSIX::SIGRTMAX() - POSIX::SIGRTMIN() + 1 }

tie %POSIX::SIGRT, 'POSIX::SigRt';

1;
