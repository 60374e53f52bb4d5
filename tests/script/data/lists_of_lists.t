# perllol: growing, walking, slicing two-dimensional arrays.
use strict; use warnings;
my @m = ([1 .. 3], [4 .. 6]);
push @m, [7 .. 9];
push @{$m[0]}, 'x';
$m[3][1] = 'y';
print join("|", map { join ",", map { $_ // '-' } @$_ } @m), "\n";
print "$m[1][2] $m[1]->[2] ${$m[1]}[2] $#{$m[0]} ", scalar @{$m[2]}, "\n";
my @col = map { $_->[0] // 'u' }
@m;
print "@col\n";
my @sub = map { [@{$_}[0, 1]] }
@m[0, 1];
print join("|", map { "@$_" } @sub), "\n";
for my $i (0 .. $#m) { for my $j (0 .. $#{$m[$i]}) { $m[$i][$j] .= "!" if defined $m[$i][$j] && $i == $j } }
print $m[0][0], $m[1][1], $m[2][2], "\n";
my ($x, $y) = @{$m[1]}[0, 1];
print "$x $y\n";
splice @m, 1, 1;
print scalar(@m), $m[1][0], "\n";
my @c = map { [@$_] }
@m;
$c[0][0] = 'changed';
print $m[0][0], "\n";
my @flat = map { @$_ }
@m;
print scalar(@flat), "\n";
delete $m[0];
print defined $m[0] ? 1 : 0, "\n";
@{$m[5]} = (1, 2);
print scalar(@m), "@{$m[5]}\n";
my @t;
$t[$_ % 2][$_] = $_ for 0 .. 3;
print join("|", map { join ",", map { $_ // '' } @$_ } @t), "\n";
print exists $m[9] ? 1 : 0, exists $m[9][0] ? 1 : 0, scalar(@m), "\n";
