# %f %e %g %a with rounding at the half, flags and big values.
use strict; use warnings;
for my $f ('%f', '%.0f', '%.1f', '%.2f', '%8.2f|', '%-8.2f|', '%08.2f', '%+.1f', '% .1f', '%e', '%.0e', '%E', '%.3e', '%g', '%.3g', '%#g', '%G', '%.10g', '%.0g', '%#.0f', '%+g', '%10.4g|', '%010g', '%F') {
    print "$f: ", join(" ", map { sprintf $f, $_ } 0, 1, -1.5, 0.5, 1.5, 2.5, 1234567.891, 1e-5, 1e10, 0.125, 99999.95), "\n";
}
printf "%.2f %.2f %.2f %.2f %.1f %.1f\n", 1.005, 2.675, 1.115, 0.125, 0.25, 0.35;
printf "%.20f\n%.30g\n", 0.1, 0.1;
printf "%.15g %.16g %.17g\n", 0.1, 0.1, 0.1;
printf "%g %g %g %g\n", 100000, 1000000, 0.0001, 0.00001;
printf "%a %a %a %A %.2a %a\n", 1, 0.5, -3.75, 255, 3.14159, 0;
printf "%s\n", 1e1000;
printf "%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, 3.5;
printf "%.50f\n", 1/3;
printf "%f\n", 1e20;
printf "%.3s|%5.1s|%-5s|%05s\n", "abcdef", "xyz", "ab", "ab";
printf "%5s|%-5s|%.1f%%\n", "é" eq "x" ? 1 : "a", "b", 45.678;
