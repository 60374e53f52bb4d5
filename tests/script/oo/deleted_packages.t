# Symbol tables that lose entries: compiled calls find their subs, methods and names do not.
no warnings; $|=1;
sub B2::hi{"b2"} delete $main::{"B2::"}; my $c="B2"; print eval{$c->hi}//$@; print eval{B2->hi}//$@; print eval{B2::hi()}//$@, "\n"; print eval{&{"B2::hi"}()}//$@, "\n";
sub P::a{"a"} sub P::b{"b"} our $x; $P::v=5; @P::ISA=('Q'); sub Q::q{"q"}
sub R::a{"ra"} sub R::b{"rb"} %R:: = (); print eval{R->a}//$@; print eval{R::a()}//$@,"\n"; print "$o" =~ /^P=/ ? "P":"$o", "\n";
sub S::a{"sa"} sub S::b{"sb"} delete $S::{a}; print eval{S->a}//$@; print eval{S->b}//$@,"\n"; print eval{S::a()}//$@,"\n"; print exists &S::a ? 1:0, defined &{"S::a"} ? 1:0, "\n";
eval 'sub S::a{"new"}'; print eval{S->a}//$@, eval{S::a()}//$@, eval 'S::a()', "\n";
sub T::a{"ta"} my $g=delete $T::{a}; print ref(\$g), " $g ", &$g, " ", *$g{CODE}->(), "\n"; print eval{T->a}//$@;
my $d = bless [], 'D'; delete $main::{"D::"}; print ref($d), " ", eval { $d->x } // $@; print "$d"=~/ARRAY/ ? 1:0, "\n"; 
{ package E1; sub new { bless {}, shift } sub DESTROY { print "E1d " } } my $e=E1->new; delete $main::{"E1::"}; undef $e; print "|\n";
{ package E2; sub new { bless {}, shift } sub DESTROY { print "E2d " } } $e=E2->new; undef %E2::; undef $e; print "|\n";
{ package E3; sub new { bless {}, shift } sub DESTROY { print "E3d " } } $e=E3->new; %E3::=(); undef $e; print "|\n";
$H::x=1; delete $H::{x}; print defined $H::x?1:0, defined ${"H::x"}?1:0, "\n"; $H::x=3; print ${"H::x"}//'u', "\n";
$main::{foo}=*bar; $bar="B"; print ${"foo"}, "\n"; print join(",", sort keys %H::), "\n";
%U::=(); sub U::x {7} print U::x(), "\n";
sub X::m {"xm"} undef &X::m; print eval{X->m}//$@; print eval{X::m()}//$@;
