# $^T $^V $] $^O $^W $^H-free basics, time functions' relations, gmtime and localtime fields.
use strict;
use warnings;
print "$] ", sprintf('%vd', $^V), " $^V ", ref \$^V, " $^O\n";
print $] >= 5.036 ? 1 : 0, $^V ge v5.36.0 ? 1 : 0, $^V gt v5.10 ? 1 : 0, "\n";
print time - $^T < 10 ? 1 : 0, " $^W\n";
print scalar(gmtime 0), "|", scalar(gmtime 1e9), "|", scalar(gmtime -1), "\n";
print join(',', gmtime 951782400), "\n";
my @t = gmtime 1700000000;
print scalar(@t), " $t[5] $t[7]\n";
{ local $ENV{TZ} = 'UTC'; require POSIX; POSIX::tzset(); print join(',', localtime 0), "\n" }
print scalar(gmtime 4294967296),   "\n";
print scalar(gmtime 253402300799), "\n";
{ no warnings; print scalar(gmtime 1.9), " ", scalar(gmtime '100abc'), "\n" }
$^T = 1000;
print "$^T ", -M $0 < 0 ? 'future' : 'past', "\n";
print "$^X" eq $^X ? 1 : 0, " ", defined $^S ? $^S : 'undef', " ", eval {$^S}, "\n";
BEGIN { print defined $^S ? 1 : 'undef at compile', "\n" }
print ${^TAINT}, " ", ${^UNICODE}, " ", defined ${^OPEN} ? 1 : 'undef', " ", ${^GLOBAL_PHASE},
    "\n";
print "$0" =~ /time_and_version/ ? 1 : 0, " $^F $^D ", $^P, "\n";
eval { $] = 5 };
print $@ =~ s/ at .*//sr || 'assignable', "\n";
eval { $1 = 'x' };
print $@ =~ s/ at .*//sr, "\n";
