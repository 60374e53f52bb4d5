# base: inherit from classes, loading those that are not there yet. Fields are not inherited.
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
