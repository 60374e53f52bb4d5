# abs, int, sqrt, atan2, exp, log, with the errors.
use strict; use warnings;
print join(" ", int(3.7), int(-3.7), int("42.9abc" =~ /([\d.]+)/), int(1e30), int(-0.5), abs(-3), abs("-3.5"), abs(-9223372036854775807)), "\n";
printf "%.6f %.6f %.6f %.6f %.6f\n", sqrt(2), atan2(1, 1), exp(1), log(10), sin(1) + cos(1);
printf "%.4f %.4f\n", atan2(-1, -1), atan2(0, -1);
for my $c ('log(0)', 'log(-1)', 'sqrt(-1)', 'sqrt("x")', 'log("0.0")', 'int("inf")', 'int("abc")') {
    my @w; local $SIG{__WARN__} = sub { push @w, @_ };
    my $r = eval $c; print "$c: ", $r // 'undef', " $@@w\n";
}
$_ = 16; print sqrt, " ", abs, " ", int, " ", hex, " ", oct, "\n";
{ my $r = rand; print $r >= 0 && $r < 1 ? "in range\n" : "out\n"; $r = int rand 10; print $r >= 0 && $r < 10 ? "in\n" : "out\n"; }
srand 42;
my @a = map int rand 1000, 1 .. 3;
srand 42;
my @b = map int rand 1000, 1 .. 3;
print "@a" eq "@b" ? "same seed\n" : "differ\n";
print srand(5), " ", srand("7.9"), "\n";
print 10 <=> 9, " ", "10" cmp "9", " ", 1 <=> 1.0, " ", "a" lt "b", " [", "b" lt "a", "]\n";
