# AUTOLOAD for functions and methods, inheritance, DESTROY and can.
use strict; use warnings;
package Base { our $AUTOLOAD; sub new { bless { n => 1 }, shift } sub AUTOLOAD { my $self = shift; my $n = $AUTOLOAD; $n =~ s/.*:://; return if $n eq 'DESTROY'; die "no method $n\n" if $n =~ /^bad/; return ref $self ? "obj $n(@_)" : "class $n(@_)" } }
package Kid { our @ISA = 'Base'; sub own { "own" } }
package main;
my $o = Kid->new;
print $o->foo(1, 2), " ", Kid->bar, " ", $o->own, "\n";
print Kid->can('foo') ? "can" : "cannot", Kid->can('own') ? "can" : "cannot", Kid->can('AUTOLOAD') ? "can" : "cannot", "\n";
eval { $o->bad_one; 1 } or print $@;
my $m = "dyn";
print $o->$m(5), "\n";
print Base::func("x", "y"), "\n";
undef $o;
package Acc { our $AUTOLOAD; sub new { bless { a => 1, b => 2 }, shift } sub AUTOLOAD { my ($s, $v) = @_; my $n = $AUTOLOAD =~ s/.*:://r; return if $n eq 'DESTROY'; die sprintf "Can't locate accessor %s at %s line %d.\n", $n, (caller)[1] =~ s{.*/}{}r, (caller)[2] unless exists $s->{$n}; $s->{$n} = $v if @_ > 1; $s->{$n} } }
package main;
my $acc = Acc->new;
print $acc->a, $acc->b(7), $acc->b, "\n";
eval { $acc->zzz; 1 } or print $@;
{ package Fn; our $AUTOLOAD; sub AUTOLOAD { "fn $AUTOLOAD(@_)" } main::show(undefined_fn(1)); main::show(&other(2)); main::show(Fn->DESTROY); }
sub show { print "@_\n" }
eval { no_autoload_here(1); 1 } or print $@;
eval { main->nomethod; 1 } or print $@;
eval { Nopkg->m; 1 } or print $@;
{ package Late; our $AUTOLOAD; sub AUTOLOAD { my $n = $AUTOLOAD; no strict 'refs'; *$n = sub { "defined" }; goto &$n } }
print Late::x(), defined &Late::x ? "d" : "u", Late::x(), "\n";
