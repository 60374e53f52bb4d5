# PerlIPC::Unicore: the installed perl's tables of the Unicode character database, as text.
package PerlIPC::Unicore;
use strict;

sub table {
    my ($name) = @_;
    my $text = do "unicore/$name";
    die "Can't find unicore/$name in \@INC" unless defined $text;
    return $text;
}

1;
