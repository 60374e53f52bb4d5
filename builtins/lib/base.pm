# base: inherit from classes, loading those that are not there yet; fields (fields.pm) come with them.
package base;
use strict;
no strict 'refs';
our $VERSION = '2.27';

sub import {
    my $class = shift;
    return unless @_;
    my $heir = caller;
    my @bases;
    for my $base (@_) {
        if ($heir eq $base) {
            warn "Class '$heir' tried to inherit from itself\n";
            next;
        }
        next if grep { $_->isa($base) } $heir, @bases;
        _load($base) if !defined ${"${base}::VERSION"} && !$INC{ _file($base) };
        push @bases, $base;
    }
    push @{"${heir}::ISA"}, @bases;
    my @with_fields = grep { _fields($_) || @{ $fields::attr{$_} || [] } > 1 } @bases;
    if (@with_fields > 1) { require Carp; Carp::croak("Can't multiply inherit fields") }
    _inherit_fields($heir, @with_fields) if @with_fields;
}

# The class's %FIELDS when there are any; looking for them makes none.
sub _fields {
    my $symbols = \%{"$_[0]::"};
    return unless exists $symbols->{FIELDS} && ref \$symbols->{FIELDS} eq 'GLOB';
    my $fields = *{ $symbols->{FIELDS} }{HASH};
    return $fields && %$fields ? $fields : undef;
}

# What fields.pm knows of each field, by number: public 1, private 2, inherited 4. Element 0 is the
# number of the first field of the class itself. Private fields keep their place, but not their name.
sub _inherit_fields {
    my ($heir, $base) = @_;
    warn <<WARNING if _fields($heir);
$heir is inheriting from $base but already has its own fields!
This will cause problems.  Be sure you use base BEFORE declaring fields.
WARNING
    my $of_base = $fields::attr{$base} ||= [1];
    my $own     = $fields::attr{$heir} ||= [1];
    my $fields  = _fields($base) || {};
    $own->[0] = @$of_base;
    for my $name (keys %$fields) {
        my $number  = $fields->{$name};
        my $private = ($of_base->[$number] // 1) & 2;
        $own->[$number] = $private ? 6 : 5;
        ${"${heir}::FIELDS"}{$name} = $number if !$private;
    }
    $own->[$_] ||= 4 for 1 .. $#$of_base;
}

sub _file { my $file = shift; $file =~ s{::|'}{/}g; "$file.pm" }

# Nothing but what looking for a version may have made.
sub _empty { !grep { $_ ne 'VERSION' && $_ ne 'ISA' && $_ ne 'BEGIN' } keys %{"$_[0]::"} }

# Loads the file of a class. That there is none is an error only if the package is empty.
sub _load {
    my $base = shift;
    my $file = _file($base);
    {
        local $SIG{__DIE__};
        local $@;
        my $found = eval { require $file };
        if (!$found && $@ !~ /\ACan't locate \Q$file\E in \@INC/) {
            my $error = $@;
            $error =~ s/ at \S+ line \d+\.\n\z//;
            die "$error\n" if _empty($base) || $error =~ /Compilation failed/;
            die $@;
        }
        if (!$found && _empty($base)) {
            require Carp;
            local $" = ' ';
            Carp::croak(<<ERROR);
Base class package "$base" is empty.
    (Perhaps you need to 'use' the module which defines that package first,
    or make that module available in \@INC (\@INC contains: @INC).
ERROR
        }
    }
    ${"${base}::VERSION"} = '-1, set by base.pm' if $INC{$file} && !defined ${"${base}::VERSION"};
}

1;
