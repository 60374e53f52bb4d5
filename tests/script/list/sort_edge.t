# sort: undef, mixed, warnings, dying comparators, modifications, nested sort.
use strict; use warnings; $SIG{__WARN__} = sub { print "W: $_[0]" };
my @u = sort (3, undef, 1);
print join(",", map { $_ // 'undef' } @u), "\n";
@u = sort { $a <=> $b } (3, undef, 1);
print join(",", map { $_ // 'undef' } @u), "\n";
my @r = eval { sort { die "in cmp\n" } 1, 2 };
print "died: $@";
@r = eval { sort nosuch 1, 2 };
print $@;
@r = sort { $b <=> $a } "10x", 9;
print "@r\n";
my @nested = sort { my @i = sort { $b cmp $a } "p", "q"; $a <=> $b } 3, 1, 2;
print "@nested\n";
sub outer { my @x = sort { $a <=> $b } @_; "@x" }
print join("|", map { outer(@$_) } [3, 1], [9, 8]), "\n";
my @big = map { ($_ * 7919) % 10007 } 1 .. 10006;
my @sorted = sort { $a <=> $b }
@big;
my $ok = 1;
$sorted[$_] == $_ + 1 or $ok = 0 for 0 .. $#sorted;
print "ok $ok\n";
my @str = sort map { sprintf "%03d", $_ } reverse 1 .. 200;
print "$str[0] $str[-1]\n";
@r = sort { 0 } qw(c a b);
print "@r\n";
@r = sort { -1 } qw(c);
print "@r\n";
my $calls = 0;
@r = sort { $calls++; $a cmp $b } qw(x);
print "calls $calls\n";
sub rec { my $d = shift; return $d if $d <= 0; my @x = sort { $a <=> $b } rec($d - 1), $d; return @x }
print join(",", rec(4)), "\n";
for my $c ('sort { $a <=> $b } ', 'my $x = sort 1, 2; 1', 'sort(1,2); 1', 'my @l = sort { last } 1, 2; 1', 'my ($a, $b); my @x = sort { $a <=> $b } 2, 1; 1') { my $v = eval $c; print "$c => ", defined $v ? $v : 'undef', " $@\n" }
my @mixed = sort { $a <=> $b || $a cmp $b } qw(1 01 1.0 a 0);
print "@mixed\n";
our @g = (3, 1, 2);
@g = sort { $b <=> $a }
@g;
print "@g\n";
my @inf = sort { $a <=> $b } 9**9**9, -9**9**9, 0;
print "@inf\n";
my @al = (5, 4);
$_ *= 10 for (sort { $a <=> $b } @al);
print "@al\n";
{ local $a = "saved"; my @z = sort { $a <=> $b } 2, 1; print "$a\n"; } return_sort();
sub return_sort { my @x = sort { $a cmp $b } return_list(); print "@x\n" }
sub return_list { return qw(q e) }
