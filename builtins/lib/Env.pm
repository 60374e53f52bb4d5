# Env: environment variables as Perl variables.
package Env;
use strict;
our $VERSION = '1.05';

sub import {
    my ($into) = caller 0;
    my $class = shift;
    my @names = @_ ? @_ : map { m/^\w+$/ ? "\$$_" : () } keys %ENV;
    no strict 'refs';
    for (@names) {
        my ($sigil, $name) = /^([\$\@])?(\w+)$/;
        next if !defined $name;
        if (($sigil || '$') eq '$') { tie ${"${into}::$name"}, 'Env', $name }
        else { tie @{"${into}::$name"}, 'Env::Array', $name }
        *{"${into}::$name"} = ($sigil || '$') eq '$' ? \${"${into}::$name"} : \@{"${into}::$name"};
    }
}

sub TIESCALAR { my ($class, $name) = @_; bless \$name, $class }
sub FETCH     { $ENV{ ${ $_[0] } } }

sub STORE {
    my ($self, $value) = @_;
    if (defined $value) { $ENV{$$self} = $value }
    else { delete $ENV{$$self} }
}

package Env::Array;

sub TIEARRAY { my ($class, $name) = @_; bless \$name, $class }

sub _get { my $self = shift; my $text = $ENV{$$self}; return defined $text ? split /:/, $text, -1 : () }
sub _set { my $self = shift; $ENV{$$self} = join ':', map { defined $_ ? $_ : '' } @_ }

sub FETCHSIZE { my @list = $_[0]->_get; scalar @list }
sub FETCH     { ($_[0]->_get)[ $_[1] ] }
sub EXISTS    { my @list = $_[0]->_get; $_[1] < @list }
sub CLEAR     { $ENV{ ${ $_[0] } } = '' }
sub EXTEND    { }
sub UNTIE     { }
sub STORESIZE { my ($self, $size) = @_; my @list = $self->_get; $#list = $size - 1; $self->_set(@list) }
sub STORE     { my ($self, $index, $value) = @_; my @list = $self->_get; $list[$index] = $value; $self->_set(@list); $value }
sub DELETE    { my ($self, $index) = @_; my @list = $self->_get; my $old = delete $list[$index]; $self->_set(@list); $old }
sub PUSH      { my $self = shift; my @list = ($self->_get, @_); $self->_set(@list); scalar @list }
sub UNSHIFT   { my $self = shift; my @list = (@_, $self->_get); $self->_set(@list); scalar @list }
sub POP       { my $self = shift; my @list = $self->_get; my $old = pop @list; $self->_set(@list); $old }
sub SHIFT     { my $self = shift; my @list = $self->_get; my $old = shift @list; $self->_set(@list); $old }

sub SPLICE {
    my ($self, $offset, $length, @new) = @_;
    my @list = $self->_get;
    my @old = splice @list, $offset, $length, @new;
    $self->_set(@list);
    return @old;
}

1;
