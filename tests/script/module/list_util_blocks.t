# Blocks that functions of List::Util call again and again; arrays reversed in place.
use strict;
use warnings;
use List::Util qw(first any all none notall reduce reductions pairgrep pairfirst pairmap sum max min maxstr minstr);

sub inner { 2 }


print "first: ", (first { $_ > 3 } 1 .. 10), "\n";
print "return: ", (first { return 1 if $_ == 4; 0 } 1 .. 10), "\n";
print "goto: ", (eval { first { goto &inner } 1 .. 10 } || $@), "\n";

print "declared: ", (any { my @seen = ($_, $_ + 1); my %h = (a => $seen[1]); $h{a} == 5 } 1 .. 10) ? 1 : 0, "\n";
{
  use feature 'state';
  my $n = first { state $count = 0; ++$count == 3 } 1 .. 9;
  print "state: $n\n";
}
print "nested: ", (first { my $x = $_; any { $_ == $x } 3, 4 } 1 .. 9), "\n";
print "recursive: ", (reduce { $a + (reduce { $a * $b } 1 .. $b) } 0 .. 4), "\n";
my $caught = eval { first { die "no $_\n" if $_ == 3; 0 } 1 .. 5; 1 };
print "died: $@";
print "inside eval: ", (first { eval { die "x\n" if $_ < 3; 1 } } 1 .. 5), "\n";
print "after: ", join(",", map { my $v = $_; first { $_ == $v } 1 .. 3 } 1 .. 3), "\n";
{
  my $said = 0;
  local $SIG{__WARN__} = sub { ++$said };
  my @found = pairgrep { no warnings; $b eq 'x' } (a => 1, b => 'x', c => 3);
  print "pairgrep: @found\n";
  print "pairfirst: ", join("-", pairfirst { $a eq 'b' } (a => 1, b => 2, c => 3)), "\n";
  print "pairgrep count: ", scalar(pairgrep { $a gt 'a' } (a => 1, b => 2, c => 3)), "\n";
}
{
  my @list = (1 .. 4);
  any { $_ *= 10; 0 } @list;
  print "changed: @list\n";
}
for my $outer (1 .. 3) {
  no warnings 'exiting';
  my $r = eval { first { next if $outer == 2; $_ == 1 } 1 .. 2 };
  print "loop $outer: ", defined $r ? $r : "undef", "\n";
}
print "reductions: @{[reductions { $a . $b } qw(a b c)]}\n";
print "one: ", (reduce { die } 7), " none: ", defined(reduce { 1 } ()) ? 1 : 0, "\n";
{
  package Counted;
  our $alive = 0;
  sub new { ++$alive; bless {v => $_[1]} }
  sub DESTROY { --$alive }
}
{
  my @alive;
  my $sum = reduce { push @alive, $Counted::alive; Counted->new($a->{v} + $b->{v}) } map { Counted->new($_) } 1 .. 4;
  print "objects: $sum->{v}\n";
  undef $sum;
  print "left: $Counted::alive\n";
}
print "caller: ", join("|", map { defined $_ ? $_ : 'undef' } (first { my @c = caller(0); $c[3] eq 'main::__ANON__' && !$c[5] } 8, 9)), "\n";
print "context: ", (first { defined wantarray && !wantarray } 5, 6), "\n";
print "sums: ", sum(1, 2.5, "3"), " ", max(3, "7", 2.5), " ", min(3, 1.5, "1.25"), " ", maxstr("a", "c", "b"), minstr("b", "a"), "\n";
{
  local $SIG{ALRM} = sub { die "late\n" };
  alarm 1;
  my $end = time + 20;
  eval { 1 while time < $end && !any { 0 } 1 .. 1000 };
  alarm 0;
  print "alarm: $@";
}

# reverse in place
my @a = (1, 2, 3);
my $first = \$a[0];
@a = reverse @a;
$$first = 9;
print "@a\n";
our @g = qw(a b c d);
@g = reverse @g;
print "@g\n";
@g = reverse(@g);
print "@g\n";
my @sparse;
$sparse[3] = 1;
@sparse = reverse @sparse;
print join(",", map { exists $sparse[$_] ? 1 : 0 } 0 .. $#sparse), "\n";
my @empty;
@empty = reverse @empty;
print scalar(@empty), "\n";
my $count = (@a = reverse @a);
print "$count @a\n";
my @copy = @a = reverse @a;
print "@copy\n";
sub last_value { @a = reverse @a }
print join(",", last_value()), "\n";
{
  package Spare;
  require Tie::Array;
  our @ISA = 'Tie::StdArray';
}
tie my @tied, 'Spare';
@tied = (1 .. 4);
@tied = reverse @tied;
print "@tied\n";
for my $x (@a) {
  @a = reverse @a;
  $x .= "!";
}
print "@a\n";
