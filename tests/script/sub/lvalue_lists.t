# Lvalue subs in list assignments; what cannot be assigned to; the context they see.
my ($a, $b) = (1, 2); my @r;
sub t { print "-- $_[0]\n" }
sub lv1 :lvalue { $a } sub both :lvalue { ($a, $b) } sub arr :lvalue { @r } sub hsh :lvalue { %h }
t 1; my $n = () = ((both()) = (5,6,7)); print "$n $a $b\n"; $n = ((both()) = (5,6,7)); print "$n\n";
t 2; (arr()) = (1,2,3); print "@r\n"; (my $x, arr()) = (9, 8, 7); print "$x @r\n"; $n = ((arr()) = (4,5)); print "$n @r\n";
t 3; (hsh()) = (a => 1); print join(",", %h), "\n";
t 4; (both(), lv1()) = (1,2,3); print "$a $b\n";
t 5; sub slice :lvalue { @r[1,2] } (slice()) = qw(x y); print "@r\n"; 
t 6; for ((both())) { $_ = 'f' } print "$a $b\n"; for (both(), arr()) { $_ .= 'g' } print "$a $b @r\n";
t 7; my @refs = \(both()); ${$refs[1]} = 'R'; print "$a $b ", scalar(@refs), "\n"; @refs = \(arr()); print scalar(@refs), "\n";
t 8; sub chg { $_ = 'c' for @_ } chg(both(), arr()); print "$a $b @r\n";
t 9; my @m = map { $_ = 'm' } both(); print "$a $b\n"; @m = grep { $_ = 'n' } arr(); print "@r\n";
t 10; (lv1()) = (); print defined $a ? 1 : 0, "\n"; 
t 11; sub ctx :lvalue { $w = wantarray; $a } (ctx()) = (1); print "w=$w\n"; ctx() = 1; print "w=", $w, "\n"; (ctx(), ctx()) = (1,2); print "w=$w a=$a\n"; ctx() = (1,2); print "w=$w a=$a\n"; 
t 12; sub nest :lvalue { both() } (nest()) = ('n1', 'n2'); print "$a $b\n"; sub nesta :lvalue { arr() } (nesta()) = (1..4); print "@r\n";
t 13; package P { sub new { bless [] } sub both :lvalue { ($a, $b) } sub e :lvalue { $_[0][$_[1]] } } my $p = P->new; ($p->both) = (3, 4); print "$a $b\n"; ($p->e(0), $p->e(1)) = (5, 6); print "@$p\n"; ($p->e(1), $p->e(0)) = ($p->e(0), $p->e(1)); print "@$p\n"; for ($p->e(3)) { $_ = 'new' } print scalar(@$p), "\n";
t 14; sub cond :lvalue { return $_[0] ? $a : $b } (cond(1), cond(0)) = ('A', 'B'); print "$a $b\n"; (cond(1)) = 'AA'; print "$a\n";
t 15; my $str = join ",", map { \$_ == \$a ? "same" : "copy" } lv1(), both(); print "$str\n"; sub is { \$_[0] == \$a ? "same" : "copy" } print is(lv1()), is((lv1())[0]), is(both()), "\n";
t 16; sub rl { return lv1() } print is(rl()), "\n"; sub rl2 { lv1() } print is(rl2()), "\n"; sub rl3 :lvalue { rl2() } eval { rl3() = 5 }; print "E $@\n"; print is(rl3()), "\n";
t 17; sub rr :lvalue { my $x = 5; $x } print rr(), " ", is(rr()), "\n"; rr() = 5; sub rl4 :lvalue { "const" } eval { rl4() = 1 }; print $@; eval { chg(rl4()) }; print "E $@\n"; sub rl5 :lvalue { $a + 1 } eval { rl5() = 1 }; print $@; sub rl6 :lvalue { undef } eval { rl6() = 1; }; print $@; sub rl7 :lvalue { } eval { (rl7()) = 1; }; print "E $@\n";
sub rl8 :lvalue { @r } eval { rl8() = 1; }; print $@; sub rl9 :lvalue { %h } eval { rl9() = 1; }; print $@;
