# File::Spec: portable names of files; here, those of Unix.
package File::Spec;
use strict;
require File::Spec::Unix;
our $VERSION = '3.84';
our @ISA = ('File::Spec::Unix');

1;
