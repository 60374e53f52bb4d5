# File::Basename: a file's name, folder and suffix.
package File::Basename;
use strict;
require Exporter;
our $VERSION = '2.85';
our @ISA = ('Exporter');
our @EXPORT = qw(fileparse fileparse_set_fstype basename dirname);

our $family = 'Unix';

# Which systems' rules there are, and which of them do not tell upper from lower case in suffixes.
my @families = qw(AmigaOS DOS Epoc MSDOS MSWin32 MacOS OS2 RISCOS VMS);
my %shape    = (DOS => 'DOS', MSDOS => 'DOS', MSWin32 => 'DOS', Epoc => 'Epoc', MacOS => 'MacOS', OS2 => 'OS2', VMS => 'VMS',
    AmigaOS => 'AmigaOS');
my %ignores_case = map { $_ => 1 } @families;

# Folder and name. Whatever has a slash is a Unix path to VMS.
sub _split {
    my $path = shift;
    my $shape = $shape{$family} // 'Unix';
    $shape = 'Unix' if $shape eq 'VMS' && $path =~ m{/};
    my ($dir, $name);
    if ($shape eq 'DOS' || $shape eq 'Epoc' || $shape eq 'OS2') {
        ($dir, $name) = $path =~ m{^((?:.*[:\\/])?)(.*)}s;
        if ($shape eq 'OS2') {
            $dir = './' if !length $dir;
            $dir .= '/' if $dir !~ m{[\\/]\z};
        }
        elsif ($dir !~ m{[\\/]\z}) { $dir .= '.\\' }
    }
    elsif ($shape eq 'VMS') {
        ($dir, $name) = $path =~ m{^(.*[:>\]])?(.*)}s;
        $dir ||= '';
    }
    elsif ($shape eq 'MacOS') {
        ($dir, $name) = $path =~ m{^(.*:)?(.*)}s;
        $dir = ':' if !length($dir // '');
    }
    elsif ($shape eq 'AmigaOS') {
        ($dir, $name) = $path =~ m{^(.*[:/])?(.*)}s;
        $dir = './' if !length($dir // '');
    }
    else {
        ($dir, $name) = $path =~ m{^(.*/)?(.*)}s;
        $dir = './' if !length($dir // '');
    }
    return ($dir, $name);
}

sub fileparse {
    my ($path, @suffixes) = @_;
    if (!defined $path) { require Carp; Carp::croak('fileparse(): need a valid pathname') }
    my ($dir, $name) = _split($path);
    my $tail = '';
    for my $suffix (@suffixes) {
        next if ref $suffix ? 0 : !length $suffix;
        my $pattern = $ignores_case{$family} ? "(?i)$suffix" : $suffix;
        if ($name =~ s/($pattern)\z//s) {
            $tail = $1 . $tail;
        }
    }
    $tail .= substr $path, 0, 0 if ${^TAINT};
    return wantarray ? ($name, $dir, $tail) : $name;
}

# The path without the separators at its end.
sub _strip {
    my $path = shift;
    if    ($family eq 'MacOS')                      { $path =~ s{([^:]):\z}{$1}s }
    elsif ($family =~ /\A(?:MSWin32|(?:MS)?DOS|OS2)\z/) { $path =~ s{([^:])[\\/]*\z}{$1} }
    else                                            { $path =~ s{(.)/*\z}{$1}s }
    return $path;
}

sub basename {
    my ($path, @suffixes) = @_;
    $path = _strip($path) if defined $path;
    my ($name, $dir, $suffix) = fileparse($path, map { quotemeta } @suffixes);
    $name = $suffix if length $suffix && !length $name;
    return length $name ? $name : $dir;
}

sub dirname {
    my $path = shift;
    my ($name, $dir) = fileparse($path);
    if ($family eq 'VMS') {
        return length $dir ? $dir : $ENV{DEFAULT} // '' if $path !~ m{/};
        local $family = 'Unix';
        return dirname($path);
    }
    if ($family eq 'MacOS') {
        (undef, $dir) = fileparse(_strip($dir)) if !length $name && $dir !~ /\A[^:]+:\z/;
        $dir .= ':' if $dir !~ /:\z/;
        return $dir;
    }
    if ($family eq 'AmigaOS') {
        $dir =~ s{/\z}{};
        $dir =~ s{[^:/]+\z}{} if !length $name;
        return $dir;
    }
    $dir = _strip($dir);
    $dir = _strip((fileparse($dir))[1]) if !length $name;
    return $dir;
}

sub fileparse_set_fstype {
    my $old = $family;
    if (@_) {
        my $new = shift;
        $family = (grep { $new =~ /\A\Q$_\E/i } @families)[0] // 'Unix';
    }
    return $old;
}

1;
