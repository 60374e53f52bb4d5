# return: lists, contexts, early exits from nested blocks, last statement values.
use strict; use warnings;
sub early { for my $i (1 .. 10) { for my $j (1 .. 10) { return "$i$j" if $i * $j == 42 } } "none" }
print early(), "\n";
sub last_if { if ($_[0]) { "yes" } else { "no" } }
print last_if(1), last_if(0), "\n";
sub last_unless { unless ($_[0]) { "u" } }
print last_unless(0), last_unless(5), "\n";
sub last_for { for (1 .. 2) { $_ } }
my @r = last_for();
print scalar(@r), "\n";
sub impl { my $x = shift; $x * 2 }
print impl(4), "\n";
sub hash_ret { return { a => 1 } }
print hash_ret()->{a}, "\n";
sub blk { return +{ b => 2 } }
print blk->{b}, "\n";
sub none { return }
my @n = none();
my $n = none();
print scalar(@n), defined $n ? "d" : "u", "\n";
sub in_eval { eval { return "from eval" }; "after" }
print in_eval(), "\n";
sub in_do { my $x = do { return "from do" if $_[0]; 5 }; $x }
print in_do(1), in_do(0), "\n";
sub in_map { map { return "m$_" if $_ == 2; $_ } 1 .. 3 }
print join(",", in_map()), "\n";
sub in_grep { my @x = grep { return "g" } 1; "no" }
print in_grep(), "\n";
sub in_sort { my @x = sort { return $a <=> $b } @_; "@x" }
print in_sort(3, 1, 2), "\n";
sub ctx { return wantarray ? "l" : "s" }
sub pass { return ctx() }
my ($l) = pass();
my $s = pass();
print $l, $s, "\n";
sub multi { return (1, 2), 3 }
print join(",", multi()), "\n";
sub aret { my @a = (1, 2, 3); return @a }
sub cnt { scalar(my @x = aret()) }
print cnt(), scalar(aret()), (aret())[1], "\n";
sub cond { return $_[0] ? (1, 2) : () }
print scalar(my @e = cond(0)), scalar(my @f = cond(1)), "\n";
sub und { undef }
print defined und() ? "d" : "u", "\n";
sub empty { }
@n = empty();
print scalar(@n), "\n";
sub assign { my $x = 5 }
print assign(), "\n";
sub stmt { 1; 2; 3 }
print stmt(), "\n";
sub and_ret { $_[0] and return "and"; "not" }
print and_ret(1), and_ret(0), "\n";
sub wh { my $i = 0; while (1) { return $i if $i++ > 3 } }
print wh(), "\n";
sub loc { our $g = 5; local $g = 6; return $g }
print loc(), our $g, "\n";
sub ref_ret { \my @a } push @{ref_ret()}, 1;
print scalar(@{ref_ret()}), "\n";
sub lastex { my %h = (a => 1); %h }
my %c = lastex();
print $c{a}, "\n";
sub unlessret { return unless $_[0]; "val" }
print join(",", unlessret(0), unlessret(1)), "\n";
sub copy { my $x = "orig"; my $r = \$x; return $x }
my $cp = copy();
print $cp, "\n";
sub str { return "a" . "b" if 1 }
print str(), "\n";
sub neg { return -$_[0] }
print neg(5), neg("a"), "\n";
sub orv { return 0 || "or" }
print orv(), "\n";
sub orw { return 0 or 5 }
print orw(), "\n";
