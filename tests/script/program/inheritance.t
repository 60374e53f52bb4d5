# Inheritance in practice: C3 diamonds with next::method, SUPER, can, DOES, AUTOLOAD accessors, mixins, guards.
use strict;
use warnings;

package Base { sub new { my ($class, %a) = @_; my $self = bless {}, $class; $self->init(%a); $self } sub init { my ($s, %a) = @_; @$s{keys %a} = values %a; push @{ $s->{log} }, 'Base' } sub hello { 'base' } sub describe { my $s = shift; ref($s) . '[' . join(',', @{ $s->{log} }) . ']' } }
package Left  { use mro 'c3'; our @ISA = 'Base'; sub init { my ($s, @a) = @_; $s->next::method(@a); push @{ $s->{log} }, 'Left' } sub hello { 'left>' . shift->next::method } }
package Right { use mro 'c3'; our @ISA = 'Base'; sub init { my ($s, @a) = @_; $s->next::method(@a); push @{ $s->{log} }, 'Right' } sub hello { 'right>' . shift->next::method } sub only { 'right only' } }
package Bottom { use mro 'c3'; our @ISA = ('Left', 'Right'); sub init { my ($s, @a) = @_; $s->next::method(@a); push @{ $s->{log} }, 'Bottom' } sub hello { 'bottom>' . shift->next::method } sub maybe { my $s = shift; $s->maybe::next::method // 'nothing' } sub can_next { $_[0]->next::can ? 1 : 0 } }

package Animal {
    sub new { my $class = shift; my $self = bless { @_ }, ref $class || $class; return $self }
    sub speak { my $self = shift; sprintf '%s says %s', $self->{name} // 'nobody', $self->sound }
    sub sound { my $self = shift; die ref($self) . " does not implement sound\n" }
    sub DESTROY { my $s = shift; $main::destroyed{ ref $s }++ }
    our $AUTOLOAD;
    sub AUTOLOAD {
        my $self = shift;
        (my $n = $AUTOLOAD) =~ s/.*:://;
        die "no method $n in " . (ref $self || $self) . "\n" unless ref $self && exists $self->{$n};
        no strict 'refs';
        *{ ref($self) . "::$n" } = sub { my $s = shift; @_ ? do { $s->{$n} = shift; $s } : $s->{$n} };
        unshift @_, $self;
        goto &{ ref($self) . "::$n" };
    }
}
package Dog { use parent -norequire, 'Animal'; sub sound { 'woof' } sub speak { my $s = shift; $s->SUPER::speak . '!' } }
package Puppy { use parent -norequire, 'Dog'; sub sound { lc shift->SUPER::sound() =~ s/oo/i/r } sub DESTROY { my $s = shift; $main::destroyed{puppy}++; $s->SUPER::DESTROY } }
package Logger { sub log { my $s = shift; push @{ $s->{messages} }, "@_"; $s } sub DOES { my ($s, $what) = @_; $what eq 'Logging' || $s->SUPER::DOES($what) } }
package Robot { our @ISA = qw(Dog Logger); our $VERSION = '1.23'; sub sound { 'beep' } }

package main;
our %destroyed;
my $b = Bottom->new(a => 1);
print $b->describe, ' ', $b->hello, ' ', $b->maybe, ' ', $b->only, ' ', $b->can_next, "\n";
print "mro: @{ mro::get_linear_isa('Bottom') } / @{ mro::get_linear_isa('Robot') }\n";
my $d = Dog->new(name => 'Rex', age => 3);
print $d->speak, ' age ', $d->age, ' then ', $d->age(4)->age, ' method made: ', (Dog->can('age') ? 1 : 0), "\n";
{
    my $p = $d->new(name => 'Tiny');
    print ref $p, ' ', Puppy->new(name => 'Bit')->speak, "\n";
}
print "destroyed: ", join(',', map { "$_=$destroyed{$_}" } sort keys %destroyed), "\n";
my $r = Robot->new(name => 'R2');
print join(' ', $r->speak, $r->log('a', 'b')->log('c')->messages->[1], $r->isa('Logger') ? 'isa' : 'not', Robot->isa('Animal') ? 'isa' : 'not',
    $r->DOES('Logging') ? 'does' : 'does not', Robot->VERSION, UNIVERSAL::isa([], 'ARRAY') ? 'array' : ''), "\n";
for my $code (sub { Animal->new->speak }, sub { $d->nosuch }, sub { Robot->VERSION(2) }, sub { Nowhere->new }, sub { my $x; $x->foo },
    sub { 'str'->foo }, sub { my $u = {}; $u->foo }, sub { Bottom->missing }, sub { ''->foo }, sub { my $m = 'bark'; Dog->$m }, sub { $d->Logger::log('x'); $d->Logger::nope }) {
    eval { $code->() };
    print "error: ", $@ =~ s/ at \S+ line \d+\.\n/\n/r;
}
my $method = 'speak';
my $code = $d->can('speak');
print $d->$method, ' ', $d->$code, ' ', $d->${\ 'sound'}, ' ', $d->Animal::speak, ' ', Dog->can('nothing') // 'undef', ' ', (map { $_->($d) } sub { $_[0]->{name} }), "\n";
my $class = 'Puppy';
my $obj = $class->new(name => 'Dyn');
print ref($obj), ' ', $obj->isa($class), ' ', (bless $obj, 'Dog')->speak, ' ', ref $obj, "\n";
print 'new Dog: ', (new Dog name => 'Indirect')->speak, "\n";
{
    package Guard;
    sub new { my ($c, $f) = @_; bless { f => $f }, $c }
    sub dismiss { $_[0]{f} = undef }
    sub DESTROY { my $f = $_[0]{f}; $f->() if $f }
}
my @events;
sub work { my $g = Guard->new(sub { push @events, 'cleanup ' . (defined $_[0] ? 1 : 0) }); push @events, 'work'; die "oops\n" if $_[0]; return 'fine' }
push @events, eval { work(0) }, eval { work(1) } // "died: $@";
{ my $g = Guard->new(sub { push @events, 'never' }); $g->dismiss }
chomp @events;
print join('; ', @events), "\n";
local *Dog::sound = sub { 'temporary' } if 0;
{ no warnings 'redefine'; local *Dog::sound = sub { 'WOOF' }; print $d->speak, "\n" }
print $d->speak, "\n";
push @Puppy::ISA, 'Logger';
print $obj->isa('Logger') ? 1 : 0, ' ', Puppy->can('log') ? 1 : 0, "\n";
undef $obj;
undef $r;
print "destroyed: ", join(',', map { "$_=$destroyed{$_}" } sort keys %destroyed), "\n";
