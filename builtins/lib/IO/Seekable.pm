# IO::Seekable: positions of handles, as methods.
package IO::Seekable;
use strict;
require Exporter;
require IO;
use Fcntl qw(SEEK_SET SEEK_CUR SEEK_END);
our $VERSION = '1.48';
our @ISA = ('Exporter');
our @EXPORT = qw(SEEK_SET SEEK_CUR SEEK_END);

sub _usage { require Carp; Carp::croak("usage: $_[0]") }

sub seek    { _usage('$io->seek(POS, WHENCE)')    if @_ != 3; seek $_[0], $_[1], $_[2] }
sub sysseek { _usage('$io->sysseek(POS, WHENCE)') if @_ != 3; sysseek $_[0], $_[1], $_[2] }
sub tell    { _usage('$io->tell()') if @_ != 1; tell $_[0] }

1;
