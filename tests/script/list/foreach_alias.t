# foreach aliases its elements; loop variables are restored; modifying literals dies.
use strict; use warnings;
my @a = (1, 2, 3);
$_ *= 2 for @a;
print "@a\n";
for my $x (@a) { $x++ }
print "@a\n";
my ($p, $q) = (1, 2);
$_ .= "!" for $p, $q;
print "$p $q\n";
my %h = (a => 1, b => 2);
$_ *= 10 for values %h;
print join(",", map "$_$h{$_}", sort keys %h), "\n";
for my $i (reverse @a) { $i = "r$i" }
print "@a\n";
our $g = "global";
for $g (1, 2) { show() }
sub show { print "g=$g " }
print "$g\n";
my $lex = "outer";
my $code = sub { $lex };
for $lex (1 .. 2) { print $code->(), $lex, " " }
print "$lex\n";
$_ = "saved";
for (1 .. 2) { }
print "$_\n";
eval { for (1, 2) { $_++ } 1 } or print $@;
eval { $_++ for "lit"; 1 } or print $@;
eval { for my $x (map { $_ } 1, 2) { $x++ } print "map ok\n"; 1 } or print $@;
for my $x (1 .. 3) { $x *= 2; print $x }
print "\n";
my @e = ();
for my $x (@e, 5) { print "only $x\n" }
my @grow = (1, 2);
for my $x (@grow) { push @grow, $x + 2 if @grow < 5; print $x }
print "\n";
for my $x (@a[0, 1]) { $x = 'z' }
print "@a\n";
for my ($k, $v) (a => 1, b => 2) { print "$k$v " }
print "\n";
no warnings;
for my ($x, $y, $z) (1 .. 5) { print join("-", map { $_ // 'u' } $x, $y, $z), " " }
print "\n";
my @subs;
for my $i (1 .. 3) { push @subs, sub { $i++ } }
print $_->(), $_->() for @subs;
print "\n";
for (my $i = 0; $i < 2; $i++) { push @subs, sub { $i } }
print $subs[-1]->(), $subs[-2]->(), "\n";
my $r = [1, 2];
for (@$r) { s/^/x/ }
print "@$r\n";
for (my ($i, $j) = (0, 5); $i < $j; $i++, $j--) { print "$i$j " }
print "\n";
foreach my $n (1 .. 2, 'a' .. 'b', @$r) { print $n }
print "\n";
sub mod { $_ .= "m" for @_ }
my @m = ("a", "b");
mod(@m);
print "@m\n";
for (my @tmp = (1, 2)) { $_++ ; print }
print "\n";
my $str = "x";
for ($str) { s/x/y/; tr/y/z/ }
print "$str\n";
my $cnt = 0;
for my $u (undef, 0, '') { $cnt++ }
print "$cnt\n";
{ local $_ = 5; print "$_ "; for (1) { print } print " $_\n" }
print "idx $#{[1,2,3]}\n";
