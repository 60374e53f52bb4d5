# croak, carp, confess, cluck, shortmess, longmess and argument formatting across packages.
use strict;
use warnings;
package Lib;
use Carp qw(croak carp confess cluck longmess shortmess);
sub c     { croak "croaked" }
sub w     { carp "carped" }
sub f     { confess "confessed" }
sub inner { croak 'deep' }
sub outer { inner(@_) }
sub l     { longmess('long') }
sub s     { shortmess('short') }
sub nl    { croak "newline\n" }
package Mid;
sub call { Lib::outer(@_) }
package main;
my $strip =
    sub { $_[0] =~ s{at \S*/}{at }gr =~ s/0x[0-9a-f]+/ADDR/gr =~ s/\(eval \d+\)/(eval N)/gr };
sub t {
    eval { $_[0]->(); 1 } or print $strip->($@);
}
local $SIG{__WARN__} = sub { print 'W ', $strip->($_[0]) };
t(sub { Lib::c() });
t(sub { Lib::f(1, 'two', undef, 3.5) });
t(sub { Mid::call('arg', "a'b") });
Lib::w('x');
print $strip->(Lib::l('q'));
print $strip->(Lib::s('q'));
t(sub { Lib::nl() });
sub viaeval { eval "Lib::f('in eval'); 1" or print $strip->($@) }
viaeval(7);
t(sub { local $Carp::CarpLevel = 1; Lib::c() });
t(sub { local $Carp::Verbose   = 1; Lib::c() });
{
    package Obj;
    sub new { bless {}, shift }
    sub m   { Carp::croak('method') }
}
t(sub { Obj->new->m });
t(sub { Carp::croak({ code => 1 }) if 0; Carp::croak('long arg ' . length('x' x 200)) });
t(sub { Lib::f('x' x 100, "multi\nline", 1 .. 12) });
open my $h, '<', $0;
my $l = <$h>;
t(sub { Lib::c() });
