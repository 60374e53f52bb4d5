use strict; use warnings;
sub viv { $_[1]{x}{y} = 5; $_[0][2] = 'z'; return scalar @{$_[0]} }
my ($p,$q); print viv($p,$q), " $q->{x}{y} $p->[2]\n";
sub miss { $_[3]{a} = 1; &cnt } sub cnt { scalar @_ }
print miss(1), "\n";
sub miss2 { shift; $_[1]{a} = 1; &cnt } print miss2(1,2), "\n";
sub loopy { my $t=0; for my $i (1..3) { my $u; $u .= "x$i" for 1..$i; next if $i==2; my $v = $u; $t .= $v } $t } print loopy(), "\n";
my $n=0; { my $z; $z++; print "z=$z\n"; redo if $n++ < 2; }
sub g { my $k = shift; AGAIN: my $w; $w++; if ($k++ < 2) { goto AGAIN } return $w } print g(0), "\n";
sub r { my @l = (1..$_[0]); return @l } my @x = r(3); my $c = () = r(4); my ($f) = r(2); my $last = sub { return (7,8,9) }->(); print "@x $c $f $last\n";
sub nest { for my $e (1,2,3) { return ($e, map { $_*2 } 4,5) if $e == 2 } } print join(",", 0, nest(), 9), "\n";
package D { sub new { bless {n=>$_[1]}, $_[0] } sub DESTROY { print "D$_[0]{n} " } }
sub d1 { my $o = D->new(1); return 5 } print "before ", d1(), " after\n";
sub d2 { my $o = D->new(2); return $o } { my $k = d2(); print "has "; } print "gone\n";
d2(); print "void\n";
sub d3 { my ($o) = @_; return } d3(D->new(3)); print "arg\n";
sub d4 { return D->new(4), D->new(5) } my $l = d4(); print "list\n"; undef $l; print "\n";
sub ctx { wantarray ? "list" : defined(wantarray) ? "scalar" : "void" } sub tail { return ctx() } my @t = tail(); my $t = tail(); print "@t $t\n";
sub lv :lvalue { $D::x } lv() = 4; print lv(), "\n";
my $str = "abc"; sub al { $_[0] = "changed"; $_[0] } my $res = al($str); print "$str $res\n";
sub rec { my $n = shift; return $n ? rec($n-1)+1 : 0 } { no warnings; print rec(5000), "\n"; }
my $cl; $cl = sub { undef $cl; return "still" }; print $cl->(), "\n";
sub lo { local $D::y = shift; return inner() } sub inner { return $D::y } print lo(3), lo(4), defined $D::y ? "def":"undef", "\n";
print join("|", map { sub { my @r = caller(0); $r[3] }->() } 1..2), "\n";
