# use constant: lists, inlining, hash-like declarations, refusals.
use strict;
use warnings;
use constant PI => 3.14159;
use constant { A => 1, B => 'two', C => [1, 2], D => undef };
use constant LIST => (1, 2, 3);
use constant EMPTY => ();
use constant DEBUG => 0;
print PI, " ", A + 1, B, C->[1], defined D ? "d" : "u", (LIST)[1], scalar(my @l = LIST), scalar(my @e = EMPTY), "\n";
print "interp @{[PI]} ${\ B}\n";
print PI + 1, " ", -A, " ", A . B, " ", main::A, " ", __PACKAGE__->A, " ", &A, " ", main->can('B')->(), "\n";
print "debug\n" if DEBUG;
my %h = (A, 1, B() => 2, +A => 3);
print join(",", map { "$_=$h{$_}" } sort keys %h), "\n";
print exists $constant::declared{'main::PI'} ? 1 : 0, "\n";
C->[0] = 'mod';
print C->[0], "\n";
print eval { my $r = \PI; $$r = 3; 1 } ? "ok" : $@;
print eval 'PI = 3; 1' ? "ok" : $@;
print eval 'use constant "1bad" => 1; 1' ? "ok" : $@;
print eval 'use constant "" => 1; 1' ? "ok" : $@;
{ package Other; use constant NAME => 'other'; }
print Other::NAME, Other->NAME, "\n";
use constant W => 5;
print W * 2, W - 1, W < 6 ? "lt" : "ge", "\n";
print join(",", map { $_ * A } 1, 2), "\n";
use constant E => exp 0;
print E, "\n";
print LIST + 0, "\n";
print __PACKAGE__->can('LIST') ? "can\n" : "no\n";
my @x = (LIST) x 2;
print "@x\n";
print((LIST)[-1], "\n");
for (A) { eval { $_++; 1 } or print $@ }
