# A line that never comes: the variable it goes to is empty already when a handler dies.
use strict; use warnings;
$SIG{ALRM} = sub { die "late\n" };
pipe my $r, my $w or die;
sub in_time { use Time::HiRes 'ualarm'; ualarm 50_000; }
my $captured = "old"; my $show = sub { defined $captured ? "[$captured]" : "undef" };
eval { in_time(); $captured = <$r> }; print $@, $show->(), "\n";
my $plain = "old"; eval { in_time(); $plain = <$r> }; print $@, "[$plain]\n";
my $other = "old"; my $ref = \$other; eval { in_time(); $other = readline $r }; print $@, "[$$ref]\n";
print $w "a line\n"; close $w; $captured = <$r>; print $show->(); $captured = <$r>; print $show->(), "\n";
