# Odd elements, references where lists are expected, undef values and keys.
use strict; use warnings; $SIG{__WARN__} = sub { print "W: $_[0]" =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr };
my %h = (1, 2, 3);
print scalar(%h), "\n";
%h = { a => 1 };
%h = [1, 2];
my $r = { 1 };
$r = { 1, 2, 3 };
%h = (undef, 1);
print exists $h{''} ? "empty key\n" : "no\n";
my $u;
$h{$u} = 1;
my $x = $h{$u};
$x = "v: $h{nope}";
my %g = (a => undef);
$x = $g{a} . "x";
$x = $g{"a"} + 1;
my $k = 'a';
$x = "$g{$k}";
$x = $g{$k}{z}
if 0;
$x = exists $h{$u};
delete $h{$u};
my @a = (1);
$x = "$a[5]";
my $i = 7;
$x = "$a[$i]";
$x = "$r->{q}";
$x = "$$r{q}";
$x = "$r->{list}[2]";
our (%o, @o);
$x = "$o{k}$o[3]$o[-1]";
{ my %e; $x = join ",", @e{qw(a b)}; }
my %dup = (a => 1, b => );
print scalar(%dup), "\n";
%h = (%h, 'odd');
my %n = ('x') x 3;
my $hr = { %g, 'odd' };
