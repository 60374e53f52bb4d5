# Temporaries that a sub hands up; local values and variables end in reverse order; no loop piles temporaries up.
package G; sub new { my ($c,$name)=@_; bless {n=>$name}, $c } sub ok {1} sub no {0} sub name { $_[0]{n} } sub list {(1,2)} sub self {$_[0]}
sub DESTROY { print "  D($_[0]{n})\n" }
package main; our $gl = 'outer';
sub g { G->new(@_) } sub t { print "$_[0]:\n" }
sub chk { g($_[0])->ok }
t "c3"; sub c3 { my $l = g('l'); chk('a') } c3() && print("  x\n"); print "  after\n";
t "c3list"; my @r = (c3(), print("  x\n")); print "  after\n";
t "c3void"; c3(), print("  x\n"); print "  after\n";
t "c4"; sub c4 { my $l = g('l'); my $v = chk('a'); print "  z\n"; $v } c4() && print("  x\n"); print "  after\n";
t "c5"; sub c5 { my $l = g('l'); return g('t')->name, chk('a') } print "  ", c5(), "\n"; print "  after\n";
t "sub local my 2"; sub slm2 { local $gl = g('l'); my $m = g('m'); print "  in\n"; 1 } slm2(); print "  after\n";
t "local seen by guard"; package W { sub new { bless [] } sub DESTROY { print "  sees $main::gl\n" } }
{ local $gl = 'inner'; my $w = W->new; } { my $w = W->new; local $gl = 'inner'; 1; }
sub lw { local $gl = 'inner'; my $w = W->new; 1 } lw(); sub lw2 { my $w = W->new; local $gl = 'inner'; 1 } lw2();
eval { local $gl = 'inner'; my $w = W->new; die 1 };
for (1) { local $gl = 'inner'; my $w = W->new; 1; next } 
for (1) { local $gl = 'inner'; my $w = W->new; 1; } 
for (1) { my $w = W->new; local $gl = 'inner';  1; last } 
sub lw3 { local $gl = 'inner'; my $w = W->new; return 5 } lw3();
sub lw4 { local $gl = 'inner'; my $w = W->new; die "x" } eval { lw4() };
sub lw5 { my $v = W->new; local $gl = 'inner'; my $w = W->new; local $gl = 'inner2'; my $u = W->new; return } lw5();
t "many temps in loop";
my $cnt = 0; package C { my $live = 0; our $max = 0; sub new { $live++; $max = $live if $live > $max; bless [] } sub ok { 1 } sub no {0} sub DESTROY { $live-- } }
sub cc { C->new->ok } sub cn { C->new->no }
$C::max = 0; for (1..50) { if (cc()) { next } } print "  if next $C::max\n";
$C::max = 0; for (1..50) { cc() && next; print "x" } print "  && next $C::max\n";
$C::max = 0; for (1..50) { next if cc(); } print "  next if $C::max\n";
$C::max = 0; my $n = 0; while (cc()) { last if $n++ > 50 } print "  while $C::max\n";
$C::max = 0; $n = 0; while (cc() && C->new->ok) { next if $n++ < 50; last } print "  while2 $C::max\n";
$C::max = 0; $n = 0; until (cn() || $n++ > 50) { } print "  until $C::max\n";
$C::max = 0; $n = 0; 1 while cc() && $n++ < 50;  print "  mod while $C::max\n";
$C::max = 0; $n = 0; do { $n++ } while (cc() && $n < 50);  print "  dowhile $C::max\n";
$C::max = 0; my @m = map { cc() } 1..50; print "  map $C::max\n";
$C::max = 0; @m = map cc(), 1..50; print "  map, $C::max\n";
$C::max = 0; @m = map { +(a => cc()) } 1..50; print "  map hash $C::max\n";
$C::max = 0; @m = grep { cc() } 1..50; print "  grep $C::max\n";
$C::max = 0; @m = grep { !C->new->ok } 1..50; print "  grep! $C::max\n";
$C::max = 0; @m = sort { cc(); $a <=> $b } 1..50; print "  sort $C::max\n";
$C::max = 0; $n = 0; L: cc() && $n++ < 50 && goto L; print "  goto $C::max\n";
$C::max = 0; for (1..50) { eval { cc() && die } } print "  eval die $C::max\n";
$C::max = 0; for (1..50) { my $x = eval "cc()" } print "  str eval $C::max\n";
$C::max = 0; for (1..50) { my $x = do { cc(); cc() } } print "  do $C::max\n";
$C::max = 0; OUT: for my $i (1..10) { for (1..5) { if (cc()) { next OUT } } } print "  next OUT $C::max\n";
$C::max = 0; sub dl { no warnings; cc() && next } for (1..50) { dl() } print "  dyn next $C::max\n";
$C::max = 0; sub rr { my $n = shift; return $n ? cc() && rr($n-1) : 1 } rr(30); print "  rec\n";
$C::max = 0; for (1..50) { if (cc()) { } elsif (1) { } } print "  empty if $C::max\n";
$C::max = 0; for (1..50) { if (!cc()) { } elsif (cc()) { } } print "  elsif $C::max\n";
$C::max = 0; for (1..50) { unless (cc()) { 1 } else { next if cc(); } } print "  unless $C::max\n";
$C::max = 0; for (1..50) { { last if cc(); } } print "  bare last $C::max\n";
$C::max = 0; $n = 0; { redo if cc() && $n++ < 50; } print "  redo $C::max\n";
use List::Util qw(first reduce);
$C::max = 0; first { !cc() } 1..50; print "  first $C::max\n";
use overload (); package O { use overload '+' => sub { main::cc() }, '""' => sub { main::cc(); "s" }, 'bool' => sub { main::cc() }; }
my $o = bless [], 'O'; $C::max = 0; for (1..50) { my $x = "$o"; $x = $o + 1; if ($o) { next } } print "  overload $C::max\n";
$C::max = 0; my %h; for (1..50) { $h{cc()} = cc(); push @{$h{x}}, C->new->ok; } print "  elems $C::max\n";
$C::max = 0; $SIG{USR1} = sub { cc() }; for (1..20) { kill USR1 => $$; } print "  handler $C::max\n";
$C::max = 0; for (1..50) { return_test() } sub return_test { for my $i (1..3) { if (cc()) { return $i } } } print "  return $C::max\n";
$C::max = 0; for (1..50) { my @x = (C->new, C->new); my ($y) = map { $_->ok } @x; } print "  arr $C::max\n";
$C::max = 0; $n = 0; while (my $x = cc()) { last if $n++ > 50 } print "  while my $C::max\n";
$C::max = 0; for (1..50) { print "" if cc() or cc() } print "  mod $C::max\n";
$C::max = 0; for (1..50) { cc() ? cc() : 0; cc() || 1; } print "  tern $C::max\n";
