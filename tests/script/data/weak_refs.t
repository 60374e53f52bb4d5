# weaken, isweak, unweaken, circular structures and destruction.
use strict; use warnings; use Scalar::Util qw(weaken isweak unweaken);
package Obj { sub new { bless { n => $_[1] }, $_[0] } sub DESTROY { print "destroy $_[0]{n}\n" } }
package main;
{ my $o = Obj->new("a"); my $w = $o; weaken $w; print isweak($w) ? "weak" : "strong", isweak($o) ? "weak" : "strong", $w->{n}, "\n"; undef $o; print defined $w ? "alive" : "dead", "\n"; } { my $p = Obj->new("parent"); my $c = Obj->new("child"); $p->{c} = $c; $c->{p} = $p; weaken $c->{p}; print "leaving\n"; }
print "left\n";
{ my $x = Obj->new("copy"); my $w = $x; weaken $w; my $strong = $w; print isweak($strong) ? "weak" : "strong", "\n"; undef $x; print defined $w ? "alive\n" : "dead\n"; }
my @l = (Obj->new("l1"), Obj->new("l2"));
my @w = @l;
weaken $_ for @w;
shift @l;
print defined $w[0] ? "alive" : "dead", defined $w[1] ? "alive" : "dead", "\n";
my $t = Obj->new("un");
my $u = $t;
weaken $u;
unweaken $u;
undef $t;
print defined $u ? "alive\n" : "dead\n";
undef $u;
my $tmp;
weaken($tmp = Obj->new("temp"));
print defined $tmp ? "alive\n" : "dead\n";
my %h = (k => $l[0]);
weaken $h{k};
@l = ();
print exists $h{k} ? "exists" : "gone", defined $h{k} ? "d" : "u", "\n";
my $self;
$self = { f => sub { $self->{v} }, v => 7 };
my $cp = $self;
weaken $self;
print $cp->{f}->(), "\n";
eval { weaken(my $n = 5); 1 } or print $@;
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; my $r = []; my $w = $r; weaken $w; weaken $w; }
print "end\n";
