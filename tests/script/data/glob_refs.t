# Typeglobs: slots, references, anonymous globs, *foo{THING}.
use strict; use warnings;
our ($foo, @foo, %foo) = ("scalar");
@foo = (1, 2);
%foo = (k => 'v');
sub foo { "code" }
print ref *foo{SCALAR}, ref *foo{ARRAY}, ref *foo{HASH}, ref *foo{CODE}, defined *foo{IO} ? "io" : "no", *foo{PACKAGE}, *foo{NAME}, ref *foo{GLOB}, "\n";
print ${*foo}, "@{*foo}", ${*foo}{k}, ${*foo}[1], &{*foo}(), *foo->(), "\n";
our ($bar, @bar);
*bar = \$foo;
$bar = "aliased";
print "$foo\n";
*bar = [7, 8];
print "@bar[0,1]\n";
*bar = sub { "newcode" };
print bar(), "\n";
{ no warnings 'once'; *baz = *foo; our ($baz, @baz); print "$baz @baz ", baz(), "\n"; }
print *foo, " ", \*foo =~ /^GLOB\(0x/ ? "globref" : "no", " ", ref \*foo, "\n"; my $g = \*foo; print ${*$g}, *$g, *{$g}{NAME}, "\n"; my $name = "dyn"; { no strict 'refs'; *{"main::$name"} = sub { "dynamic @_" }; *$name = \"dynscalar"; ${"main::x1"} = 5; print &$name(1), ${"dyn"}, ${"main::x1"}, "\n"; } our $dyn; print main->can('dyn') ? "can\n" : "cannot\n"; print defined *nosuch{CODE} ? 1 : 0, defined *foo{CODE} ? 1 : 0, "\n"; { local *foo = sub { "localized" }; no warnings; print foo(), "\n"; } print foo(), " $foo\n"; use Symbol (); my $sym = Symbol::gensym(); print ref $sym, " ", *$sym =~ /^\*Symbol::GEN0$/ ? "GEN0" : *$sym, "\n"; *{$sym} = \"in"; print ${*$sym}, "\n"; undef &bar; print defined &bar ? "d" : "u", "\n"; eval { *foo = 5; 1 } or print $@; eval { my $n = "zz"; *$n = sub { }; 1 } or print $@; print *main::foo eq *foo ? "eq\n" : "ne\n"; print "Stash: ", join(",", grep { /^(foo|bar|dyn)$/ } sort keys %main::), "\n"; print exists $main::{foo} ? 1 : 0, exists $main::{qwerty} ? 1 : 0, "\n"; delete $main::{dyn}; print main->can('dyn') ? "can\n" : "cannot\n"; package Other { our $v = "ov"; sub f { "of" } } print $Other::v, Other::f(), $Other::{v}, ref \$Other::{v}, "\n"; print join(",", sort keys %Other::), "\n"; 
