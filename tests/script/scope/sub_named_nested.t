# Named subs inside subs, forward declarations, redefinition at run time, lexical subs.
use strict;
use warnings;
use feature qw(say current_sub);
$SIG{__WARN__} = sub { print "W: $_[0]" };
sub outer { sub inner { "inner @_" } "outer" }
say inner(1), outer();
sub fwd;
say fwd 1, 2;
sub fwd { "fwd @_" } { my sub priv { my $n = shift; $n ? $n + __SUB__->($n - 1) : 0 } say priv(4); }
say defined &priv ? "leak" : "hidden";
my sub lex ($) { "lex(@_)" }
say lex 5;
sub redefined { 1 }
eval 'sub redefined { 2 }';
say redefined();
{ no warnings 'redefine'; eval 'sub redefined { 3 }'; }
say redefined();
*redefined = sub { 4 };
say redefined();
eval q{ sub capt { my $v = shift; sub named_in { $v } named_in() } 1 } or print $@;
{ no warnings; say capt(1), capt(2) // 'u'; } { use feature "state"; state sub st { "st" } say st(); }
if (0) { }
say main->can('inner') ? 1 : 0;
my sub rec2;
my $cnt = 0;
my sub bump { $cnt++ } bump();
bump();
say $cnt;
{ my sub lex { "shadow" } say lex(); }
say lex(1);
say ref \&lex;
package Other { our sub osub { "our sub" } package Third; main::say2(osub()); }
sub say2 { print "@_\n" }
use constant K => 1;
eval 'sub K { 5 } 1' or print $@;
eval 'sub redefined($) { 5 } 1';
say &redefined(1);
