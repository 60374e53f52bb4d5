# Time::Local: seconds since the epoch from a broken-down time.
package Time::Local;
use strict;
require Exporter;
our $VERSION = '1.30';
our @ISA = ('Exporter');
our @EXPORT = qw(timegm timelocal);
our @EXPORT_OK = qw(timegm_modern timelocal_modern timegm_nocheck timelocal_nocheck timegm_posix timelocal_posix);

my @month_days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

# The century of two-digit years: within fifty years of now.
my $this_year = (localtime)[5] + 1900;
my $breakpoint = ($this_year + 50) % 100;
my $century = $this_year - $this_year % 100;
my $next_century = $century;
$next_century += 100 if $breakpoint < 50;
$century -= 100 if $breakpoint > 50;

sub _croak { require Carp; goto &Carp::croak }

sub _leap { my $year = shift; return $year % 4 == 0 && ($year % 100 != 0 || $year % 400 == 0) }

# Days since the epoch of a date (month from 0) of the Gregorian calendar.
sub _days {
    my ($day, $month, $year) = @_;
    $month += 1;
    if ($month <= 2) { $year--; $month += 12 }
    my $past = do {
        use integer;
        $year >= 0 ? $year / 4 - $year / 100 + $year / 400 : ($year - 3) / 4 - ($year - 99) / 100 + ($year - 399) / 400;
    };
    return 365 * $year + $past + int((153 * ($month - 3) + 2) / 5) + $day - 1 - 719468;
}

sub _gm {
    my ($second, $minute, $hour, $day, $month, $year) = @_;
    return $second + 60 * $minute + 3600 * $hour + 86400 * _days($day, $month, $year);
}

# How a function understands the year it is given.
sub _year {
    my ($year, $style) = @_;
    return $year if $style eq 'modern';
    return $year + 1900 if $style eq 'posix';
    return $year if $year >= 1000;
    return $year + 1900 if $year > 99;
    return $year + ($year > $breakpoint ? $century : $next_century);
}

sub _check {
    my ($second, $minute, $hour, $day, $month, $year) = @_;
    _croak("Month '$month' out of range 0..11") if $month > 11 || $month < 0;
    my $days = $month_days[$month];
    $days++ if $month == 1 && _leap($year);
    _croak("Day '$day' out of range 1..$days") if $day > $days || $day < 1;
    _croak("Hour '$hour' out of range 0..23") if $hour > 23 || $hour < 0;
    _croak("Minute '$minute' out of range 0..59") if $minute > 59 || $minute < 0;
    _croak("Second '$second' out of range 0..59") if $second >= 60 || $second < 0;
}

sub _timegm {
    my ($style, $check, $second, $minute, $hour, $day, $month, $year) = @_;
    $year = _year($year, $style);
    _check($second, $minute, $hour, $day, $month, $year) if $check;
    return _gm($second, $minute, $hour, $day, $month % 12, $year);
}

sub _offset { my $time = shift; my @local = localtime $time; return _gm(@local[0 .. 4], $local[5] + 1900) - $time }

sub _timelocal {
    my $wanted = &_timegm;
    my $whole  = int $wanted;
    my $offset = _offset($whole);
    my $time   = $whole - $offset;
    my $second_offset = _offset($time);
    if ($second_offset == $offset) {
        # Of two times with the same name, at the end of summer time, the earlier one counts.
        # Perl does not look for one when the clock shows UTC.
        $time -= 3600 if $offset && _offset($time - 3600) > $offset;
    }
    else {
        # A change between the two guesses; when the clock skips the time wanted, the first one stays.
        my $other = $whole - $second_offset;
        $time = $other if $second_offset < $offset || (_offset($other) - $second_offset) % 86400 == 0;
    }
    return $time + ($wanted - $whole);
}

sub timegm            { unshift @_, '', 1; goto &_timegm }
sub timegm_nocheck    { unshift @_, '', 0; goto &_timegm }
sub timegm_modern     { unshift @_, 'modern', 1; goto &_timegm }
sub timegm_posix      { unshift @_, 'posix', 1; goto &_timegm }
sub timelocal         { unshift @_, '', 1; goto &_timelocal }
sub timelocal_nocheck { unshift @_, '', 0; goto &_timelocal }
sub timelocal_modern  { unshift @_, 'modern', 1; goto &_timelocal }
sub timelocal_posix   { unshift @_, 'posix', 1; goto &_timelocal }

1;
