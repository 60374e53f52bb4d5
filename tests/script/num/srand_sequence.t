# perl's own drand48: the sequence for a seed is part of the behaviour.
use strict; use warnings;
srand 1; print join(" ", map { int rand 1000 } 1 .. 10), "\n";
srand 42; print join(" ", map { sprintf "%.10f", rand } 1 .. 4), "\n";
srand 0; printf "%.15g\n", rand 1;
srand 123456789; print join(",", map { int(rand(6)) + 1 } 1 .. 12), "\n";
srand 7; my @deck = 1 .. 10;
for my $i (reverse 1 .. $#deck) { my $j = int rand($i + 1); @deck[$i, $j] = @deck[$j, $i] }
print "@deck\n";
srand 3; printf "%.6f %.6f %.6f\n", rand(0), rand(-5), rand("10");
