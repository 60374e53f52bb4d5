# wantarray and the context of last statements in eval, try, defer, sort, map and grep.
use feature qw(try defer); no warnings;
sub show { my ($n,$w)=@_; print "$n: ", defined $w ? ($w ? "list" : "scalar") : "void", "\n" }
sub c { my $w = wantarray; print "in c: ", defined $w ? ($w ? "list" : "scalar") : "void", "\n"; 1 }
sub t1 { try { show("try",wantarray) } catch ($e) { } 1 } my ($s,@l); t1; $s=t1; @l=t1;
sub t2 { try { show("trytail",wantarray); c() } catch ($e) { } } t2; $s=t2; @l=t2;
sub t3 { try { die 1 } catch ($e) { show("catch",wantarray); c() } } t3; $s=t3; @l=t3;
sub t4 { defer { show("defer", wantarray) } 1 } t4; $s=t4; @l=t4;
sub t5 { 1 and c() } t5; $s=t5; @l=t5;
sub t6 { 1 and eval { show("aev", wantarray); c() } } t6; $s=t6; @l=t6;
sub t7 { eval { c() } } t7; $s=t7; @l=t7;
sub t8 { return (eval { c() }) } t8; $s=t8; @l=t8;
sub t9 { eval { if (1) { c() } else {2} } } t9; $s=t9; @l=t9;
sub t10 { eval { do { c() } } } t10; $s=t10; @l=t10;
sub t11 { my @x = sort { eval { show "esort",wantarray; return 1 }; $a <=> $b } 3,2; eval { @x = sort { show "sorte",wantarray; $a<=>$b } 2,1;  }; print "@x\n" } t11; $s=t11; @l=t11;
sub t12 { eval { $_[0] ? c() : show("tern", wantarray) } } t12; $s=t12; @l=t12; t12 1; $s=t12 1; @l=t12 1;
sub t13 { eval "c()" } t13; $s=t13; @l=t13;
sub t14 { return eval "c()" } t14; $s=t14; @l=t14;
sub t15 { my @r = map { eval { show("mapev", wantarray); 1 } } 1; grep { eval { show("grepev", wantarray); 1 } } 1; } t15; $s=t15; @l=t15;
sub t16 { eval { return c() } } t16; $s=t16; @l=t16;
sub t17 { eval { return c() }; 1 } t17; $s=t17; @l=t17;
sub t18 { my $z = eval { return c() }; my @z = eval { return c() }; 1 } t18; $s=t18; @l=t18;
sub t19 { for (1,2) { eval { c() } } } t19; $s=t19; @l=t19;
sub t20 { eval { c() } for 1 } t20; $s=t20; @l=t20;
sub t21 { eval { c() } if 1 } t21; $s=t21; @l=t21;
sub t22 { eval { c() } || 0 } t22; $s=t22; @l=t22;
sub t23 { 1, eval { c() } } t23; $s=t23; @l=t23;
sub t24 { eval { eval { eval { c() } } } } t24; $s=t24; @l=t24;
sub t25 { do { eval { c() } } } t25; $s=t25; @l=t25;
sub t26 { do { 1; c() } } t26; $s=t26; @l=t26;
sub t28 { my %h=(a=>eval { c() }); my $r=[eval { c() }]; $h{eval {c(); "a"}}; "$s @{[eval { c() }]}"; } t28; $s=t28; @l=t28;
sub t29 { return unless eval { c() }; return if !eval { c(); 1 }; while (eval {c(); 0 }) {} ; } t29; $s=t29; @l=t29;
sub t30 { eval { show "e30", wantarray; 1 } or do { 2 } } t30; $s=t30; @l=t30;
sub t31 { local $@; my $ok = eval { show "e31", wantarray; 1 }; $ok ? eval { show "e31b", wantarray; 1 } : 0 } t31; $s=t31; @l=t31;

sub f1 { eval { show("f1void", wantarray) }; my $x = eval { show("f1sc", wantarray); 1 }; my @x = eval { show("f1li", wantarray); 1 }; eval { show("f1tail", wantarray); } }
f1(); $s = f1(); @l = f1();
sub f2 { eval 'show("f2void", wantarray)'; my $x = eval 'show("f2sc", wantarray); 1'; my @x = eval 'show("f2li", wantarray); 1'; eval 'show("f2tail", wantarray)' }
f2(); $s = f2(); @l = f2();
sub f3 { return eval { show("f3ret", wantarray); c() } }
f3(); print "f3 ", scalar(f3()), "\n"; print "f3 ", f3(), "\n";
sub f4 { eval { eval { show("f4in", wantarray) }; my @x = eval { show("f4inl", wantarray); c() }; print "@x\n"; show("f4out", wantarray); return c() } }
f4(); print scalar(f4()),"\n"; print f4(),"\n";
sub f5 { my @a = sort { show("sortb", wantarray); $a <=> $b } 2,1; my @m = map { show("map", wantarray); 1 } 1; my @g = grep { show("grep", wantarray); 1 } 1; }
f5(); $s=f5(); @l = f5();
sub f6 { if (eval { show("f6if", wantarray); 1 }) { print "ok\n" } for (eval { show("f6for", wantarray); 1 }) {} print "s" . eval { show("f6cat", wantarray); 1 } . "\n"; foo(eval { show("f6arg", wantarray); 1}); my ($z) = eval { show("f6my", wantarray);1}; }
sub foo {}
f6(); @l=f6();
show("main", wantarray);
eval { show("mainev", wantarray) };
my $q = eval { show("mainevs", wantarray);1 };
my @q = eval { show("mainevl", wantarray);1 };
eval 'show("mainev", wantarray)';
$q = eval 'show("mainevs", wantarray);1 ';
@q = eval 'show("mainevl", wantarray);1 ';
sub f7 { do { show("do", wantarray) }; my @x = do { show("dol", wantarray) }; }
f7(); $s=f7(); @l=f7();
my @r = sort { show("srt", wantarray); 0 } 1,2;
sub cmpf { show("cmpf", wantarray); 0 } @r = sort cmpf 1,2; my $cf = sub { show("cf", wantarray); 0 }; @r = sort $cf 1,2;
"a" =~ /a(?{ show("re", wantarray) })/; my $t = "a"; $t =~ s/a/show("se", wantarray);1/e; 
sub f10 { my $t = "a"; $t =~ s/a/show("se", wantarray);1/e; $t =~ /1(?{ show("re", wantarray) })/; my $u="a"; $u =~ s/a/'show("see", wantarray);1'/ee;} f10; @q=f10; $q=f10;
sub f11 { for (1) { eval { show("loop", wantarray); c() } } } f11; $q=f11; @q=f11;
sub f12 { if (1) { eval { show("iftail", wantarray); c() } } } f12; $q=f12; @q=f12;
sub f13 { eval { return (1,2,3) } } my @z=f13; $q=f13; print "@z $q\n"; 
sub f14 { my $n = eval { return (4,5,6) }; my @n = eval { return (4,5,6) }; print "$n @n\n"; my $k = eval { my @k=(7,8,9); @k }; print "$k\n"; } f14;
sub f15 { unless (eval { show("un",wantarray); 0}) { 1 } eval { show("or",wantarray); 0} or eval { show("or2",wantarray); 0 } } f15; $q=f15; @q=f15;
sub f16 { eval { show("w", (caller(0))[5]); show("w1", (caller(1))[5]) }; my @x = eval { show("w", (caller(0))[5]); 1 }; my $x = eval { show("w", (caller(0))[5]); 1 };} f16; @q=f16;
