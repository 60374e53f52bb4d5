# %h{...}, %a[...], delete of key/value slices, slices in boolean tests and calls.
use strict; use warnings;
my %h = (a => 1, b => 2, c => 3);
my @a = qw(x y z);
my %s = %h{qw(a c)};
print join(",", map { "$_$s{$_}" } sort keys %s), "\n";
my %t = %a[0, 2];
print join(",", map { "$_$t{$_}" } sort keys %t), "\n";
my %m = %h{'a', 'nope'};
print exists $m{nope} ? 1 : 0, exists $h{nope} ? 1 : 0, "\n";
my $r = \%h;
print join(",", %$r{'b'}), join(",", $r->%{'c'}), join(",", %{$r}{'a'}), "\n";
my %d = delete %h{qw(a b)};
print join(",", map { "$_$d{$_}" } sort keys %d), join(",", %h), "\n";
sub f { scalar @_ }
print f(@s{qw(a c)}), f(%s{qw(a c)}), f(%a[0, 1]), "\n";
my ($p, $q) = @s{qw(a c)};
print $p + $q, "\n";
@s{qw(d e)} = @s{qw(a c)};
print join(",", map { $s{$_} } sort keys %s), "\n";
my @v = @{{ k1 => 'v1', k2 => 'v2' }}{qw(k2 k1)};
print "@v\n";
print join(",", (map { $_ // 'u' } @s{qw(a zz)})), scalar(keys %s), "\n";
print join(",", map { $_ // 'u' } @a[1, 5]), scalar(@a), "\n";
my %n = (l => [1, 2, 3], h => { x => 1, y => 2 });
print "@{$n{l}}[0,2] @{$n{h}}{qw(x y)} ", join(",", $n{l}->@[1, 2]), join(",", $n{h}->@{qw(y)}), "\n";
print eval '%h{a} = 1; 1' ? "ok" : $@;
print eval 'my %q; %q{qw(a b)} = (1, 2); 1' ? "ok" : $@;
