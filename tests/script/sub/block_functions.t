# &-prototype subs that look like control structures: with, apply, retry, try.
use strict; use warnings;
sub apply(&@) { my ($c, @l) = @_; map { $c->() } @l }
print join(",", apply { $_ * 2 } 1, 2, 3), "\n";
sub with(&$) { my ($c, $v) = @_; local $_ = $v; $c->() }
print with { "got $_" } 5;
print "\n";
sub retry(&;$) { my ($c, $n) = (@_, 3); my $r; for my $i (1 .. $n) { $r = eval { $c->($i) }; return $r unless $@ } "gave up: $@" }
print retry { die "no\n" if $_[0] < 3; "try $_[0]" };
print "\n";
print retry { die "never\n" } 2;
sub tryit(&;@) { my ($t, @h) = @_; my @r = eval { $t->() }; if ($@) { for my $h (@h) { local $_ = $@; return $h->($_) } } @r }
sub catchit(&;@) { @_ }
print tryit { die "oops\n" } catchit { "caught $_" };
print tryit { "fine\n" } catchit { "never" };
sub pairwise(&\@\@) { my ($c, $x, $y) = @_; no strict 'refs'; map { local ($a, $b) = ($x->[$_], $y->[$_]); $c->() } 0 .. $#$x }
our ($a, $b);
my @x = (1, 2);
my @y = (10, 20);
print join(",", pairwise { $a + $b } @x, @y), "\n";
sub each_pair(&\%) { my ($c, $h) = @_; $c->($_, $h->{$_}) for sort keys %$h }
my %h = (k => 1, j => 2);
each_pair { print "$_[0]=$_[1];" } %h;
print "\n";
my $f = sub { "ref" };
print join(",", &apply($f, 1, 2)), "\n";
sub first_true(&@) { my $c = shift; for (@_) { return $_ if $c->() } undef }
print first_true { $_ > 2 } 1 .. 5;
print "\n";
sub timed(&) { my $c = shift; my @r = $c->(); wantarray ? @r : $r[0] }
my $v = timed { (7, 8) };
print "$v\n";
print sum_sq(1, 2, 3), "\n";
sub sum_sq { my $t = 0; apply { $t += $_ ** 2 } @_; $t }
