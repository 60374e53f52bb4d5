# PerlIPC::Storable: what the native half of Storable needs the language for.
package PerlIPC::Storable;
use strict;

# tie calls the constructor of a class; this one gives the object that is there already.
sub TIEARRAY  { $_[1] }
sub TIEHASH   { $_[1] }
sub TIESCALAR { $_[1] }

sub tied_object {
    my ($ref) = @_;
    return ref $ref && Scalar::Util::reftype($ref) eq 'ARRAY' ? tied @$ref
         : Scalar::Util::reftype($ref) eq 'HASH'              ? tied %$ref
         :                                                      tied $$ref;
}

sub tie_array  { tie @{ $_[0] }, __PACKAGE__, $_[1] }
sub tie_hash   { tie %{ $_[0] }, __PACKAGE__, $_[1] }
sub tie_scalar { tie ${ $_[0] }, __PACKAGE__, $_[1] }

# A reference to an element of what the object would be tied to.
sub element_of_hash  { tie my %hash,  __PACKAGE__, $_[0]; return \$hash{ $_[1] } }
sub element_of_array { tie my @array, __PACKAGE__, $_[0]; return \$array[ $_[1] ] }

sub pattern {
    my ($text, $flags) = @_;
    my $pattern = eval "qr/\$text/$flags";
    return defined $pattern ? $pattern : die $@;
}

sub code {
    my ($source, $evaluate) = @_;
    my $sub = ref $evaluate eq 'CODE' ? $evaluate->($source) : eval "package main; no strict; $source";
    return ref $sub eq 'CODE' ? $sub : undef;
}

require Scalar::Util;
1;
