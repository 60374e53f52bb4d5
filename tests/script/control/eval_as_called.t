# What an eval that a sub returns gives and calls; truth values are copied where perl copies them.
sub c { my @a=@_; wantarray ? "L@a" : defined wantarray ? "S@a" : print("V@a\n") }
sub f1 { my ($n)=@_; eval { my $x = $n+1; c(my $y = $x, map { my $z = $_; $z*2 } 1..2) } } f1(1); print scalar(f1(2)), f1(3), "\n";
sub f2 { my $n=shift; eval { $n ? c(sub { my $q=$n; $q }->()) : die "no\n" } or do { "or:$@" } } f2(1); print scalar(f2(0)), f2(0), f2(4), "\n";
sub f3 { eval { for my $i (1..3) { return c($i) if $i==2 } } } f3; print scalar(f3), f3, "\n";
sub f4 { my $r = shift; return eval { local $_ = 5; c($_, $r->{a}{b}) } // "undef" } f4({}); print scalar f4({a=>{b=>1}}), f4({}), "\n";
sub f5 { eval { eval { die "in\n" }; c("after $@") } } f5; print scalar(f5), f5;
sub f6 { return eval { die { code => 5 } } || c($@->{code}) } f6; print scalar f6, f6, "\n";
sub f7 { return @_ && $_[0] eq 'x' && (1,2,3) } my @l = f7('x'); my @m = f7('y'); my @n = f7(); print "@l|@m|@n|", scalar(@m), "\n";
sub f8 { return $_[0] || () } my @e = f8(0); print scalar(@e), "\n"; sub f9 { return $_[0] // return } @e = f9(undef); print scalar(@e), "\n";
sub f10 { my $s = sub { eval { c("closure") } }; $s->() } f10; print scalar f10, "\n";
sub f11 { eval { my @x = (1,2,3); @x } } my $cnt = f11; my @cnt = f11; print "$cnt @cnt\n"; sub f12 { eval { my %h=(a=>1); %h } } my %h = f12; print %h, "\n"; sub f13 { eval { (4,5,6) } } my $la = f13; print "$la\n"; sub f14 { eval { return } } my @r = f14; print scalar(@r), defined(scalar f14) ? 1 : 0, "\n";
sub f15 :lvalue { my $x } sub f16 { eval { $_[0] } } my $v = 1; f16($v) ; for (f16($v)) { eval { $_ = 9 }; } print "$v\n";
for my $x (1==1, "a" eq "b") { print defined $x ? "[$x]" : "u" } print "\n"; my @w = map { !!$_ } 0,1; $_ .= "x" for @w; print "@w\n"; sub mod { $_[0] .= "z" } my $t = (1==1); mod($t); print "$t\n"; my %o = (a => 1==1, b => !1); $o{a} .= "q"; print "$o{a}$o{b}\n"; push @w, 1==1; $w[-1] .= "k"; print "$w[-1]\n"; my ($p, $q) = (1==1, !1); $p .= 1; $q .= 2; print "$p$q\n"; my $h2 = { list => [ map { $_ == 1 } 1,2 ] }; $_ .= "v" for @{$h2->{list}}; print "@{$h2->{list}}\n"; my @g = (defined $p, ref $p, exists $o{a}); $_ .= "m" for @g; print "@g\n"; my ($aa) = sub { @_ }->(1==1); $aa .= 5; print "$aa\n"; my @s = sort { $a <=> $b } (1==1, 0+!1); $_ += 1 for @s; print "@s\n"; local $_ = (1==1); $_ .= "t"; print "$_\n"; my $rr = \ (my $cc = !!1); $$rr .= "u"; print "$cc\n"; my @spl = (splice(@{[1==1]},0,1)); $spl[0] .= 1; print "@spl\n"; sub ret { return ($_[0] == 1, !$_[0]) } my @rt = map { $_ . "" } ret(1); $_ .= "!" for ret(1); print "@rt\n"; for my $z (ret(2)) { $z .= "y"; print $z } print "\n";
