# Test::Builder::Module: a base class for modules like Test::More.
package Test::Builder::Module;
use strict;
require Exporter;
require Test::Builder;
our $VERSION = '1.302190';
our @ISA = ('Exporter');

sub import {
    my $class = shift;
    my $test = $class->builder;
    my $into = caller;
    $test->exported_to($into);
    $class->import_extra(\@_);
    my (@imports, @plan);
    while (@_) {
        my $word = shift;
        if (defined $word && $word eq 'import') { @imports = @{ +shift } }
        else { push @plan, $word }
    }
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    $test->plan(@plan);
    local $Exporter::ExportLevel = $Exporter::ExportLevel + 1;
    Exporter::import($class, @imports);
}

sub import_extra { }

sub builder { Test::Builder->new }

1;
