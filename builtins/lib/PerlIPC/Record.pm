# PerlIPC::Record: what File::stat, User::pwent, Net::hostent and their like have in common: an object that is an
# array of fields, a method for each field, and variables for those who import :FIELDS.
package PerlIPC::Record;
use strict;
no strict 'refs';
require Exporter;

# define($class, $prefix, \@functions, \@fields): a field that starts with "@" is a list.
sub define {
    my (undef, $class, $prefix, $functions, $fields) = @_;
    my @variables;
    for my $slot (0 .. $#$fields) {
        my ($sigil, $field) = $fields->[$slot] =~ /^(\@?)(\w+)$/;
        push @variables, ($sigil || '$') . $prefix . $field;
        *{"${class}::$field"} = $sigil
            ? sub { my $list = $_[0][$slot]; @_ > 1 ? $list->[ $_[1] ] : $list }
            : sub { my $self = shift; $self->[$slot] = shift if @_; $self->[$slot] };
        my $variable = "${class}::$prefix$field";
        if ($sigil) { *$variable = \@$variable }
        else { *$variable = \$$variable }
    }
    *{"${class}::import"} = \&Exporter::import;
    *{"${class}::new"} = sub { my $self_class = shift; bless [(undef) x @$fields], $self_class };
    @{"${class}::EXPORT"} = @$functions;
    push @{"${class}::EXPORT_OK"}, @variables;
    ${"${class}::EXPORT_TAGS"}{FIELDS} = [@variables, @$functions];
    *{"${class}::_fill"} = sub {
        my @values = @_;
        for my $slot (0 .. $#$fields) {
            my ($sigil, $field) = $fields->[$slot] =~ /^(\@?)(\w+)$/;
            if ($sigil) { @{"${class}::$prefix$field"} = @{ $values[$slot] } }
            else { ${"${class}::$prefix$field"} = $values[$slot] }
        }
        return bless [@values[0 .. $#$fields]], $class;
    };
}

1;
