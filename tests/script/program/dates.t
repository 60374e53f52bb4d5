# Calendar arithmetic by hand, checked against POSIX: Julian days, weekdays, ISO weeks, Easter, schedules.
use strict;
use warnings;
use POSIX qw(strftime mktime floor);
use Time::Local;

sub to_days { my ($y, $m, $d) = @_; my $x = floor((14 - $m) / 12); my $yy = $y + 4800 - $x; my $mm = $m + 12 * $x - 3;
    return $d + floor((153 * $mm + 2) / 5) + 365 * $yy + floor($yy / 4) - floor($yy / 100) + floor($yy / 400) - 32045 }
sub from_days {
    use integer;
    my $j = shift;
    my $x = $j + 32044;
    my $b = (4 * $x + 3) / 146097;
    my $c = $x - 146097 * $b / 4;
    my $d = (4 * $c + 3) / 1461;
    my $e = $c - 1461 * $d / 4;
    my $m = (5 * $e + 2) / 153;
    return (100 * $b + $d - 4800 + $m / 10, $m + 3 - 12 * ($m / 10), $e - (153 * $m + 2) / 5 + 1);
}
sub is_leap { my $y = shift; $y % 4 == 0 && ($y % 100 != 0 || $y % 400 == 0) }
sub month_days { my ($y, $m) = @_; (31, is_leap($y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[$m - 1] }
sub weekday { (to_days(@_) + 1) % 7 }
sub iso_week {
    my $j  = to_days(@_);
    my $wd = $j % 7;
    my $thursday = $j - $wd + 3;
    my ($y) = from_days($thursday);
    return sprintf '%d-W%02d-%d', $y, 1 + int(($thursday - to_days($y, 1, 1)) / 7), $wd + 1;
}
sub easter {
    my $y = shift;
    my ($a, $b, $c) = ($y % 19, int $y / 100, $y % 100);
    my ($d, $e) = (int $b / 4, $b % 4);
    my $g = int((8 * $b + 13) / 25);
    my $h = (19 * $a + $b - $d - $g + 15) % 30;
    my ($i, $k) = (int $c / 4, $c % 4);
    my $l = (32 + 2 * $e + 2 * $i - $h - $k) % 7;
    my $m = int(($a + 11 * $h + 19 * $l) / 433);
    my $month = int(($h + $l - 7 * $m + 90) / 25);
    return sprintf '%d-%02d-%02d', $y, $month, ($h + $l - 7 * $m + 33 * $month + 19) % 32;
}
my @names = qw(Sun Mon Tue Wed Thu Fri Sat);
my $bad = 0;
for (my $t = timegm(0, 0, 12, 1, 0, 1990); $t < timegm(0, 0, 0, 1, 0, 2032); $t += 86400 * 13) {
    my ($d, $m, $y, $w) = (gmtime $t)[3, 4, 5, 6];
    $bad++ if weekday($y + 1900, $m + 1, $d) != $w;
    $bad++ if strftime('%G-W%V-%u', gmtime $t) ne iso_week($y + 1900, $m + 1, $d);
    $bad++ if join('-', from_days(to_days($y + 1900, $m + 1, $d))) ne join '-', $y + 1900, $m + 1, $d;
}
print "mismatches: $bad\n";
print "easter: ", join(' ', map easter($_), 1818, 1999, 2000, 2024, 2038, 2285), "\n";
for ([2000, 2, 29], [1970, 1, 1], [2024, 12, 30], [2021, 1, 3]) {
    my ($y, $m, $d) = @$_;
    printf "%04d-%02d-%02d %s day %d, %s, in 100 days %04d-%02d-%02d\n", $y, $m, $d, $names[weekday($y, $m, $d)],
        to_days($y, $m, $d) - to_days($y, 1, 1) + 1, iso_week($y, $m, $d), from_days(to_days($y, $m, $d) + 100);
}
sub calendar {
    my ($y, $m) = @_;
    my $out = sprintf "%s\n", join ' ', map substr($_, 0, 2), @names;
    my $col = weekday($y, $m, 1);
    $out .= '   ' x $col;
    for my $d (1 .. month_days($y, $m)) {
        $out .= sprintf '%2d%s', $d, ++$col % 7 ? ' ' : "\n";
    }
    $out =~ s/ *\z/\n/ if $col % 7;
    $out =~ s/ +$//mg;
    return $out;
}
print calendar(2024, 2), calendar(2015, 2);
$ENV{TZ} = 'UTC';
POSIX::tzset();
print strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %y %e %U %W %u %w %p %I %C %D %T %R %% %n', 5, 4, 3, 2, 0, 101), "|\n";
print "normalised: ", strftime('%Y-%m-%d %H:%M:%S', 70, 59, 23, 31, 11, 123), "\n";
print "mktime: ", mktime(0, 0, 0, 1, 0, 100), ' ', mktime(0, 0, 0, 32, 0, 100) - mktime(0, 0, 0, 1, 1, 100), "\n";
print scalar(gmtime 0), '; ', scalar(gmtime 1e9), '; ', scalar(localtime 2 ** 31), '; ', scalar(gmtime -1), "\n";
my @g = gmtime 951782400;
print "@g\n";
sub ago {
    my $s = shift;
    for ([31536000, 'year'], [2592000, 'month'], [86400, 'day'], [3600, 'hour'], [60, 'minute']) {
        my ($n, $unit) = (int $s / $_->[0], $_->[1]);
        return "$n $unit" . ($n > 1 && 's') . ' ago' if $n;
    }
    return 'just now';
}
print join(', ', map ago($_), 5, 61, 7200, 90000, 3e6, 1e8), "\n";
my ($h, $mi, $s) = '7:05:09' =~ /^(\d+):(\d+):(\d+)$/;
printf "%d seconds, %02d:%02d\n", $h * 3600 + $mi * 60 + $s, ($h + 20) % 24, $mi + 58 - 60;
eval { timegm(0, 0, 0, 31, 1, 2023) };
print "error: ", $@ =~ /^(Day '31' out of range 1\.\.28)/ ? $1 : $@, "\n";
