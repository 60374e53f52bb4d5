# Hash::Util::FieldHash (perldoc): hashes that take an object as a key by its address, and forget it when it goes.
package Hash::Util::FieldHash;
use strict;
require Exporter;
our @ISA         = 'Exporter';
our @EXPORT_OK   = qw(fieldhash fieldhashes idhash idhashes id id_2obj register);
our %EXPORT_TAGS = (all => \@EXPORT_OK);

# A hash becomes one that is tied; what it had stays. Once more changes nothing but an idhash into a fieldhash.
sub _made {
    my ($hash, $class) = @_;
    my $now = tied %$hash;
    if (ref $now && $now->isa('Hash::Util::FieldHash::Id')) {
        bless $now, $class if $class =~ /::Field\z/;
        return $hash;
    }
    my %had = %$hash;
    tie %$hash, $class, \%had;
    return $hash;
}

sub idhash (\%)    { _made($_[0], 'Hash::Util::FieldHash::Id') }
sub fieldhash (\%) { _made($_[0], 'Hash::Util::FieldHash::Field') }
sub idhashes       { map { _made($_, 'Hash::Util::FieldHash::Id') } grep { ref eq 'HASH' } @_ }
sub fieldhashes    { map { _made($_, 'Hash::Util::FieldHash::Field') } grep { ref eq 'HASH' } @_ }

package Hash::Util::FieldHash::Id;

sub TIEHASH  { my ($class, $hash) = @_; bless [$hash], $class }
sub FETCH    { $_[0][0]{ ref $_[1] ? Hash::Util::FieldHash::id($_[1]) : $_[1] } }
sub STORE    { $_[0][0]{ ref $_[1] ? Hash::Util::FieldHash::id($_[1]) : $_[1] } = $_[2] }
sub EXISTS   { exists $_[0][0]{ ref $_[1] ? Hash::Util::FieldHash::id($_[1]) : $_[1] } }
sub DELETE   { delete $_[0][0]{ ref $_[1] ? Hash::Util::FieldHash::id($_[1]) : $_[1] } }
sub CLEAR    { %{ $_[0][0] } = () }
sub SCALAR   { scalar %{ $_[0][0] } }
sub FIRSTKEY { keys %{ $_[0][0] }; each %{ $_[0][0] } }
sub NEXTKEY  { each %{ $_[0][0] } }

package Hash::Util::FieldHash::Field;
our @ISA = 'Hash::Util::FieldHash::Id';

sub STORE {
    my ($self, $key) = @_;
    return $self->[0]{$key} = $_[2] if !ref $key;
    Hash::Util::FieldHash::register($key, $self->[0]);
    $self->[0]{ Hash::Util::FieldHash::id($key) } = $_[2];
}

1;
