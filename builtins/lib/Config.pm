# Config: %Config, tied so that nobody changes it. The values come from the native half.
package Config;
use strict;
our %Config;

sub TIEHASH  { bless $_[1], $_[0] }
sub FETCH    { $_[0]{ $_[1] } }
sub EXISTS   { exists $_[0]{ $_[1] } }
sub FIRSTKEY { keys %{ $_[0] }; each %{ $_[0] } }
sub NEXTKEY  { each %{ $_[0] } }
sub STORE    { die "\%Config::Config is read-only\n" }
sub DELETE   { &STORE }
sub CLEAR    { &STORE }
sub DESTROY  { }

sub local_patches { () }  # to perl itself: there are none
sub config_vars { require PerlIPC::ConfigText; PerlIPC::ConfigText::vars(_values(), @_) }
sub config_re   { require PerlIPC::ConfigText; PerlIPC::ConfigText::matching(_values(), @_) }
sub config_sh   { require PerlIPC::ConfigText; PerlIPC::ConfigText::sh(_values()) }

my $values = _values();
eval { tie %Config, 'Config', $values } or %Config = %$values;

1;
