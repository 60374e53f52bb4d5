# parent: load base classes and inherit from them, at compile time.
package parent;
use strict;
no strict 'refs';
our $VERSION = '0.238';

sub import {
    my $class = shift;
    my $heir = caller;
    if (@_ && $_[0] eq '-norequire') { shift }
    else {
        for (my @files = @_) {
            s{::|'}{/}g;
            require "$_.pm";
        }
    }
    push @{"${heir}::ISA"}, @_;
}

1;
