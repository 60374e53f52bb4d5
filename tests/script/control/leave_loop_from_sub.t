# Leaving a loop from a sub that its body calls puts back what was local inside it, and the loop variable.
our $x; sub l{no warnings; last} sub n{no warnings; next} sub rr { no warnings; redo if !$r++; }
for (1) { local $x=3; l() } print "1:", $x//'u', "\n"; undef $x;
for my $i (1,2) { local $x=3; n() } print "2:", $x//'u', "\n"; undef $x;
my $k=0; while ($k++<2) { local $x=3; n() } print "3:", $x//'u', "\n"; undef $x;
for (my $j=0;$j<2;$j++) { local $x=3; n() } print "4:", $x//'u', "\n"; undef $x;
{ local $x=3; l() } print "5:", $x//'u', "\n"; undef $x;
for (1,2) { { local $x=3; } local $x=4; if (1) { local $x=5; n() } } print "6:", $x//'u', "\n"; undef $x;
for (1,2) { local $x=($x//0)+4; eval { local $x=5; n() }; } print "7:", $x//'u', "\n"; undef $x;
for (1) { local $x=($x//0)+4; rr(); print "8:$x\n" } print "8:", $x//'u', "\n"; undef $x;
our $g=9; for our $g (1,2) { local $x=1; n() } print "9:", $x//'u', " $g\n"; undef $x;
$_ = "t"; for (1,2) { local $x=1; n() } print "10:", $x//'u', " $_\n"; undef $x;
for (1,2) { local $_=5; l() } print "11: $_\n";
OUT: for (1,2) { for my $q (1,2) { local $x = 7; sub { no warnings; next OUT }->() } } print "12:", $x//'u', " $_\n"; undef $x;
sub ff { for (1,2) { local $x=3; n() } $x//'u' } print "13:", ff(), "\n";
for (1) { local @a=(1); local $h{a}=1; local $/ = undef; l() } print "14:@a ", exists $h{a} ?1:0, defined $/ ? 1:0, "\n";
{ local $x = 1; for (1,2) { l() } print "16:$x\n" } print "16:", $x//'u', "\n";
for (1,2) { my $y = do { local $x = 2; n() }; } print "17:", $x//'u', "\n";
