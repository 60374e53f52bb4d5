# Arity error texts name the sub and the caller's line.
use strict; use warnings; use feature 'signatures';
sub f($x, $y = $x * 2, @r) { "$x,$y,@r" }
sub h($a, %o) { join ";", $a, map "$_=$o{$_}", sort keys %o }
sub none() { "none" }
sub ph($, $second, $=) { $second }
sub two($x, $y) { $x + $y }
my $anon = sub ($v) { $v };
print f(1), " ", f(1, 5), " ", f(1, 5, 6, 7), " ", h(1, b => 2, a => 1), " ", none(), " ", ph(1, 2), " ", ph(1, 2, 3), "\n";
print eval { f() } // $@;
print eval { two(1) } // $@;
print eval { two(1, 2, 3) } // $@;
print eval { none(1) } // $@;
print eval { h(1, 2) } // $@;
print eval { $anon->() } // $@;
print eval { ph(1) } // $@;
print eval { ph(1, 2, 3, 4) } // $@;
my $n = 0;
sub counted($x = $n++) { $x }
print counted(), counted(), counted(9), $n, "\n";
sub undefd($x = "def") { $x // 'undef' }
print undefd(), undefd(undef), "\n";
sub dep($x, $y = $x + 1, $z = $x . $y) { "$x$y$z" }
print dep(1), " ", dep(1, 5), "\n";
package Cls { sub new($class, %a) { bless {%a}, $class } sub get($self, $k = 'n') { $self->{$k} } }
print Cls->new(n => 4)->get, Cls->new(q => 5)->get('q'), "\n";
eval { Cls->new(n => 1)->get(1, 2) };
print $@;
sub proto :prototype($$) ($x, $y) { $x . $y }
print prototype(\&proto), proto("a", "b"), "\n";
sub argc($x, @) { scalar @_ }
no warnings;
print argc(1, 2, 3), "\n";
sub ret($x) { return $x > 1 ? ret($x - 1) * $x : 1 }
print ret(5), "\n";
my $c = sub ($f, @l) { map { $f->($_) } @l };
print join(",", $c->(sub ($v) { $v ** 2 }, 1 .. 3)), "\n";
print eval 'sub bad($x, $y = 1, $z) { } 1' ? "ok" : $@;
print eval 'sub bad2(@a, $x) { } 1' ? "ok" : $@;
print eval 'sub bad3(%h, @a) { } 1' ? "ok" : $@;
print eval 'sub bad4(@a = 1) { } 1' ? "ok" : $@;
