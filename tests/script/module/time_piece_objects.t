# Time::Piece and Time::Seconds as perldoc shows them: accessors, arithmetic, comparison.
use strict;
use warnings;
$ENV{TZ} = 'America/New_York';
use Time::Piece;
use Time::Seconds;

for my $t (map { scalar $_->() } sub { gmtime(1_000_000_000) }, sub { localtime(1_000_000_000) }, sub { gmtime(951_782_400) }, sub { gmtime(0) }) {
    print join ' ', map { "$_=" . $t->$_ } qw(sec second min minute hour mday day_of_month mon _mon year _year yy
        wday _wday day_of_week yday day_of_year isdst daylight_savings epoch week julian_day mjd month_last_day
        is_leap_year);
    print "\n", join ' | ', map { "$_=" . $t->$_ } qw(monname month fullmonth wdayname day fullday hms time ymd date
        mdy dmy datetime cdate date hms tzoffset);
    print "\n", $t->ymd('/'), ' ', $t->hms('.'), ' ', $t->datetime(T => ' '), " $t\n";
}
my $t = gmtime(1_000_000_000);
my $u = $t + ONE_DAY;
my $d = $u - $t;
print ref $d, " $d ", $d->hours, ' ', $d->pretty, "\n";
print $t < $u ? 1 : 0, $t == $u ? 1 : 0, $u <=> $t, ' ', $t eq "$t" ? 1 : 0, ' ', ($t cmp 'z'), "\n";
print $t->add_months($_)->ymd, ' ' for -14, -1, 0, 1, 5, 12, 25;
print $t->add_years($_)->ymd, ' ' for -2, 3;
print "\n", gmtime(951_782_400)->add_years(1)->ymd, ' ', ($t - 3600)->hms, "\n";
print $t->truncate(to => $_)->datetime, ' ' for qw(second minute hour day month quarter year);
print "\n", eval { $t->truncate(to => 'week'); 1 } || $@;
print Time::Piece->strptime('3 Sep 1943', '%d %b %Y')->strftime('%A %j'), "\n";
print eval { Time::Piece->strptime('x', '%Y'); 1 } || $@;
my $s = Time::Seconds->new(90_061);
print join(' ', map { sprintf '%.4f', $s->$_ } qw(seconds minutes hours days weeks months financial_months years)), "\n";
print $s->pretty, ' ', (-$s)->pretty, ' ', $s + 1, ' ', $s - 61, ' ', ref($s->copy), "\n";
print ONE_WEEK, ' ', ONE_YEAR, ' ', LEAP_YEAR, "\n";
my $local = localtime(1_000_000_000);
print $local->strftime('%Y %z %Z %s'), ' ', $t->strftime('%Y %z %Z %s'), "\n";
print localtime($local->epoch)->datetime, ' ', gmtime($local)->datetime, "\n";
print Time::Piece::localtime(0)->date, ' ', Time::Piece->new(5)->epoch, ' ', ref(Time::Piece->localtime), "\n";
my @months = Time::Piece::mon_list();
my @days   = Time::Piece::day_list();
print "@months @days\n";
print scalar(CORE::localtime(0)), "\n";
