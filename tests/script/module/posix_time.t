# strftime, mktime, gmtime round trips, asctime, ctime, difftime, clock, tzname in UTC.
use strict;
use warnings;
use POSIX qw(strftime mktime asctime ctime difftime tzset tzname setlocale LC_ALL);
$ENV{TZ} = 'UTC';
tzset;
print strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %y %e %p %I %U %u %w %% %n%t|%D|%F|%T|%R|%C',
    gmtime 1000000000),
    "\n";
print strftime('%A', 0, 0, 0, 12, 11, 95), " ", strftime('%Y-%m-%d', 0, 0, 0, 32, 0, 100), " ",
    strftime('%H:%M', 0, 90, 10, 1, 0, 100), "\n";
print mktime(40, 46, 1, 9, 8, 101), " ", mktime(0, 0, 0, 1, 0, 70), " ",
    mktime(0, 0, 0, 31, 1, 100), "\n";
print asctime(gmtime 1000000000), ctime(1000000000);
print difftime(20, 5), " ", join(',', tzname), "\n";
print strftime('', gmtime 0), "|", strftime('plain', gmtime 0), "|", strftime('%Z %z', gmtime 0),
    "\n";
$ENV{TZ} = 'EST5EDT';
tzset;
print strftime('%H %Z', localtime 1000000000), " ", join(',', tzname), " ",
    (localtime 1000000000)[8], "\n";
print scalar(gmtime 0), " ", scalar(localtime 0), "\n";
$ENV{TZ} = 'Europe/Berlin';
tzset;
print mktime(0, 0, 0, 1, 6, 120), "\n";
print setlocale(LC_ALL, 'C'), " ", defined setlocale(LC_ALL, 'nosuch') ? 1 : 'undef', "\n";
print POSIX::clock() >= 0 ? 1 : 0, " ", POSIX::time() - time < 2 ? 1 : 0, "\n";
my @l = gmtime 86400 * 365;
print "@l\n";
