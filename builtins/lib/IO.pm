# IO: the native half of the IO modules, and a way to load several of them at once.
package IO;
use strict;
our $VERSION = '1.50';
require XSLoader;
XSLoader::load('IO', $VERSION);

sub import {
    shift;
    my @modules = @_ ? @_ : qw(Handle Seekable File Pipe Socket Dir);
    require "IO/$_.pm" for @modules;
}

1;
