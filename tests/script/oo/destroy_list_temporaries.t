# When temporaries of map, grep, conditions and blocks are destroyed.
package D; my $n=0; sub new { my ($c,$v)=@_; bless [$v // ++$n], $c } sub DESTROY { print "D$_[0][0] " } sub v { $_[0][0] }
package main; $|=1;
sub t { my ($n,$c)=@_; print "$n: "; $c->(); print "\n" }
t "map last", sub { my @x = map { D->new("m$_"); 1 } 1..2; print "after " };
t "map expr", sub { my @x = map { D->new("m$_")->v } 1..2; print "after " };
t "map in call", sub { print(join(",", map { D->new("m$_")->v } 1..2), " after ") };
t "map scalar", sub { my $x = map { D->new("m$_")->v } 1..2; print "after " };
t "map void", sub { map { D->new("m$_")->v } 1..2; print "after " };
t "map EXPR", sub { my @x = map D->new("m$_")->v, 1..2; print "after " };
t "map keep", sub { my @x = map { D->new("m$_") } 1..2; print "after " };
t "map ret", sub { my @x = map { my $o = D->new("m$_"); $o } 1..2; print "after " };
t "grep", sub { my @x = grep { D->new("m$_")->v } 1..2; print "after " };
t "grep EXPR", sub { my @x = grep D->new("m$_")->v, 1..2; print "after " };
t "grep multi", sub { my @x = grep { D->new("m$_"); 1 } 1..2; print "after " };
t "grep in print", sub { print((grep { D->new("m$_")->v } 1..2), " after ") };
t "grep scalar", sub { my $x = (grep { D->new("m$_")->v } 1..2) + 1; print "after " };
t "grep if", sub { if (grep { D->new("m$_")->v } 1..2) { print "in " } print "after " };
t "map concat", sub { my $s = "a" . join("", map { D->new("m$_")->v } 1..2) . f(); print "after " };
sub f { print "f "; "" }
t "map then f", sub { my @s = ((map { D->new("m$_")->v } 1..2), f()); print "after " };
t "grep then f", sub { my @s = ((grep { D->new("m$_")->v } 1..2), f()); print "after " };
t "sort", sub { my @x = sort { D->new("s$a$b"); $a <=> $b } 2,1; print "after " };
t "sort expr", sub { my @x = sort { D->new("s$a$b")->v cmp "x" } 2,1; print "after " };
t "foreach", sub { for (D->new("a"), D->new("b")) { print "it " } print "after " };
t "foreach2", sub { for (1,2) { D->new("a$_")->v; print "it " } print "after " };
t "foreach mod", sub { D->new("a$_")->v for 1,2; print "after " };
t "foreach mod2", sub { print D->new("a$_")->v for 1,2; print "after " };
t "foreach map", sub { print "it " for map { D->new("a$_") } 1,2; print "after " };
t "foreach map2", sub { print "it " for map { D->new("a$_")->v } 1,2; print "after " };
t "foreach sub", sub { for my $x (g()) { print "it " } print "after " };
sub g { (D->new("g1"), D->new("g2")) }
t "if mod", sub { print "body " if D->new("i")->v; print "after " };
t "if", sub { if (D->new("i")->v) { print "body " } print "after " };
t "while", sub { my $i=0; while (D->new("w$i")->v && $i++ < 2) { print "body " } print "after " };
t "while mod", sub { my $i=0; print "body " while D->new("w$i")->v && $i++ < 2; print "after " };
t "until", sub { my $i=0; until (D->new("w$i")->v && $i++ >= 2) { print "body " } print "after " };
t "unless", sub { unless (!D->new("i")->v) { print "body " } else { print "else " } print "after " };
t "elsif", sub { if (!D->new("i")->v) { print "body " } elsif (D->new("j")->v) { print "elsif " } print "after " };
t "cond", sub { my $x = D->new("i")->v ? f() : 0; print "after " };
t "and", sub { D->new("i")->v and f(); print "after " };
t "cfor", sub { for (my $i=D->new("c0")->v; D->new("t")->v && $i++ lt "c2"; D->new("s")) { print "body "; last if $k++>1 } print "after " };
t "do", sub { my $x = do { D->new("d")->v; D->new("e")->v } . f(); print "after " };
t "eval", sub { my $x = eval { D->new("d")->v; D->new("e")->v } . f(); print "after " };
t "args", sub { h(D->new("x")->v, D->new("y")); print "after " }; sub h { print "h " }
t "ret", sub { my $x = r(); print "after " }; sub r { return D->new("r")->v }
t "ret2", sub { my $x = r2() . f(); print "after " }; sub r2 { D->new("r")->v }
t "first", sub { require List::Util; my $x = List::Util::first(sub { D->new("l$_")->v }, 1,2); print "after " };

t "nested map", sub { my @x = map { my $y=$_; map { D->new("n$y$_")->v } 1..2 } 1..2; print "after " };
t "map in grep", sub { my @x = grep { my @y = map { D->new("q$_")->v } 1; 1 } 1..2; print "after " };
t "map mid stmts", sub { my @x = map { D->new("a$_")->v; D->new("b$_")->v } 1..2; print "after " };
t "slice", sub { my $x = (D->new("a"), D->new("b"))[0]; print "after " };
t "list assign", sub { my ($x) = (D->new("a"), D->new("b")); print "after " };
t "undef", sub { my $x = D->new("a"); $x = D->new("b"); print "after "; undef $x; print "u " };
t "hash", sub { my %h=(a=>D->new("a")); delete $h{a}; print "after " };
t "hash2", sub { my %h=(a=>D->new("a")); my $x = delete($h{a})->v . f(); print "after " };
t "shift", sub { my @a=(D->new("a")); shift @a; print "after " };
t "splice", sub { my @a=(D->new("a"),1); splice(@a,0,1); print "after " };
t "map nested", sub { my @x = map { (f(), map { D->new("n$_")->v } 1..2) } 1..2; print "after " };
t "map arg", sub { my @x = map { $_ . f() } D->new("a")->v, 2; print "after " };
t "map arg obj", sub { my @x = map { ref($_) . f() } D->new("a"), D->new("b"); print "after " };
t "grep arg obj", sub { my @x = grep { f(); 1 } D->new("a"), D->new("b"); print "after " };
t "grep arg obj0", sub { my @x = grep { f(); 0 } D->new("a"), D->new("b"); print "after " };
t "grep count", sub { my $x = grep { f(); 0 } D->new("a"), D->new("b"); print "after " };
t "first map of map", sub { print for map { D->new("i$_")->v } map { D->new("j$_")->v } 1,2; print " after " };
t "map in cond", sub { print "body " if map { D->new("i$_")->v } 1,2; print " after " };
t "join map ret", sub { my $s = rj(); print "after " }; sub rj { join ",", map { D->new("i$_")->v } 1,2 }
t "map last/next", sub { for my $q (1,2) { my @x = map { D->new("i$_"); next if $_ == 2; $_ } 1,2; print "no " } print "after " };
t "map die", sub { eval { my @x = map { D->new("i$_")->v; die if $_ == 2; $_ } 1,2; }; print "after " };
t "List::Util", sub { require List::Util; my $x = List::Util::sum(map { length D->new("i$_")->v } 1,2) . f(); print "after " };
t "hash map", sub { my %h = map { ($_ => D->new("h$_")->v) } 1,2; print "after " };
t "map obj discard", sub { my $n = () = map { D->new("h$_") } 1,2; print "after " };
t "map obj chain", sub { my @v = map { $_->v } map { D->new("h$_") } 1,2; print "after " };
t "grep obj chain", sub { my @v = map { $_->v } grep { $_->v } map { D->new("h$_") } 1,2; print "after " };
t "for chain", sub { for my $o (map { D->new("h$_") } 1,2) { print $o->v, " " } print "after " };
t "for chain last", sub { for my $o (map { D->new("h$_") } 1,2) { print $o->v, " "; last } print "after " };
t "while shift", sub { my @a=(D->new(1),D->new(2)); while (my $o = shift @a) { print "it " } print "after " };
t "topic", sub { for (D->new("t")) { $_ = D->new("u"); print "in " } print "after " };
t "topic2", sub { my @a=(D->new("t")); for (@a) { $_ = undef; print "in " } print "after " };
t "mod for obj", sub { $_->v for D->new("m"), D->new("n"); print "after " };
