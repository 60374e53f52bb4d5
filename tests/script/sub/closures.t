# Closures: fresh variables per iteration, shared state, nested, string eval, counters.
use strict; use warnings;
sub counter { my $n = shift; return { inc => sub { ++$n }, dec => sub { --$n }, get => sub { $n } } }
my ($c, $d) = (counter(5), counter(10));
$c->{inc}->() for 1 .. 3;
$d->{dec}->();
print $c->{get}->(), $d->{get}->(), "\n";
my @s;
for my $i (1 .. 3) { push @s, sub { $i * 10 } }
print join(",", map $_->(), @s), "\n";
@s = ();
my $j;
for $j (1 .. 3) { push @s, sub { $j } }
print join(",", map $_->(), @s), "\n";
@s = ();
for (my $i = 0; $i < 3; $i++) { push @s, sub { $i } }
print join(",", map $_->(), @s), "\n";
@s = ();
for (1 .. 3) { my $v = $_; push @s, sub { $v++ } }
print join(",", map { $_->() + $_->() } @s), "\n";
my $i = 0;
while ($i < 2) { my $k = $i; $s[$i] = sub { "k$k" }; $i++ }
print $s[0]->(), $s[1]->(), "\n";
{ my $priv = 0; sub bump { return ++$priv } } bump();
print bump(), "\n";
my $x = 1;
my $rd = sub { $x };
$x = 2;
print $rd->(), "\n";
my $ev = eval 'sub { $x++ }';
$ev->();
print "$x\n";
sub gen { my @l = @_; return sub { shift @l } }
my $g = gen(1, 2);
print $g->(), $g->(), defined $g->() ? "d" : "u", "\n";
my $comp = sub { my @f = @_; sub { my $v = shift; $v = $_->($v) for @f; $v } };
print $comp->(sub { $_[0] + 1 }, sub { $_[0] * 2 })->(5), "\n";
my $rec;
$rec = sub { $_[0] <= 1 ? 1 : $_[0] * $rec->($_[0] - 1) };
print $rec->(6), "\n";
my %h = map { my $n = $_; $n => sub { $n } } qw(a b);
print $h{a}->(), $h{b}->(), "\n";
sub outer { my $v = shift; my $in = sub { my $w = shift; sub { "$v$w" . shift } }; $in->("b") }
print outer("a")->("c"), "\n";
my @arr = (1);
my $pa = sub { push @arr, @_; scalar @arr };
$pa->(2);
print $pa->(3), "@arr\n";
if ((my $cond = 5) > 3) { push @s, sub { $cond } }
print $s[-1]->(), "\n";
my $str = "q";
my $m = sub { $str =~ s/q/Q/; $str };
print $m->(), $str, "\n";
my @made = map { my $n = $_; [sub { $n += $_[0] }, sub { $n }] } 1, 2;
$made[0][0]->(5);
print $made[0][1]->(), $made[1][1]->(), "\n";
{ my $z = "first"; sub named { $z } }
print defined named() ? "d" : "u", "\n";
my $once = do { my $o = 0; sub { $o++ ? "again" : "first" } };
print $once->(), $once->(), "\n";
