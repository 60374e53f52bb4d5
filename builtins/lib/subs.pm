# subs: declare subs before they are defined, or to override builtins.
package subs;
use strict;
no strict 'refs';
our $VERSION = '1.04';

sub import {
    shift;
    my $package = caller;
    for my $name (@_) {
        my $full = "${package}::$name";
        *$full = \&$full;
    }
}

1;
