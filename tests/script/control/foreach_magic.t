# Loop variable scope: global localised, closures, modification, nested $_.
use strict; use warnings;
our $pkg = "keep";
for $pkg (1 .. 2) { see() }
sub see { print $pkg }
print $pkg, "\n";
$_ = "outer";
for (1 .. 2) { for (3 .. 4) { print } print }
print "$_\n";
my @m = map { my $o = $_; map { $o . $_ } 1 .. 2 } 'a' .. 'b';
print "@m\n";
sub uses { for (1 .. 2) { } $_ }
print uses(), "\n";
for my $x (my @c = (1, 2)) { $x *= 2; print $x }
print "\n";
my @a = (1 .. 5);
for my $e (@a) { $e = 0 if $e == 3 }
print "@a\n";
for (@a[1 .. 2]) { $_ = 'x' }
print "@a\n";
my %h = (a => 1);
for (@h{qw(a b)}) { $_ //= 'viv' }
print join(",", map "$_$h{$_}", sort keys %h), "\n";
for (my $t = "tmp") { s/t/T/; print "$_\n" }
my ($p, $q); for my $r (\($p, $q)) { $$r = 7 }
print $p + $q, "\n";
my $ref;
for my $v (1 .. 3) { $ref = \$v if $v == 2 }
print $$ref, "\n";
my @r;
for my $v (@a) { push @r, \$v } ${$r[0]} = 'via ref';
print $a[0], "\n";
for (1 .. 3) { my $v = $_; $_ = 'mod'; print $v }
print "\n";
for my $i (1 .. 2) { my $i = $i * 10; print $i }
print "\n";
my $total = 0;
$total += $_ for map { $_ * 2 } grep { $_ ne 'x' } 1 .. 3;
print "$total\n";
my @copy = @$_ for [1, 2];
for our $g (5, 6) { pg() }
sub pg { our $g; print $g }
print "\n";
{ local $_ = "l"; for (1) { } print; print "\n" }
my @stack = (1);
while (@stack) { my $n = pop @stack; print $n; push @stack, $n + 1 if $n < 4 }
print "\n";
my $i = 10;
for $i (1 .. 2) { }
print "$i\n";
for my $w (split / /, "a b c") { next unless $w gt 'a'; print $w }
print "\n";
my $count = @{[map { $_ } 1 .. 4]};
print "$count\n";
eval { for my $c (1, "lit") { $c .= "x" } 1 } or print $@;
eval { for my $c (1 .. 2) { $c .= "x"; print $c } print "\n"; 1 } or print $@;
eval { $_ .= "x" for (1, 2); 1 } or print $@;
eval { for (undef) { $_ = 1 } 1 } or print $@;
