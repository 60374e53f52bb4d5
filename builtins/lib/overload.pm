# overload: operators of a class. The methods live in the class's symbol table under "(" and the operator.
package overload;
use strict;
no strict 'refs';
our $VERSION = '1.35';

our %ops = (
    with_assign      => '+ - * / % ** << >> x .',
    assign           => '+= -= *= /= %= **= <<= >>= x= .=',
    num_comparison   => '< <= >  >= == !=',
    '3way_comparison' => '<=> cmp',
    str_comparison   => 'lt le gt ge eq ne',
    binary           => '& &= | |= ^ ^= &. &.= |. |.= ^. ^.=',
    unary            => 'neg ! ~ ~.',
    mutators         => '++ --',
    func             => 'atan2 cos sin exp abs log sqrt int',
    conversion       => 'bool "" 0+ qr',
    iterators        => '<>',
    filetest         => '-X',
    dereferencing    => '${} @{} %{} &{} *{}',
    matching         => '~~',
    special          => 'nomethod fallback =',
);
my %known = map { $_ => 1 } map { split } values %ops;

# The sub behind a method that was given by name; the engine calls through the name kept beside it.
sub nil { }

sub OVERLOAD {
    my ($package, %table) = @_;
    *{"${package}::(("} = \&nil;    # marks the class as overloaded
    for my $operator (keys %table) {
        my $code = $table{$operator};
        if ($operator eq 'fallback') {
            ${"${package}::()"} = $code;
            *{"${package}::()"} = \&nil;
            next;
        }
        if (!$known{$operator} && warnings::enabled('overload')) {
            warnings::warnif('overload', "overload arg '$operator' is invalid");
        }
        if (!ref $code) {
            ${"${package}::($operator"} = $code;
            $code = \&nil;
        }
        *{"${package}::($operator"} = $code;
    }
}

sub import {
    my $package = caller;
    shift;
    $package->overload::OVERLOAD(@_);
}

sub unimport {
    my $package = caller;
    shift;
    for my $operator (@_) {
        my $entry = $operator eq 'fallback' ? '()' : "($operator";
        undef ${"${package}::$entry"};
        delete ${"${package}::"}{$entry};
    }
}

sub Overloaded {
    my $package = ref $_[0] || $_[0];
    return mro_can($package, '((') || mro_can($package, '()');
}

sub Method {
    my ($package, $operator) = @_;
    if (ref $package) {
        $package = Scalar::Util::blessed($package);
        return undef if !defined $package;
    }
    my $sub = mro_can($package, "($operator") or return undef;
    return $sub if $sub != \&nil;
    for my $class (@{ mro::get_linear_isa($package) }) {
        next if !defined &{"${class}::($operator"};
        my $name = ${"${class}::($operator"};
        return $package->can($name);
    }
    return undef;
}

# The first sub of this name in the class and its ancestors; UNIVERSAL and AUTOLOAD have no say.
sub mro_can {
    my ($package, $name) = @_;
    for my $class (@{ mro::get_linear_isa($package) }) {
        return \&{"${class}::$name"} if defined &{"${class}::$name"};
    }
    return undef;
}

sub ov_method { mro_can($_[1], $_[0]) }

sub StrVal { goto &AddrRef }

# What an unoverloaded reference would print.
sub AddrRef {
    my $value = shift;
    return "$value" if !ref $value;
    my $class = Scalar::Util::blessed($value);
    return "$value" if !defined $class;
    return sprintf '%s=%s(0x%x)', $class, Scalar::Util::reftype($value), Scalar::Util::refaddr($value);
}

our %constants = (integer => 0x1000, float => 0x2000, binary => 0x4000, q => 0x8000, qr => 0x10000);

sub constant {
    while (@_) {
        my ($kind, $code) = (shift, shift);
        if (!@_ && !defined $code) { warnings::warnif('overload', 'Odd number of arguments for overload::constant') }
        elsif (!exists $constants{$kind}) {
            warnings::warnif('overload', "'$kind' is not an overloadable type");
        }
        elsif (ref $code ne 'CODE') {
            $code = 'undef' if !defined $code;
            warnings::warnif('overload', "'$code' is not a code reference");
        }
        else {
            $^H{$kind} = $code;
            $^H |= $constants{$kind};
        }
    }
}

sub remove_constant {
    while (@_) {
        delete $^H{ $_[0] };
        $^H &= ~$constants{ $_[0] };
        shift;
        shift;
    }
}

require mro;
require Scalar::Util;
require warnings::register;
warnings::register->import;

1;
