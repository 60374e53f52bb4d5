# Signature defaults are evaluated left to right, at call time, and may use earlier parameters.
use v5.36;
my $calls = 0;
sub next_id { return ++$calls }
sub f($x, $id = next_id(), $y = $x . $id) { "$x-$id-$y" }
say f("a"), " ", f("b", 9), " ", f("c", 8, "z"), " $calls";
sub g($h = {}, $l = [1, 2]) { $h->{n}++; push @$l, 3; scalar(@$l) . $h->{n} }
say g(), g();
sub opt($x, $=, @rest) { scalar @rest }
say opt(1), opt(1, 2), opt(1, 2, 3, 4);
sub cond($v = $calls > 1 ? "many" : "few") { $v }
say cond();
sub ret($x = return "early") { "late" }
say ret(), ret(1);
sub undef_kept($x = "default") { defined $x ? $x : "undef" }
say undef_kept(undef), undef_kept();
my $anon = sub ($n = 3, %o) { $n . join ",", map { "$_$o{$_}" } sort keys %o };
say $anon->(), $anon->(4, k => 'v');
package P { sub new($class, %args) { bless { n => 0, %args }, $class } sub add($self, $by = 1) { $self->{n} += $by; $self } }
say P->new(n => 5)->add->add(10)->{n};
eval { P->new("odd") };
print $@;
eval { P->new->add(1, 2) };
print $@;
eval { f() };
print $@;
sub closure($n) { sub ($m) { $n * $m } }
say closure(6)->(7);
sub rec($n, $acc = 1) { $n < 2 ? $acc : rec($n - 1, $acc * $n) }
say rec(10);
sub shadow($x) { { my $x = $x + 1; return $x } }
say shadow(1);
sub mod($x) { $x++; $x }
my $orig = 1;
mod($orig);
say $orig;
