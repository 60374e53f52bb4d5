# Generated accessors, closures as objects, inside-out data, class data.
use strict; use warnings;
package Pt { for my $f (qw(x y)) { no strict 'refs'; *$f = sub { my $s = shift; $s->{$f} = shift if @_; $s->{$f} } } our $count = 0; sub new { my $c = shift; $count++; bless { @_ }, $c } sub count { $count } sub clone { my $s = shift; bless { %$s, @_ }, ref $s } }
package main;
my $p = Pt->new(x => 1, y => 2);
$p->x(10);
print $p->x + $p->y, " ", $p->clone(y => 5)->y, $p->y, Pt->count, Pt::count(), "\n";
package Cnt { sub new { my $n = $_[1]; my %m = (inc => sub { $n += $_[0] // 1 }, val => sub { $n }); bless sub { my $m = shift; $m{$m}->(@_) }, $_[0] } our $AUTOLOAD; sub AUTOLOAD { my $s = shift; (my $n = $AUTOLOAD) =~ s/.*:://; return if $n eq 'DESTROY'; $s->($n, @_) } }
package main;
my $c = Cnt->new(5);
$c->inc;
$c->inc(10);
print $c->val, "\n";
package IO_ { use Scalar::Util 'refaddr'; my %name; sub new { my $s = bless \(my $x), shift; $name{refaddr $s} = shift; $s } sub name { $name{refaddr $_[0]} } sub DESTROY { delete $name{refaddr $_[0]}; print scalar(keys %name), " left\n" } }
package main;
{ my $i = IO_->new("inside"); print $i->name, "\n" }
package Arr { sub new { bless [@_[1 .. $#_]], $_[0] } sub sum { my $t = 0; $t += $_ for @{$_[0]}; $t } }
package Sc { sub new { my $v = $_[1]; bless \$v, $_[0] } sub val { ${$_[0]} } }
package Gl { sub new { bless \do { local *FH }, shift } }
package main;
print Arr->new(1, 2, 3)->sum, Sc->new(7)->val, ref(Gl->new), "\n";
package Sing { my $i; sub inst { $i //= bless {}, shift } }
package main;
print Sing->inst == Sing->inst ? "same\n" : "differ\n";
package Tmpl { sub run { my $s = shift; join "-", $s->a, $s->b } sub a { "a" } sub b { die "abstract" } package Impl; our @ISA = 'Tmpl'; sub b { "impl" } }
print Impl->run, "\n";
eval { Tmpl->run };
print $@ =~ /^abstract at/ ? "abstract\n" : $@;
print Pt->can('x') ? "can" : "no", Pt->can('z') ? "can" : "no", "\n";
{ local $@; my $r = eval { Pt->nope; 1 }; print $r ? 1 : 0, "\n" }
my $class = "Dyn" . "Class";
{ no strict 'refs'; @{"${class}::ISA"} = ('Pt'); *{"${class}::hello"} = sub { "hello from " . ref shift } }
print $class->new->hello, "\n";
