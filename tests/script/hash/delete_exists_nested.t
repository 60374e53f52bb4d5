# delete and exists through nested data, delete local, slices.
use strict; use warnings;
my %h = (a => { b => { c => 1 } }, l => [1, { k => 'v' }]);
print exists $h{a}{b}{c} ? 1 : 0, exists $h{a}{x} ? 1 : 0, exists $h{l}[1]{k} ? 1 : 0, exists $h{l}[1]{z} ? 1 : 0, "\n";
print delete $h{a}{b}{c}, scalar(%{$h{a}{b}}), "\n";
my $sub = delete $h{a};
print ref $sub, exists $h{a} ? "still" : "gone", "\n";
our %g = (x => 1, y => 2, z => 3);
{ delete local $g{x}; print exists $g{x} ? "there" : "hidden", "\n"; { my @d = delete local @g{qw(y z)}; print "@d ", scalar(%g), "\n"; } print scalar(%g), "\n"; }
print join(",", map "$_$g{$_}", sort keys %g), "\n";
our @arr = (1, 2, 3);
{ my $d = delete local $arr[1]; print $d, defined $arr[1] ? "d" : "u", "\n"; }
print "@arr\n";
my @vals = delete @g{qw(x z nope)};
print join(",", map { $_ // 'u' } @vals), " ", join(",", keys %g), "\n";
my $last = delete @{{ p => 1, q => 2 }}{qw(p q)};
print "$last\n";
print defined delete $h{none} ? "d" : "u", "\n";
my $r = { one => [1 .. 3] };
delete $r->{one}[1];
print scalar @{$r->{one}}, defined $r->{one}[1] ? "d" : "u", "\n";
sub tail { delete $_[0]{$_[1]} }
print tail({ k => 'kv' }, 'k'), "\n";
my %s = (a => 1, b => 2);
delete $s{$_}
for grep { $s{$_} > 1 } keys %s;
print join(",", %s), "\n";
print "no viv: ", exists $s{q} ? 1 : 0, do { my $x = $s{q}; exists $s{q} ? 1 : 0 }, do { no warnings; my $y = "$s{q}"; exists $s{q} ? 1 : 0 }, "\n";
