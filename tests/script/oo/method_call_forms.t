# Dynamic method names, class in a variable, indirect, ->can, ->SUPER, fully qualified.
use strict; use warnings;
package P { sub new { bless { v => $_[1] // 0 }, $_[0] } sub get { $_[0]{v} } sub add { my $s = shift; $s->{v} += $_ for @_; $s } sub args { shift; "args(@_)" } sub cls { ref($_[0]) || "class $_[0]" } sub nested { { m => $_[0] } } }
package main;
my $o = P->new(5);
my $m = "get";
print $o->$m, $o->$m(), $o->${\ "get"}, "\n";
my $c = "P";
print $c->new(3)->get, "P"->new(4)->get, P::->new(6)->get, "\n";
print $o->add(1)->add(2, 3)->get, "\n";
my $code = sub { "code(@_[1..$#_])" };
print $o->$code(1, 2), "\n";
my $can = $o->can('args');
print $o->$can("x"), "\n";
print P->cls, " ", $o->cls, "\n";
{ my $i = new P(9); print $i->get, "\n"; my $j = new P; print $j->get, "\n"; }
print P->can('get')->($o), "\n";
my %h = (o => $o);
my @a = ($o);
print $h{o}->get, $a[0]->get, $o->nested->{m}->get, "\n";
print "interp @{[$o->get]} ${\ $o->get} $o->{v}\n";
my $full = "P::get";
print $o->$full, "\n";
print $o->P::get, "\n";
eval { $o->nope };
print $@;
eval { P->nope2 };
print $@;
eval { my $u; $u->x };
print $@;
eval { "NoClass"->x };
print $@;
eval { ""->x };
print $@;
eval { my $n = "no_m"; $o->$n };
print $@;
eval { (\1)->x };
print $@;
eval { 5->x };
print $@;
print UNIVERSAL::can("P", "new") ? 1 : 0, UNIVERSAL::can("NoP", "new") ? 1 : 0, UNIVERSAL::can(undef, "x") ? 1 : 0, "\n";
my $cls = ref $o;
print $cls->new(1)->get, ref($o)->new(2)->get, "\n";
print STDOUT->can('print') ? 1 : 0, "\n";
my @r = map { $_->get } map { P->new($_) } 1 .. 3;
print "@r\n";
sub P::late { "late" }
print $o->late, "\n";
print $o->args(map { $_ * 2 } 1 .. 3), "\n";

# METHOD BLOCK LIST: the block yields the invocant.
{
    package Blocky;
    sub new { my ($class, @a) = @_; bless {a => "@a"}, ref $class || $class }
    sub show { print "show $_[0]{a} [@_[1 .. $#_]]\n"; $_[0] }
}
my ($class_name, $blocky) = 'Blocky';
$blocky = new {$class_name} 1, 2;
show {$blocky} 1;
show { new Blocky 7 } (2, 3);
show {$blocky}->show;
