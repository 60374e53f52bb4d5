# What an lvalue sub or method returns is the thing itself: as an argument, in foreach, under \, through other lvalue subs.
use strict; use warnings;
sub t { print "-- $_[0]\n" }
my $v = 1; my @a = (1,2,3); my %h = (a=>1);
sub lv :lvalue { $v } sub lel :lvalue { $a[$_[0]] } sub lh :lvalue { $h{$_[0]} } sub la :lvalue { @a }
package O; sub new { bless {x=>1}, shift } sub x :lvalue { $_[0]{x} } sub y :lvalue { $_[0]->x } sub z :lvalue { my $s = shift; $s->y } sub el :lvalue { $_[0]{list}[$_[1]] }
package main;
sub inc { $_[0]++ for @_; $_++ for @_; $_[0] }
my $o = O->new;
t "arg"; inc(lv()); print "$v\n"; inc(lel(0)); print "@a\n"; inc(lh('a')); print "$h{a}\n";
t "method arg"; inc($o->x); print $o->{x}, "\n"; inc($o->y); print $o->{x}, "\n";
t "method arg paren"; inc(($o->x)); print $o->{x}, "\n";
t "foreach"; $_ += 10 for lv(); print "$v\n"; $_ += 10 for $o->x; print $o->{x}, "\n"; for my $q ($o->y) { $q += 5 } print $o->{x}, "\n"; for ($o->x, lv()) { $_ .= "!" } print "$o->{x} $v\n";
$v = 1; $o->{x} = 1;
t "ref"; my $r = \lv(); $$r = 50; print "$v\n"; $r = \$o->x; $$r = 60; print "$o->{x}\n"; $r = \($o->y); $$r = 61; print "$o->{x}\n"; $r = \ $o->z; $$r = 62; print "$o->{x}\n";
t "nested"; $o->y = 7; print "$o->{x}\n"; $o->z = 8; print "$o->{x}\n";
sub outer :lvalue { inner() } sub inner :lvalue { $v } outer() = 99; print "$v\n";
sub outer2 :lvalue { inner2($_[0]) } sub inner2 :lvalue { $a[$_[0]] } outer2(1) = 98; print "@a\n";
sub outer3 :lvalue { &inner3 } sub inner3 :lvalue { $a[$_[0]] } outer3(2) = 97; print "@a\n";
sub outer4 :lvalue { my $c = \&inner3; $c->($_[0]) } outer4(0) = 96; print "@a\n";
my $cl = sub :lvalue { $v }; $cl->() = 5; print "$v\n"; &$cl() = 6; print "$v\n"; 
t "op assign"; lv() += 3; print "$v\n"; lv() .= "x"; print "$v\n"; $v = 1; lv()++; ++lv(); print "$v\n"; $o->x += 5; $o->x++; print $o->x, "\n"; $o->y *= 2; print $o->x, "\n"; lv() ||= 4; lv() &&= 44; print "$v\n";
t "list assign"; (lv()) = (3, 4); print "$v\n"; (lv(), lel(0)) = (5, 6); print "$v @a\n"; (lel(0), lel(1)) = (lel(1), lel(0)); print "@a\n"; my ($p, $q2); ($p, lv(), $q2) = (1,2,3); print "$p $v $q2\n";
(la()) = (7, 8); print "@a\n"; @a = (1,2,3);
sub lsl :lvalue { @a[0,1] } (lsl()) = (20, 21); print "@a\n"; sub lhs :lvalue { @h{qw(p q)} } (lhs()) = (1,2); print join(",", map {"$_$h{$_}"} sort keys %h), "\n";
sub lcst :lvalue { 5 } eval { lcst() = 5; print "ok\n" }; print $@;
sub lret :lvalue { return $v } lret() = 12; print "$v\n"; sub lif :lvalue { if ($_[0]) { $v } else { $a[0] } } lif(1) = 1; lif(0) = 2; print "$v $a[0]\n";
sub ltern :lvalue { $_[0] ? $v : $a[0] } ltern(1) = 3; ltern(0) = 4; print "$v $a[0]\n";
sub ltern2 :lvalue { $_[0] ? lv() : lel(1) } ltern2(1) = 33; ltern2(0) = 44; print "$v $a[1]\n";
sub lsub :lvalue { substr($v, 0, 1) } $v = "hello"; lsub() = "J"; print "$v\n"; sub lvec :lvalue { vec($v, 0, 8) } lvec() = 65; print "$v\n";
sub llist :lvalue { ($v, $a[0]) } (llist()) = (1, 2); print "$v $a[0]\n"; llist() = 9; print "$v $a[0]\n";
t "wantarray"; sub lw :lvalue { print defined wantarray ? wantarray ? "list\n" : "scalar\n" : "void\n"; $v } lw(); my $s = lw(); my @l = lw(); lw() = 5; (lw()) = 5; for (lw()) {} inc(lw()); my $rr = \lw(); $rr = \(lw()); lw()++; lw() += 2; (lw(), my $t) = (1,2); local $_ = lw(); print "" . lw(), "\n"; return_it(); sub return_it { lw() } my $w = return_it(); sub lw2 :lvalue { lw() } lw2() = 4; (lw2()) = 4; lw2();
t "non lvalue"; sub nl { $v } eval q{nl() = 5; 1} or print $@; eval q{ (nl()) = 5; 1 } or print $@; eval q{ my $c = \&nl; $c->() = 5; 1 } or print $@; eval q{ O->can('new')->() = 4; 1 } or print $@; eval q{ $o->nlm = 4; 1 } or print $@; sub O::nlm { 5 } eval { $o->nlm = 4; 1 } or print $@;
t "chop"; $v = "abc"; chop(lv()); print "$v\n"; chomp(lv()); lv() =~ s/a/b/; print "$v\n"; (lv() = "q") =~ tr/q/r/; print "$v\n"; $o->x =~ s/^/z/; print $o->x, "\n"; 
t "swap"; (lv(), $o->x) = ($o->x, lv()); print "$v $o->{x}\n";
t "undef"; undef lv() if 0; lv() = undef; print defined $v ? "d" : "u", "\n"; 
t "autoviv"; my $u = O->new; delete $u->{list}; $u->el(2) = 5; print scalar(@{$u->{list}}), "\n"; my $d = $u->el(7); print scalar(@{$u->{list}}), "\n"; inc($u->el(4)); print scalar(@{$u->{list}}), "\n";
t "deref"; sub ldr :lvalue { ${$_[0]} } ldr(\$v) = 77; print "$v\n";
t "recursion"; sub lrec :lvalue { $_[0] ? lrec($_[0]-1) : $v } lrec(3) = 'deep'; print "$v\n";
t "goto"; sub lgo :lvalue { goto &lv } lgo() = 'went'; print "$v\n";
t "AUTOLOAD"; package Auto; our $AUTOLOAD; our %d; sub new { bless {}, shift } sub AUTOLOAD :lvalue { my $n = $AUTOLOAD; $n =~ s/.*:://; $d{$n} } sub DESTROY {} package main; my $au = Auto->new; $au->foo = 5; $au->bar = 6; print join(",", map "$_=$Auto::d{$_}", sort keys %Auto::d), "\n";
t "can"; $o->can('x')->($o) = 'c'; print $o->x, "\n"; my $m = 'x'; $o->$m = 'dyn'; print $o->x, "\n"; my $cm = sub :lvalue { $_[0]{y} }; $o->$cm = 'cm'; print $o->{y}, "\n";
t "chain"; $o->{k} = O->new; sub O::k :lvalue { $_[0]{k} } $o->k->x = 'kx'; print $o->{k}{x}, "\n"; $o->k->{zz} = 1; print join(",", sort keys %{$o->k}), "\n";
