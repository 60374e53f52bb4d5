# IO::Dir: directory handles as objects, and directories as tied hashes.
package IO::Dir;
use strict;
require Exporter;
require Symbol;
require Tie::Hash;
our $VERSION = '1.49';
our @ISA = qw(Tie::Hash Exporter);
our @EXPORT_OK = qw(DIR_UNLINK);

sub DIR_UNLINK () { 1 }

sub _usage { require Carp; Carp::croak("usage: $_[0]") }

sub new {
    my $class = shift;
    $class = ref $class || $class;
    _usage("$class->new([DIRNAME])") if @_ > 1;
    my $dir = bless Symbol::gensym(), $class;
    if (@_) { $dir->open(@_) or return undef }
    return $dir;
}

sub DESTROY {
    my $dir = shift;
    local ($., $@, $!, $^E, $?);
    no warnings 'io';
    closedir $dir;
}

sub open {
    _usage('$dh->open(DIRNAME)') if @_ != 2;
    my ($dir, $name) = @_;
    opendir $dir, $name or return undef;
    ${*$dir}{io_dir_path} = $name =~ m{^/} ? $name : "./$name";
    return 1;
}

sub close  { _usage('$dh->close()')  if @_ != 1; closedir $_[0] }
sub read   { _usage('$dh->read()')   if @_ != 1; readdir $_[0] }
sub tell   { _usage('$dh->tell()')   if @_ != 1; telldir $_[0] }
sub rewind { _usage('$dh->rewind()') if @_ != 1; rewinddir $_[0] }
sub seek   { _usage('$dh->seek(POS)') if @_ != 2; seekdir $_[0], $_[1] }

sub TIEHASH {
    my ($class, $name, $options) = @_;
    my $dir = $class->new($name) or return undef;
    ${*$dir}{io_dir_unlink} = 1 if $options && $options & DIR_UNLINK;
    return $dir;
}

sub FIRSTKEY { my $dir = shift; $dir->rewind; scalar $dir->read }
sub NEXTKEY  { my $dir = shift; scalar $dir->read }
sub EXISTS   { my ($dir, $key) = @_; -e "${*$dir}{io_dir_path}/$key" }

sub FETCH {
    my ($dir, $key) = @_;
    require File::stat;
    return File::stat::lstat("${*$dir}{io_dir_path}/$key");
}

# Storing sets a file's access and modification time, and makes the file when it is not there.
sub STORE {
    my ($dir, $key, $times) = @_;
    my ($access, $modification) = ref $times ? @$times : ($times, $times);
    my $file = "${*$dir}{io_dir_path}/$key";
    if (!-e $file) { CORE::open my $new, '>>', $file or return undef }
    $access = time if !defined $access;
    $modification = $access if !defined $modification;
    return utime $access, $modification, $file;
}

sub DELETE {
    my ($dir, $key) = @_;
    my $file = "${*$dir}{io_dir_path}/$key";
    return -d $file ? rmdir $file : unlink $file if ${*$dir}{io_dir_unlink};
    return undef;
}

1;
