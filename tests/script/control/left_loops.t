# Loops that are left by die, by loop control of a called sub or by goto: the loop variable is no
# alias of the item any more, whatever uses its place next.
use strict; use warnings; no warnings 'exiting';
{ my $v = "u"; eval { for my $p ($v) { die "x\n" } }; my $x = "n" . length $@; print "1: $v $x\n"; }
{ my $v = "u"; eval { for my $p ($v) { die "x\n" } }; my @l = (1, "n" . length($@), 3); print "2: $v @l\n"; }
{ my @a = ("u", "v"); eval { for my $p (@a, my $one = 1) { die "x\n" } }; my $x = "n" . length($@); print "3: @a $x\n"; }
sub next_l { next L } { my $v = "u"; L: for (1) { for my $p ($v) { next_l() } } my $x = "n" . length "abc"; print "4: $v $x\n"; }
sub goto_out { goto OUT } { my $v = "u"; for my $p ($v) { goto_out() } OUT: my $x = "n" . length "a"; my @l = (1, "m" . length "bc"); print "5: $v $x @l\n"; }
{ my ($v, $w) = ("u", 5); eval { for my $p ($v, $w) { for my $q ($w, $p) { die "x\n" } } }; my $x = "n" . length $@; my $y = "m" . length $@; print "6: $v $w $x $y\n"; }
{ my $v = "u"; for my $k (1 .. 3) { eval { for my $p ($v) { for my $z ($v, my $two = 2) { die "x\n" if $k > 1 } } }; my $x = "n" . length $@; my @l = map { "$_$x" } 1 .. 3; print "7: $v @l\n" } }
{ my $c; { my $held = "c"; $c = sub { $held } } my $v = "u"; eval { for my $p ($v) { die $c->() } }; my $x = "n" . length $@; print "8: $v $x ", $c->(), "\n"; }
sub counted { use feature 'state'; state $n = 5; eval { for my $p ($_[0]) { die "q" } }; my $x = "n" . $n++; "$x$_[0]" }
print "9: ", counted("a"), counted("b"), "\n";
{ my $v = "u"; my @r = map { eval { for my $p ($v) { die "x\n" } }; "n" . length $@ } 1 .. 3; print "10: $v @r\n"; }
{ my @a = (1, 2, 3); eval { for my $p (@a) { $p++; die "x\n" if $p == 3 } }; my @z = ("n" . length($@), "m" . length($@)); print "11: @a @z\n"; }
{ my $v = "u"; OUT2: { for my $p ($v) { sub { last OUT2 }->() } } my $x = "n" . length "abc"; print "12: $v $x\n"; }

# goto takes the label of the innermost block around it
my $n = 0;
{ LAB: print "a"; exit if $n++ > 3 } { eval { goto LAB; 1 }; print "x"; LAB: print "13\n" }
{ if ($n > 10) { LAB2: print "wrong\n"; exit } } sub to_lab2 { goto LAB2 } { to_lab2(); LAB2: print "14\n" }
{ no warnings; for my ($p, $q) (1) { print defined $q ? 1 : 0, eval { $q = "b"; 1 } ? "set" : $@ } }
print ref(1) + 0, "<", ref(1), ">", length ref(1), "\n";
