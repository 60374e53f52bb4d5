# Exporter: tags, lists, variables, failures, import inheritance.
use strict; use warnings;
BEGIN { package My::Exp; use Exporter 'import'; our @EXPORT = qw(def $sv); our @EXPORT_OK = qw(opt @av %hv other &amp); our %EXPORT_TAGS = (all => [qw(opt other)], vars => [qw(@av %hv)]); our $VERSION = '1.5'; our $sv = "scalar"; our @av = (1, 2); our %hv = (k => 'v'); sub def { "def" } sub opt { "opt" } sub other { "other" } sub amp { "amp" } $INC{'My/Exp.pm'} = 1 }
BEGIN { package My::Old; require Exporter; our @ISA = 'Exporter'; our @EXPORT_OK = qw(f); our @EXPORT_FAIL = (); sub f { "old f" } $INC{'My/Old.pm'} = 1 } { package U1; use My::Exp; main::show(def(), $sv, defined &opt ? 1 : 0) } { package U2; use My::Exp qw(opt @av %hv &amp); main::show(opt(), "@av", $hv{k}, amp(), defined &def ? 1 : 0) } { package U3; use My::Exp qw(:all :vars); main::show(opt(), other(), scalar @av) } { package U4; use My::Exp qw(:DEFAULT opt); main::show(def(), opt()) } { package U5; use My::Exp (); main::show(defined &def ? 1 : 0) } { package U6; use My::Exp qw(/^o/); main::show(opt(), other()) } { package U7; use My::Exp qw(:all !other); main::show(opt(), defined &other ? 1 : 0) } { package U8; use My::Old 'f'; main::show(f()) }
sub show { print join(",", @_), "\n" }
for my $c ('use My::Exp qw(nope)', 'use My::Exp qw(:nope)', 'use My::Exp 2', 'use My::Exp 1.2 qw(opt)', 'use My::Exp qw(def nope1 nope2)', 'use My::Old qw(zzz)') { my @w; local $SIG{__WARN__} = sub { push @w, @_ }; eval "package V; $c; 1"; print "$c: ", @w, $@ || "ok\n" } { package Mine; sub import { my ($c, @a) = @_; no strict 'refs'; *{caller() . "::$_"} = eval "sub { '$_ made' }" for @a } }
BEGIN { $INC{'Mine.pm'} = 1 }
use Mine qw(alpha beta);
print alpha(), beta(), "\n";
$U1::sv = "changed";
print $My::Exp::sv, "\n";
