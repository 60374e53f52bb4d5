# %d %i %u %c %o %x %X %b %B with flags, widths and precisions.
use strict; use warnings;
for my $f ('%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%+5d', '%.3d', '%8.3d', '%-8.3d|', '%08.3d', '%u', '%o', '%#o', '%x', '%#x', '%X', '%#X', '%b', '%#b', '%#B', '%08b', '%#010x', '%i', '%D', '%U', '%O', '%.0d', '%+.3d', '%hd', '%ld', '%lld', '%qd', '%hhd', '%zd', '%td', '%jd', '%Lf') {
    print "$f: ", join(" ", map { sprintf $f, $_ } 42, 0), " ", ($f =~ /[di]/ ? sprintf $f, -42 : ''), "\n";
}
printf "%d %d %d %d\n", 3.99, -3.99, "12abc" =~ /(\d+)/, 1e10;
printf "%d %u %x\n", 1e19, 1e19, 18446744073709551615;
printf "%d %i\n", 18446744073709551615, -1e30;
printf "%u %x %o %b\n", -1, -1, -1, 5;
printf "%c%c%c|%3c|%-3c|%03c\n", 72, 105, 33, 65, 66, 67;
printf "%s\n", sprintf("%c", 256) eq "\x{100}" ? "wide" : "no";
printf "%#x %#o %#b %#X|%#.3o|%#5x\n", 0, 0, 0, 0, 8, 255;
printf "%s %s\n", sprintf('%d', "0x1f" =~ /^(0)/), sprintf("%.0f", 0.5);
printf "%v d|%vd|%5vd\n", "1.2", "1.22", "1.2";
