# state variables: once per closure, lists, in loops and recursion.
use strict; use warnings; use feature qw(state say);
sub n { state $n = 10; return $n++ }
say n(), n(), n();
sub arr { state @a = (1, 2); push @a, shift; scalar @a }
say arr(5), arr(6);
sub hsh { state %h = (k => 0); $h{k}++; $h{k} }
say hsh(), hsh();
my @c = map { sub { state $s = 0; ++$s } } 1 .. 2;
say $c[0]->(), $c[0]->(), $c[1]->();
for (1 .. 3) { state $loop = 100; $loop++; print "$loop " }
print "\n";
my $inits = 0;
sub init { state $v = do { $inits++; 7 }; $v } init() for 1 .. 3;
say $inits;
sub und { state $u; $u .= "x"; $u } und();
say und();
sub rec { my $d = shift; state $calls = 0; $calls++; rec($d - 1) if $d; $calls }
say rec(4);
sub cond { if ($_[0]) { state $x = shift; return $x } "none" }
say cond(0), cond(5), cond(9);
my $gen = sub { my $base = shift; sub { state $s = $base; $s++ } };
my ($p, $q) = ($gen->(1), $gen->(50));
say $p->(), $p->(), $q->(), $q->();
sub ref_st { state $r = []; push @$r, 1; scalar @$r } ref_st();
say ref_st();
say eval 'state ($a, $b) = (1, 2); 1' ? "ok" : $@;
{ state $blk = "once"; say $blk }
sub two { state $a1 = 1; state $b1 = $a1 + 1; $a1 += 10; "$a1 $b1" } two();
say two();
while (1) { state $w = 0; last if ++$w > 3 }
say "done";
say join ",", map { state $m = 5; $m++ } 1 .. 3;
sub exc { state $e = die "in init\n"; 1 }
eval { exc() };
print $@;
eval { exc() };
print $@;
no strict;
say CORE::state $z = 3;
