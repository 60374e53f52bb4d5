# lib: change @INC at compile time.
package lib;
use strict;
use Config;
our $VERSION = '0.65';
our @ORIG_INC = @INC;

# The folders that belong to one library folder: those for this architecture and version, when they exist.
sub _companions {
    my $dir = shift;
    my ($arch, $version) = @Config{qw(archname version)};
    my @found;
    push @found, "$dir/$arch" if -d "$dir/$arch/auto";
    push @found, "$dir/$version" if -d "$dir/$version";
    push @found, "$dir/$version/$arch" if -d "$dir/$version/$arch";
    return @found;
}

sub import {
    shift;
    for my $dir (reverse @_) {
        my $path = $dir;
        if ($path eq '') {
            require Carp;
            Carp::carp('Empty compile time value given to use lib');
        }
        if ($path !~ /\.par$/i && -e $path && !-d _) {
            require Carp;
            Carp::carp('Parameter to use lib must be directory, not file');
        }
        unshift @INC, $path;
        unshift @INC, _companions($path) if $path ne '';
    }
    my %seen;
    @INC = grep { !$seen{$_}++ } @INC;
    return;
}

sub unimport {
    shift;
    my %gone = map { $_ => 1 } map { ($_, _companions($_)) } @_;
    @INC = grep { !$gone{$_} } @INC;
    return;
}

1;
