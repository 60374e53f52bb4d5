# vars: declare package variables.
package vars;
use strict;
no strict 'refs';
our $VERSION = '1.05';

sub _refuse { require Carp; Carp::croak(shift) }

sub import {
    shift;
    my $package = caller;
    for my $variable (@_) {
        my ($sigil, $name) = $variable =~ /\A([\$\@%*&])(.+)/s
            or _refuse("'$variable' is not a valid variable name");
        if ($name =~ /\W/) {
            _refuse(q(Can't declare individual elements of hash or array))
                if $variable =~ /\A\w+[[{].*[]}]\z/s || $name =~ /\A\w+[[{].*[]}]\z/s;
            _refuse("'$variable' is not a valid variable name under strict vars")
                if $^H & 0x400 && $name !~ /\A(?:\w+|::|')+\z/;
        }
        my $full = $name =~ /::|'/ ? $name : "${package}::$name";
        *$full =
              $sigil eq '$' ? \$$full
            : $sigil eq '@' ? \@$full
            : $sigil eq '%' ? \%$full
            : $sigil eq '*' ? \*$full
            :                 \&$full;
    }
}

1;
