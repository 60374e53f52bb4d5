# @_ aliases the arguments; &f shares it; shift, assignment and delete of elements.
use strict; use warnings;
sub inc { $_[0]++ }
my $x = 1;
inc($x);
my @a = (1, 2);
inc($a[1]);
inc(@a);
my %h = (k => 5);
inc($h{k});
print "$x @a $h{k}\n";
eval { inc(5); 1 } or print $@;
sub swap { @_[0, 1] = @_[1, 0] }
my ($p, $q) = (1, 2);
swap($p, $q);
print "$p$q\n";
sub copy { my ($v) = @_; $v++; $v }
print copy($x), $x, "\n";
sub nolonger { @_ = (9, 9); $_[0]++ } nolonger($x);
print "$x\n";
sub shifted { my $r = \shift; $$r = "via ref" } shifted($x);
print "$x\n";
sub all { $_ .= "!" for @_ } all(@a, $p);
print "@a $p\n";
sub amp { &inner; scalar @_ }
sub inner { push @_, 1; shift }
print amp(1, 2), "\n";
sub count { scalar @_ }
print count(), count(()), count(undef), count(@a), count(%h), count((1) x 3), "\n";
sub last_arg { $_[-1] . $#_ }
print last_arg(1, 2, 3), "\n";
sub nested { sub { $_[0] }->("in") . $_[0] }
print nested("out"), "\n";
my $f = sub { local @_ = (7); &inner };
sub tern { ($_[0] ? $_[1] : $_[2]) = "set" }
my ($m, $n) = (1, 2);
tern(1, $m, $n);
print "$m$n\n";
sub viv { } viv($h{new}{deep});
print exists $h{new} ? "viv" : "no", exists $h{new}{deep} ? "viv" : "no", "\n";
sub assign { $_[1] = "x" }
my @e;
assign(1, $e[2]);
print scalar(@e), "\n";
assign(1, my $lex);
print "$lex\n";
sub out { my $n = @_; my ($f, @r) = @_; "$n:$f:@r" }
print out("a", "b", "c"), "\n";
print out(map { $_ } 1 .. 3), "\n";
sub ctx { return @_ }
my $c = ctx(4, 5, 6);
my ($d) = ctx(4, 5, 6);
print "$c$d\n";
for my $v (1, 2) { inc(my $t = $v); }
sub many { "@_[0 .. 2]" }
print many(1 .. 5), "\n";
