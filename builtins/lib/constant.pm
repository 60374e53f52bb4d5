# constant: subs without arguments that always answer the same.
package constant;
use strict;
no strict 'refs';
our $VERSION = '1.33';
our %declared;

my %keyword = map { $_ => 1 } qw(BEGIN INIT CHECK END DESTROY AUTOLOAD UNITCHECK);
my %in_main = map { $_ => 1 } qw(STDIN STDOUT STDERR ARGV ARGVOUT ENV INC SIG);

sub import {
    my $class = shift;
    return unless @_;
    my $package = caller;
    my $many = ref $_[0];
    if ($many && $many ne 'HASH') {
        require Carp;
        Carp::croak("Invalid reference type '$many' not 'HASH'");
    }
    my @names = $many ? keys %{ $_[0] } : shift;
    for my $name (@names) {
        if (!defined $name && !$many) {
            require Carp;
            Carp::croak("Can't use undef as constant name");
        }
        my ($to, $plain) = $name =~ /\A(.*)(?:::|')(.*)\z/s ? ($1, $2) : ($package, $name);
        _check($plain, $many || !@_) if $plain !~ /\A_?[A-Za-z]\w*\z/a || $keyword{$plain} || $in_main{$plain};
        my $full = "${to}::$plain";
        $declared{$full}++;
        if ($many || @_ == 1) {
            my $value = $many ? $_[0]{$name} : $_[0];
            *$full = sub () { $value };    # never assigned again: the sub is a constant to the compiler
        }
        elsif (@_) {
            my @values = @_;
            Internals::SvREADONLY($_, 1) for @values;
            *$full = sub () { @values };
        }
        else { *$full = sub () { } }
    }
}

# Refuses a name that cannot be a constant's, warns about one that is of no use.
sub _check {
    my ($name, $may_be_true) = @_;
    if ($name !~ /\A_?[A-Za-z]\w*\z/a) {
        require Carp;
        Carp::croak("Constant name '$name' begins with '__'") if $name =~ /\A__/;
        if ($name =~ /\A[01]?\z/) {
            Carp::croak("Constant name looks like boolean value") if $may_be_true;
            Carp::croak("Constant name '$name' is invalid");
        }
        Carp::croak("Constant name '$name' has invalid characters");
    }
    return if !warnings::enabled();
    if ($keyword{$name}) { warnings::warn("Constant name '$name' is a Perl keyword") }
    else { warnings::warn("Constant name '$name' is forced into package main::") }
}

require warnings;
require warnings::register;
warnings::register->import;

1;
