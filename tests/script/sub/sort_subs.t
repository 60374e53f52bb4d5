# Comparators: named, in variables, with prototypes, recursive, from other packages, returning odd values.
use strict; use warnings;
sub num { $a <=> $b }
sub rev { $b cmp $a }
sub two($$) { $_[0] <=> $_[1] }
my $by = { len => sub { length $a <=> length $b || $a cmp $b }, num => \&num };
my @l = (10, 9, 100, 1);
print join(" ", sort num @l), "|", join(" ", sort rev qw(a c b)), "|", join(" ", sort two @l), "\n";
my $c = $by->{len};
print join(" ", sort $c qw(ccc a bb)), "|", join(" ", sort { $by->{num}->() } @l), "\n";
my $name = "num";
{ no strict 'refs'; print join(" ", sort $name @l), "\n" }
package O { sub cmp { $O::a <=> $O::b } sub go { sort { $a <=> $b } @_ } }
print join(" ", O::go(3, 1, 2)), "\n";
sub multi { my @k = @_; sub { for my $k (@k) { my $r = $a->{$k} cmp $b->{$k}; return $r if $r } 0 } }
my $m = multi(qw(x y));
print join(" ", map { "$_->{x}$_->{y}" } sort $m ({ x => 'b', y => 1 }, { x => 'a', y => 2 }, { x => 'a', y => 1 })), "\n";
print join(" ", sort { return $b <=> $a } @l), "|", join(" ", reverse sort num @l), "|", join(" ", sort { ($a % 2 <=> $b % 2) || ($a <=> $b) } 1 .. 6), "\n";
print join(",", (sort { $a <=> $b } @l)[0, -1]), " @l\n";
