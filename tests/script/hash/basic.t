# Hash element forms, quoting of keys, undef and reference keys.
use strict; use warnings;
my %h = (a => 1, 'b c' => 2, 3 => 'three', 1.50 => 'num', "" => 'empty');
print "$h{a} $h{'b c'} $h{3} $h{1.5} $h{''} $h{ a }\n";
my $k = 'a'; print $h{$k}, $h{"$k"}, $h{lc 'A'}, $h{'b' . ' c'}, $h{q(a)}, "\n";
$h{01} = 'octal';
$h{1e3} = 'exp';
$h{0x10} = 'hex';
$h{"01"} = 'str';
$h{-neg} = 'neg';
print join(",", sort keys %h), "\n";
{ no warnings; $h{undef()} = 'u'; print $h{''}, "\n"; }
my $r = [1]; $h{$r} = 'ref'; print((grep /^ARRAY\(0x/, keys %h) ? "refkey\n" : "none\n");
print exists $h{nope} ? "e" : "n", defined $h{nope} ? "d" : "u", scalar(grep { $_ eq 'nope' } keys %h), "\n";
print delete $h{a}, defined(delete $h{a}) ? "d" : "u", "\n";
my %copy = %h; $copy{new} = 1; print exists $h{new} ? "shared" : "copied", "\n";
my %m = (%copy, new => 2, 'b c' => 9); print "$m{new} $m{'b c'}\n";
undef %m;
print scalar(keys %m), "\n";
%m = (a => 1, a => 2);
print $m{a}, "\n";
$m{shift} = 's';
$m{y} = 'why';
print $m{shift}, $m{y}, "\n";
