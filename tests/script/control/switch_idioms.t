# The topicaliser idioms that replace switch: for with regex, hashes of code, ternary chains.
use strict; use warnings;
for my $in ("apple", "12", "x=y", "", "zzz") { my $r; for ($in) { if (/^\d+$/) { $r = "number"; last } if (/^a/) { $r = "a-word"; last } if (/=/) { $r = "pair"; last } if (!length) { $r = "empty"; last } $r = "default" } print "$r " }
print "\n";
my %d = (add => sub { $_[0] + $_[1] }, sub => sub { $_[0] - $_[1] }, default => sub { "unknown" });
print join(",", map { ($d{$_} || $d{default})->(5, 3) } qw(add sub mul)), "\n";
SWITCH: { my $x = "b"; $x eq "a" && do { print "A\n"; last SWITCH }; $x eq "b" && do { print "B\n"; last SWITCH }; print "none\n" }
my $n = 15;
my $fb = join " ", map { $_ % 15 == 0 ? "FizzBuzz" : $_ % 5 == 0 ? "Buzz" : $_ % 3 == 0 ? "Fizz" : $_ } 1 .. $n;
print "$fb\n";
my ($v) = map { $_->[1] } grep { $n >= $_->[0] } [20, "high"], [10, "mid"], [0, "low"];
print "$v\n";
for ("k1=v1", "bad", "k2 = v2") { my ($k, $val) = /^(\w+)\s*=\s*(\w+)$/ or do { print "skip $_\n"; next }; print "$k->$val\n" }
my $state = "start";
my %next = (start => "mid", mid => "end");
my $steps = 0;
while (exists $next{$state}) { $state = $next{$state}; $steps++ }
print "$state $steps\n";
my @tok = "3 + 4 * 2" =~ /\d+|[-+*\/()]/g;
my %prec = ('+' => 1, '*' => 2);
my (@out, @op);
for (@tok) { if (/\d/) { push @out, $_; next } push @out, pop @op while @op && $prec{$op[-1]} >= $prec{$_}; push @op, $_ }
print join(" ", @out, reverse @op), "\n";
my @st;
for (@out, reverse @op) { push @st, /\d/ ? $_ : do { my ($b, $a) = (pop @st, pop @st); $_ eq '+' ? $a + $b : $a * $b } }
print "@st\n";
