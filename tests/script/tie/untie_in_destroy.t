# An object that unties its variable when it goes, at the end of the program, counts for nobody.
package T;
use warnings;
sub TIEHASH  { bless {}, $_[0] }
sub FETCH    { $_[0]{$_[1]} }
sub STORE    { $_[0]{$_[1]} = $_[2] }
sub CLEAR    { %{$_[0]} = () }
sub FIRSTKEY { my $reset = keys %{$_[0]}; each %{$_[0]} }
sub NEXTKEY  { each %{$_[0]} }
sub DESTROY  { my %t = %{$_[0]}; untie %main::T; %main::T = %t; print "gone: $main::T{a}\n" }
our @before = %main::T;
tie %main::T, __PACKAGE__;
%main::T = @before;
$main::T{a} = 1;
