# IO::Select: a set of handles to wait for. The object is [bit string, number of handles, handle by fileno...].
package IO::Select;
use strict;
require Exporter;
our $VERSION = '1.49';
our @ISA = ('Exporter');

sub _BITS ()  { 0 }
sub _COUNT () { 1 }
sub _FIRST () { 2 }

sub new {
    my $class = ref $_[0] || $_[0];
    shift;
    my $set = bless [undef, 0], $class;
    $set->add(@_) if @_;
    return $set;
}

sub _fileno {
    my $handle = shift;
    return undef if !defined $handle;
    $handle = $handle->[0] if ref $handle eq 'ARRAY';
    return $handle =~ /^\d+$/ ? $handle : undef if !ref $handle && ref \$handle ne 'GLOB' && $handle !~ /^\*?[A-Za-z_]/;
    no warnings;
    return fileno $handle;
}

# The slot of a handle; one that is closed is found by itself.
sub _slot {
    my ($set, $handle) = @_;
    my $fd = _fileno($handle);
    return $fd + _FIRST if defined $fd;
    for my $slot (_FIRST .. $#$set) {
        next if !defined $set->[$slot];
        return $slot if ref $handle && ref $set->[$slot] && $set->[$slot] == $handle;
    }
    return undef;
}

sub add {
    my $set = shift;
    my $added = 0;
    $set->[_BITS] = '' if !defined $set->[_BITS];
    for my $handle (@_) {
        my $fd = _fileno($handle);
        next if !defined $fd;
        vec($set->[_BITS], $fd, 1) = 1;
        $added++ if !defined $set->[$fd + _FIRST];
        $set->[$fd + _FIRST] = $handle;
    }
    $set->[_COUNT] += $added;
    $set->[_BITS] = undef if !$set->[_COUNT];
    return $added;
}

sub remove {
    my $set = shift;
    my $removed = 0;
    for my $handle (@_) {
        my $slot = $set->_slot($handle);
        next if !defined $slot || !defined $set->[$slot];
        vec($set->[_BITS], $slot - _FIRST, 1) = 0;
        $set->[$slot] = undef;
        $set->[_COUNT]--;
        $removed++;
    }
    $set->[_BITS] = undef if !$set->[_COUNT];
    return $removed;
}

sub exists {
    my ($set, $handle) = @_;
    my $slot = $set->_slot($handle);
    return defined $slot ? $set->[$slot] : undef;
}

sub handles {
    my $set = shift;
    return grep { defined } @$set[_FIRST .. $#$set];
}

sub count { $_[0][_COUNT] }
sub bits  { $_[0][_BITS] }

sub _ready {
    my ($set, $bits) = @_;
    return grep { defined } map { vec($bits, $_ - _FIRST, 1) ? $set->[$_] : undef } _FIRST .. $#$set;
}

sub can_read {
    my ($set, $timeout) = @_;
    my $bits = $set->[_BITS];
    return defined $bits && select($bits, undef, undef, $timeout) > 0 ? $set->_ready($bits) : ();
}

sub can_write {
    my ($set, $timeout) = @_;
    my $bits = $set->[_BITS];
    return defined $bits && select(undef, $bits, undef, $timeout) > 0 ? $set->_ready($bits) : ();
}

sub has_exception {
    my ($set, $timeout) = @_;
    my $bits = $set->[_BITS];
    return defined $bits && select(undef, undef, $bits, $timeout) > 0 ? $set->_ready($bits) : ();
}

sub has_error {
    require Carp;
    Carp::carp(q(Call to deprecated method 'has_error', use 'has_exception')) if warnings::enabled();
    goto &has_exception;
}

sub select {
    shift if defined $_[0] && !ref $_[0];
    my ($read, $write, $except, $timeout) = @_;
    my @sets = ($read, $write, $except);
    my @bits = map { defined $_ ? $_->[_BITS] : undef } @sets;
    return () if !(select($bits[0], $bits[1], $bits[2], $timeout) > 0);
    return map { defined $bits[$_] ? [$sets[$_]->_ready($bits[$_])] : [] } 0 .. 2;
}

sub as_string {
    my $set = shift;
    my $text = ref($set) . ': ';
    $text .= defined $set->[_BITS] ? unpack 'b*', $set->[_BITS] : 'undef';
    return $text . ' ' . $set->[_COUNT] . ' ' . join ' ', map { defined $_ ? ref || $_ : 'undef' } @$set[_FIRST .. $#$set];
}

1;
