# DirHandle: directory handles as objects, the older way.
package DirHandle;
use strict;
require Symbol;
our $VERSION = '1.05';

sub new {
    @_ >= 1 && @_ <= 2 or do { require Carp; Carp::croak("usage: $_[0]->new( [DIRNAME] )") };
    my $class = shift;
    my $dir = bless Symbol::gensym(), $class;
    if (@_) { DirHandle::open($dir, $_[0]) or return undef }
    return $dir;
}

sub open   { opendir $_[0], $_[1] }
sub close  { closedir $_[0] }
sub read   { readdir $_[0] }
sub rewind { rewinddir $_[0] }

sub DESTROY {
    my $dir = shift;
    local ($., $@, $!, $^E, $?);
    no warnings 'io';
    closedir $dir;
}

1;
