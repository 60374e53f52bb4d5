# File::Basename: a file's name, folder and suffix.
package File::Basename;
use strict;
require Exporter;
our $VERSION = '2.85';
our @ISA = ('Exporter');
our @EXPORT = qw(fileparse fileparse_set_fstype basename dirname);

my $type = 'Unix';

sub fileparse {
    my ($path, @suffixes) = @_;
    if (!defined $path) { require Carp; Carp::croak('fileparse(): need a valid pathname') }
    my ($dir, $name) = $path =~ m{^(.*/)?(.*)}s;
    $dir = './' if !defined $dir || !length $dir;
    my $tail = '';
    for my $suffix (@suffixes) {
        next if ref $suffix ? 0 : !length $suffix;
        if ($name =~ s/($suffix)\z//s) {
            $tail = $1 . $tail;
        }
    }
    $tail .= substr $path, 0, 0 if ${^TAINT};
    return wantarray ? ($name, $dir, $tail) : $name;
}

sub basename {
    my ($path, @suffixes) = @_;
    $path =~ s{(.)/*\z}{$1}s if defined $path;
    my ($name, $dir, $suffix) = fileparse($path, map { quotemeta } @suffixes);
    $name = $suffix if length $suffix && !length $name;
    return length $name ? $name : $dir;
}

sub dirname {
    my $path = shift;
    my ($name, $dir) = fileparse($path);
    $dir =~ s{(.)/*\z}{$1}s;
    if (!length $name) {
        (undef, $dir) = fileparse($dir);
        $dir =~ s{(.)/*\z}{$1}s;
    }
    return $dir;
}

sub fileparse_set_fstype {
    my $old = $type;
    $type = shift if @_;
    return $old;
}

1;
