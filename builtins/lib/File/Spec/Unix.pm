# File::Spec::Unix: names of files put together, taken apart and cleaned up, without looking at the disk.
package File::Spec::Unix;
use strict;
our $VERSION = '3.84';

sub canonpath {
    my ($self, $path) = @_;
    return undef if !defined $path;
    $path =~ s{/{2,}}{/}g;
    $path =~ s{(?:/\.)+(?:/|\z)}{/}g;
    $path =~ s{^(?:\./)+}{}s unless $path eq './';
    $path =~ s{^/(?:\.\./)*\.\.\z}{/};
    $path =~ s{^/(?:\.\./)+}{/};
    $path =~ s{/\z}{} unless $path eq '/';
    return $path;
}

sub catdir {
    my $self = shift;
    return $self->canonpath(join '/', @_, '');
}

sub catfile {
    my $self = shift;
    my $file = $self->canonpath(pop @_);
    return $file if !@_;
    my $dir = $self->catdir(@_);
    $dir .= '/' if $dir ne '' && substr($dir, -1) ne '/';
    return $dir . $file;
}

sub join { my $self = shift; return $self->catfile(@_) }

sub curdir  { '.' }
sub updir   { '..' }
sub rootdir { '/' }
sub devnull { '/dev/null' }
sub case_tolerant { 0 }

my ($tmpdir, $tmpdir_for);

sub tmpdir {
    my $self = shift;
    my $wanted = defined $ENV{TMPDIR} ? $ENV{TMPDIR} : '';
    return $tmpdir if defined $tmpdir && $tmpdir_for eq $wanted;
    my $found;
    for my $dir ($ENV{TMPDIR}, '/tmp') {
        next if !defined $dir || !-d $dir || !-w _;
        if (${^TAINT} && defined $ENV{TMPDIR} && $dir eq $ENV{TMPDIR}) {
            require Scalar::Util;
            next if Scalar::Util::tainted($dir);
        }
        $found = $dir;
        last;
    }
    $found = $self->curdir if !defined $found;
    $tmpdir_for = $wanted;
    return $tmpdir = $self->canonpath($found);
}

sub no_upwards { my $self = shift; return grep { !/^\.{1,2}\z/s } @_ }

sub file_name_is_absolute {
    my ($self, $file) = @_;
    return scalar $file =~ m{^/}s;
}

sub path {
    return () if !exists $ENV{PATH};
    return map { $_ eq '' ? '.' : $_ } split /:/, $ENV{PATH};
}

sub splitpath {
    my ($self, $path, $no_file) = @_;
    return ('', $path, '') if $no_file;
    $path =~ m{^((?:.*/(?:\.\.?\z)?)?)([^/]*)}s;
    return ('', $1, $2);
}

sub splitdir { return split m{/}, $_[1], -1 }

sub catpath {
    my ($self, undef, $dir, $file) = @_;
    $dir .= '/' if $dir ne '' && $file ne '' && substr($dir, -1) ne '/' && substr($file, 0, 1) ne '/';
    return $dir . $file;
}

sub _cwd { require Cwd; return Cwd::getcwd() }

sub rel2abs {
    my ($self, $path, $base) = @_;
    if (!$self->file_name_is_absolute($path)) {
        if (!defined $base || $base eq '') { $base = _cwd() }
        elsif (!$self->file_name_is_absolute($base)) { $base = $self->rel2abs($base) }
        else { $base = $self->canonpath($base) }
        $path = $self->catdir($base, $path);
    }
    return $self->canonpath($path);
}

sub abs2rel {
    my ($self, $path, $base) = @_;
    $base = _cwd() if !defined $base || !length $base;
    ($path, $base) = map { $self->canonpath($_) } $path, $base;
    if ($self->file_name_is_absolute($path) || $self->file_name_is_absolute($base)) {
        ($path, $base) = map { $self->rel2abs($_) } $path, $base;
    }
    else { ($path, $base) = map { "/$_" } map { $_ eq '.' ? '' : $_ } $path, $base }
    my @path = grep { length } split m{/}, $path;
    my @base = grep { length } split m{/}, $base;
    while (@path && @base && $path[0] eq $base[0]) { shift @path; shift @base }
    my @up = map { '..' } grep { $_ ne '.' } @base;
    my $relative = CORE::join '/', @up, @path;
    return length $relative ? $relative : '.';
}

1;
