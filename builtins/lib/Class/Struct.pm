# Class::Struct: classes that are records.
package Class::Struct;
use strict;
no strict 'refs';
require Exporter;
require Scalar::Util;
our $VERSION = '0.66';
our @ISA = ('Exporter');
our @EXPORT = ('struct');

sub _croak { require Carp; goto &Carp::croak }

sub _usage_error { require Carp; Carp::confess('struct usage error') }

sub import {
    my $class = shift;
    if (!@_) { return $class->export_to_level(1, $class, @EXPORT) }
    if (@_ == 1) { return $class->export_to_level(1, $class, @_) }
    goto &struct;
}

sub struct {
    my ($class, $base, @fields);
    my $shape = @_ == 2 ? ref $_[1] : '';
    if ($shape eq 'HASH' || $shape eq 'ARRAY') {
        $class = shift;
        $base = $shape;
        @fields = $shape eq 'HASH' ? %{ $_[0] } : @{ $_[0] };
    }
    else {
        $base = 'ARRAY';
        $class = caller;
        @fields = @_;
        if (@fields % 2) { $class = shift @fields }
    }
    if (@fields % 2 || !@fields && @_ == 1) { _usage_error() }
    my $isa = \@{"${class}::ISA"};
    _croak("struct class cannot be a subclass (\@ISA not empty)") if @$isa;
    _croak("function 'new' already defined in package $class") if defined &{"${class}::new"};

    my (@names, %type, %slot);
    while (my ($name, $type) = splice @fields, 0, 2) {
        my $plain = $type =~ s/^\*// ? 0 : 1;
        _croak("'$type' is not a valid struct element type") if $type !~ /^(?:[\$\@%]|\w+(?:::\w+)*)\z/;
        $slot{$name} = $base eq 'ARRAY' ? scalar @names : "${class}::$name";
        push @names, $name;
        $type{$name} = $type;
        if (defined &{"${class}::$name"}) {
            warnings::warnif("function '$name' already defined, overrides struct accessor method");
        }
        else { *{"${class}::$name"} = _accessor($name, $type, $plain, $slot{$name}, $base) }
    }
    *{"${class}::new"} = _constructor($class, $base, \@names, \%type, \%slot);
    return;
}

# A reference to the place of a field.
sub _place { ref $_[0] && Scalar::Util::reftype($_[0]) eq 'ARRAY' ? \$_[0][ $_[1] ] : \$_[0]{ $_[1] } }

sub _accessor {
    my ($name, $type, $plain, $slot, $base) = @_;
    if ($type eq '$') {
        return sub {
            my $self = shift;
            _croak("Too many args to $name") if @_ > 1;
            my $place = _place($self, $slot);
            $$place = shift if @_;
            return $plain ? $$place : $place;
        };
    }
    if ($type eq '@' || $type eq '%') {
        my $kind = $type eq '@' ? 'ARRAY' : 'HASH';
        return sub {
            my $self = shift;
            my $place = _place($self, $slot);
            return $$place if !@_;
            if (@_ == 1 && ref $_[0] eq $kind) {
                $$place = shift;
                return $$place;
            }
            _croak("Too many args to $name") if @_ > 2;
            my ($index, @value) = @_;
            my $element = $type eq '@' ? \$$place->[$index] : \$$place->{$index};
            $$element = $value[0] if @value;
            return $plain ? $$element : $element;
        };
    }
    return sub {
        my $self = shift;
        _croak("Too many args to $name") if @_ > 1;
        my $place = _place($self, $slot);
        if (@_) {
            _croak("$name argument is wrong class") if defined $_[0] && !UNIVERSAL::isa($_[0], $type);
            $$place = shift;
        }
        return $plain ? $$place : $place;
    };
}

sub _constructor {
    my ($class, $base, $names, $type, $slot) = @_;
    return sub {
        my ($self_class, @given) = @_;
        no warnings;
        my %init = @given;
        my $self = $base eq 'ARRAY' ? [] : {};
        bless $self, $self_class;
        for my $name (@$names) {
            my $value = $init{$name};
            my $its = $type->{$name};
            my $place = _place($self, $slot->{$name});
            if ($its eq '@' || $its eq '%') {
                my ($kind, $word) = $its eq '@' ? ('ARRAY', 'array') : ('HASH', 'hash');
                _croak("Initializer for $name must be $word reference") if defined $value && ref $value ne $kind;
                $$place = defined $value ? $value : $its eq '@' ? [] : {};
            }
            elsif ($its eq '$') {
                $$place = $value;
            }
            elsif (defined $value) {
                if (ref $value eq 'HASH') { $$place = $its->new(%$value) }
                elsif (UNIVERSAL::isa($value, $its)) { $$place = $value }
                else { _croak("Initializer for $name must be hash or $its reference") }
            }
        }
        return $self;
    };
}

require warnings::register;
warnings::register->import;

1;
