# Containers that destructors fill while they are emptied; $@ as destructors see it.
use strict; use warnings; $|=1;
# DESTROY pushing onto array being assigned
{ package P; our @arr; sub new { bless {} } sub DESTROY { push @arr, "d" } }
@P::arr=(P->new,P->new); @P::arr=(1,2); print "@P::arr\n"; @P::arr=(P->new,3); @P::arr=(); print "@P::arr\n"; @P::arr=(P->new); $#P::arr=-1; print "@P::arr\n"; @P::arr=(P->new); undef @P::arr; print "@P::arr\n"; @P::arr=(P->new,4); splice(@P::arr,0,1); print "@P::arr\n"; @P::arr=(P->new); @P::arr=(P->new,7); print scalar(@P::arr),"\n"; @P::arr=(); 
{ package Q; our %hh; sub new { bless {} } sub DESTROY { $hh{d}++ } } %Q::hh=(a=>Q->new); %Q::hh=(b=>1); print join(",",map {"$_$Q::hh{$_}"} sort keys %Q::hh),"\n"; %Q::hh=(a=>Q->new); %Q::hh=(); print join(",",%Q::hh),"\n"; %Q::hh=(a=>Q->new); delete $Q::hh{a}; print join(",",%Q::hh),"\n"; %Q::hh=(a=>Q->new); undef %Q::hh; print join(",",%Q::hh),"\n";
# $@ in DESTROY
{ package E; sub new { bless {} } sub DESTROY { print "[\$\@=",($@//'u')=~s/\n//r,"]"; eval { 1 }; } }
eval { my $e=E->new; die "oops\n" }; print "after: $@"; eval q{ my $e=E->new; die "oops2\n" }; print "after: $@"; $@="pre"; eval { my $e=E->new; 1 }; print "ok:<$@>\n"; $@="pre"; eval q{ my $e=E->new; 1 }; print "ok:<$@>\n"; $@="pre"; { my $e=E->new } print "<$@>\n";
{ package E2; sub new { bless {} } sub DESTROY { eval { die "inner\n" }; } } eval { my $e=E2->new; die "outer\n" }; print "after: $@"; eval q{ my $e=E2->new; die "outer\n" }; print "after: $@"; eval { my $e=E2->new; 1 }; print "<$@>\n";
{ package E3; sub new { bless {} } sub DESTROY { die "in destroy\n" } } eval { my $e=E3->new; 1 } and print "ok <$@>\n"; eval { my $e=E3->new; die "out\n" }; print "<$@>\n"; { my $e=E3->new } print "k\n";
{ package L; sub new { bless {} } sub DESTROY { local $_="dd"; local $@="z"; local $!=5; local $?=3; } } $_="keep"; $!=2; $?=7; { my $l=L->new } print "$_ ",$!+0," $?\n"; for (1..2) { my $l=L->new; } print "$_\n"; 
{ package N; sub new { bless {} } sub DESTROY { $_="changed"; $!=9; $?=1; } } $_="keep"; $!=2; $?=7; { my $l=N->new } print "$_ ",$!+0," $?\n";
