# Fat comma quoting, trailing commas, line breaks, keyword keys.
use strict; use warnings;
my %h = (print => 1, q => 2, y => 3, if => 4, -foo => 5, 007 => 6, 1.50 => 7, x => 8, Bar => 9,
    'a b' => 10,
    s
    => 11, );
print join(" ", map "$_=$h{$_}", sort keys %h), "\n";
print $h{y}, $h{q}, $h{print}, $h{-foo}, $h{if}, $h{x}, $h{s}, $h{Bar}, "\n";
sub key { "called" }
my %k = (key => 1, key() => 2, +key, 3);
print join(" ", map "$_=$k{$_}", sort keys %k), "\n";
print $k{key}, " ", $k{key()}, " ", $k{+key}, " ", $k{"key"}, " ", $k{ key }, "\n";
my @l = (1, , 2, , , 3, ); print scalar(@l), "\n"; my @m = (a=>b=>c=>1); print "@m\n";
use constant PI => 3;
my %c = (PI, 1, PI() => 2, PI => 4);
print join(" ", map "$_=$c{$_}", sort keys %c), "\n";
print $c{+PI}, $c{PI}, $c{&PI}, "\n";
print "minus: ", join(",", -bar => -"bar", - "x"), "\n";
my %n = (__PACKAGE__, 1, __LINE__ => 2);
print join(" ", sort keys %n), "\n";
print "$h{-foo} $h{'-foo'}\n";
my $r = { map { $_ => 1 } qw(a b) };
print join(",", sort keys %$r), "\n";
my @pairs = %{{ one => 1 }};
print "@pairs\n";
