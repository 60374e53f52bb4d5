# SelectSaver: selects a handle, and the one before again when the object goes.
package SelectSaver;
use strict;
our $VERSION = '1.02';
require Symbol;

sub new {
    @_ >= 1 && @_ <= 2 or do { require Carp; Carp::croak('usage: SelectSaver->new( [FILEHANDLE] )') };
    my ($class, $handle) = @_;
    my $before = select;
    select Symbol::qualify($handle, scalar caller) if @_ > 1;
    return bless \$before, $class;
}

sub DESTROY { select ${ $_[0] } }

1;
