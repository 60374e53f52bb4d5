# IO::File: handles on files, as objects.
package IO::File;
use strict;
require IO::Handle;
require IO::Seekable;
require Fcntl;
our $VERSION = '1.48';
our @ISA = qw(IO::Handle IO::Seekable Exporter);
our @EXPORT = (@IO::Seekable::EXPORT, grep { /^O_/ } @Fcntl::EXPORT);
IO::Seekable->import;
Fcntl->import(grep { /^O_/ } @EXPORT);

sub _usage { require Carp; Carp::croak("usage: $_[0]") }

sub new {
    my $class = ref $_[0] || $_[0] || 'IO::File';
    shift;
    _usage("$class->new([FILENAME [,MODE [,PERMS]]])") if @_ > 3;
    my $handle = $class->SUPER::new;
    if (@_) { $handle->open(@_) or return undef }
    return $handle;
}

sub open {
    _usage('$fh->open(FILENAME [,MODE [,PERMS]])') if @_ < 2 || @_ > 4;
    my ($handle, $file, $mode, $permissions) = @_;
    return open $handle, $file if @_ == 2;
    if ($mode =~ /^\d+$/) {
        return sysopen $handle, $file, $mode, defined $permissions ? $permissions : 0666;
    }
    if ($mode =~ /:/) {
        _usage('$fh->open(FILENAME, IOLAYERS)') if @_ != 3;
        return open $handle, $mode, $file;
    }
    return open $handle, IO::Handle::_open_mode_string($mode), $file;
}

sub binmode {
    do { require Carp; Carp::croak('usage $fh->binmode([LAYER])') } if @_ < 1 || @_ > 2;
    return @_ == 1 ? binmode $_[0] : binmode $_[0], $_[1];
}

1;
