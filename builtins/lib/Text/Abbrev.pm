# Text::Abbrev: the unambiguous beginnings of words.
package Text::Abbrev;
use strict;
require Exporter;
our $VERSION = '1.02';
our @ISA = ('Exporter');
our @EXPORT = ('abbrev');

sub abbrev {
    my ($table, $in_glob);
    if (ref $_[0]) { $table = shift }
    elsif (ref \$_[0] eq 'GLOB') {
        $table = *{ shift() }{HASH};
        $in_glob = 1;
    }
    $table ||= {};
    %$table = ();
    my %uses;
    for my $word (@_) {
        for my $length (reverse 1 .. length($word) - 1) {
            my $start = substr $word, 0, $length;
            if (!$uses{$start}++) { $table->{$start} = $word }
            elsif ($uses{$start} == 2) { delete $table->{$start} }
            else { last }
        }
    }
    $table->{$_} = $_ for @_;
    return if $in_glob || !defined wantarray;
    return wantarray ? %$table : $table;
}

1;
