# File::Spec::Functions: File::Spec's methods as functions.
package File::Spec::Functions;
use strict;
require File::Spec;
require Exporter;
our $VERSION = '3.84';
our @ISA = ('Exporter');
our @EXPORT = qw(canonpath catdir catfile curdir rootdir updir no_upwards file_name_is_absolute path);
our @EXPORT_OK = qw(devnull tmpdir splitpath splitdir catpath abs2rel rel2abs case_tolerant);
our %EXPORT_TAGS = (ALL => [@EXPORT_OK, @EXPORT]);

for my $name (@EXPORT, @EXPORT_OK) {
    my $method = File::Spec->can($name);
    no strict 'refs';
    *$name = sub { &$method('File::Spec', @_) };
}

1;
