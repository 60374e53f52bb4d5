# Frames that save variables, hold evals, are left by last/next/die/goto; bless and its class cache.
use strict; use warnings; no warnings 'exiting';
our ($x, @y, %z) = (1); @y = (1, 2, 3); %z = (a => 1, b => 2);
sub show { join ",", $x, "@y", map { "$_$z{$_}" } sort keys %z }
sub deep { local $x = shift; local $y[1] = "l"; local $z{a} = 9; local $z{new} = 5; return show() }
print deep(7), "|", show(), "\n";
sub dies { local $x = "in"; local @y = (9); local %z; die "d\n" } eval { dies() }; print show(), " $@";
sub nested { my $n = shift; local $x = $x + 1; return $n ? nested($n - 1) : $x } print nested(5), " $x\n";
sub evals { my $r = eval { return "inner" } . "-outer"; eval { eval { die "a\n" }; print "c:$@"; die "b\n" }; print "c:$@"; return $r } print evals(), "\n";
sub early { for my $i (1 .. 3) { eval { return $i } if 0; local $x = $i; return "e$i$x" if $i == 2 } } print early(), " $x\n";
sub leave { local $x = "gone"; no warnings; last } for (1 .. 3) { leave() if $_ == 2; print "loop $_\n" } print "$x\n";
sub leave_eval { eval { local $x = 5; no warnings; next }; print "not reached\n" } for (1 .. 2) { leave_eval() } print "after $x\n";
sub tail { local $x = "t"; goto &show } print tail(), "|", show(), "\n";
sub shared { &show2 } sub show2 { push @_, 4; scalar @_ } sub both { shared(@_) . &shared } print both(1, 2), "\n";
sub argl { local @_ = (7, 8); return "@_" } print argl(1), "\n";
package D { sub new { bless { n => $_[1] }, $_[0] } sub DESTROY { print "D$_[0]{n}($main::x) " } }
eval { die "plain\n" }; my $keep = $@; eval { die "other\n" }; print "$keep$@";
eval { my $s = "text\n"; eval { die $s }; $@ .= "more"; print "$s|$@|\n" };
package A { sub new { my ($c, %a) = @_; my $s = { %a, id => 1 }; return bless $s, $c } sub id { $_[0]{id} } } package B { our @ISA = 'A'; }
package main;
print join(",", map { ref $_->new(k => 1) } qw(A B A), "A", "B"), "\n";
sub mkb { my ($r, $c) = @_; bless $r, $c } print ref mkb({}, "A"), ref mkb([], "B"), ref mkb(\my $sc, "A"), ref mkb(sub { }, "A::New"), " ";
print ref mkb(mkb([], "A"), "B"), " ", eval { mkb(3, "A"); 1 } ? "" : $@ =~ /(Can't bless non-reference value)/, " ", eval { mkb({}, []); 1 } ? "" : $@ =~ /(bless into a reference)/, "\n";
{ no warnings; print ref(bless [], ""), "\n" } print ref(bless {}), " ", join(",", map { ref } (bless([], 'L'), bless [], 'M')), "\n";
{ my $obj = A->new; my @m = map { $obj->$_ } qw(id id); my $m = $obj->can('id'); print "@m ", $obj->$m, "\n"; no warnings 'redefine'; eval 'sub A::id { 2 }'; print $obj->id, B->new->id, "\n"; @B::ISA = (); print eval { B->new; 1 } ? "" : $@ =~ /(Can't locate object method "new" via package "B")/, "\n"; }
my %h1 = (p => 1, q => 2); my %h2 = (q => 3, r => 0, p => 4); for my $h (\%h1, \%h2, { q => 5 }, {}) { no warnings; print "$h->{p}/$h->{q}/", exists $h->{r} ? 1 : 0, " "; delete $h->{p}; $h->{q}++; } print "$h1{q} ", join(",", %h2{q}), "\n";
my @w; sub w { push @w, wantarray ? "l" : defined wantarray ? "s" : "v"; return (1, 2) } w(); my $s1 = w(); my ($l1) = w(); sub w2 { w() } w2(); $s1 = w2(); ($l1) = w2(); sub w3 { return w() if $_[0]; w() } $s1 = w3(1); ($l1) = w3(0); print "@w\n";
