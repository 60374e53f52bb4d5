# What 4-argument select tells about the time, also when a signal ends it.
use strict;
use warnings;
use Time::HiRes qw(ualarm);
$| = 1;
$SIG{ALRM} = sub { print "alarm\n" };
sub about { join ' ', map { defined $_ ? int($_ * 10) / 10 : 'undef' } @_ }

ualarm 200_000;
print about(select undef, undef, undef, 1.05), "\n";
ualarm 200_000;
my ($found) = select undef, undef, undef, 5;
print "$found ", $!{EINTR} ? 'EINTR' : $!, "\n";
ualarm 100_000;
print about(select undef, undef, undef, undef), "\n";
ualarm 100_000;
my @big = select undef, undef, undef, 1e15;
print scalar @big, ' ', $big[1] > 1e6 ? 'much' : $big[1], "\n";
print about(select undef, undef, undef, $_), "\n" for -1, 0, 0.1;
pipe my $r, my $w or die;
syswrite $w, 'x';
my $bits = '';
vec($bits, fileno $r, 1) = 1;
my ($n, $left) = select my $out = $bits, undef, undef, 2.5;
print "$n ", $left > 2 && $left <= 2.5 ? 'left' : $left, ' ', length $left < 9 ? 'short' : $left, "\n";
my @ready = select $out = $bits, undef, undef, undef;
print "@ready\n";
