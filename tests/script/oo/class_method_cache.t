# One call site with class names: redefinition, @ISA, and a handle of the class's name.
use strict;
use warnings;
package Base; sub new { my ($class, %a) = @_; return bless {%a}, $class } sub hi { "base" }
package Left; our @ISA = ('Base');
package Right; our @ISA = ('Base'); sub hi { my $class = shift; "right+" . $class->SUPER::hi() }
package main;

sub greet { my $class = shift; return $class->hi }
for my $round (1 .. 4) {
    print "$round: ", join(' ', map({ greet($_) } 'Base', 'Left', 'Right'), Base->hi, Left->hi, Right->hi), "\n";
    no warnings 'redefine';
    if ($round == 1) { *Left::hi = sub { "left" } }
    if ($round == 2) { @Right::ISA = ('Left') }
    if ($round == 3) { eval 'package Base; sub hi { "new base" } 1' or die; undef &Left::hi; delete $Left::{hi} }
}
for my $class ('Base', 'Left') {
    my $o = $class->new(n => 1);
    print ref($o), " $o->{n} ", $o->hi, "\n";
}

# A handle that is open beforehand wins over the package; the site is not bound to it.
{
    package Port; sub fileno { "method" }
}
open(Port, '<', '/dev/null') or die;
for my $round (1 .. 3) {
    my $number = Port->fileno;
    print defined $number ? $number =~ /^\d+$/ ? "handle\n" : "method\n" : "closed handle\n";
    close(Port) if $round == 2;
}
my $gone = eval { Nowhere->thing; 1 };
print $gone ? "?" : $@;
