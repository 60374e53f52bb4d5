# Recursion through native code goes as deep as through calls.
# not-sanitized: AddressSanitizer gives up on exceptions that unwind more than 64 MB of stack
use strict;
use warnings;
no warnings 'recursion';
use List::Util qw(first reduce any);

sub by_sort { my $n = shift; return 0 unless $n; my @x = sort { by_sort($n - 1); $a <=> $b } 2, 1; "@x" }
print "sort: ", by_sort(4000), "\n";

package Adds {
  use overload '+' => sub { my ($self, $n) = @_; $n <= 0 ? 'sum' : $self + ($n - 1) },
    '<=>' => sub { $main::left-- > 0 ? $_[0] <=> $_[1] : 5 },
    '""'  => sub { ${ $_[0] }-- > 0 ? "$_[0]" : 'text' };
}
our $left = 20_000;
my $adds = bless \(my $count = 4000), 'Adds';
print "overload: ", $adds + 20_000, " ", $adds <=> 1, " $adds\n";

sub by_eval { my $n = shift; return 0 unless $n; 1 + eval 'by_eval($n - 1)' }
print "eval: ", by_eval(20_000), "\n";

sub by_block { my $n = shift; return 0 unless $n; 1 + eval { by_block($n - 1) } }
print "eval block: ", by_block(50_000), "\n";

sub by_first { my $n = shift; return 0 unless $n; first { by_first($n - 1); 1 } 7 }
sub by_reduce { my $n = shift; return 0 unless $n; reduce { by_reduce($n - 1) + $a * $b } 1, 1 }
sub by_any { my $n = shift; return 0 unless $n; any { by_any($n - 1); 1 } 7 }
print "lists: ", by_first(20_000), " ", by_reduce(20_000), " ", by_any(20_000), "\n";

sub by_pattern { my $n = shift; return 0 unless $n; 'a' =~ /a(?{ by_pattern($n - 1) })/; $n }
print "pattern: ", by_pattern(2000), "\n";

unshift @INC, sub {
  my $file = $_[1];
  return unless $file =~ /^Level(\d+)\.pm$/;
  my $next = $1 - 1;
  my $text = ($next > 0 ? "require Level$next; " : '') . '1;';
  open my $handle, '<', \$text or die;
  $handle;
};
require Level10000;
print "require: ", scalar(grep /^Level/, keys %INC), "\n";

my $nested = eval(('[' x 10_000) . 1 . (']' x 10_000));
my $depth = 0;
$depth++, $nested = $nested->[0] while ref $nested;
print "text: $depth ", eval(join '+', (1) x 10_000), " ", eval(('(' x 10_000) . 1 . (')' x 10_000)),
  " ", length eval(join '.', ("'a'") x 70_000), "\n";

# A long line of classes is no circle.
{
  no strict 'refs';
  @{"Class$_\::ISA"} = 'Class' . ($_ - 1) for 1 .. 300;
  sub Class0::name { "found by $_[0]" }
}
print Class300->name, "\n";
eval { @Class0::ISA = 'Class1' };
print $@ ? "a circle\n" : "no circle\n";
