# Arrays and hashes whose `my` is not reached are empty ones.
use strict; use warnings; no warnings 'void';
sub array { my $r = shift; my @x = "a$r" if $r; return join ",", 1, @x }
sub anded { my $r = shift; $r and my @x = 1; return join ",", 1, @x }
sub ored { my $r = shift; $r || (my @x = (5)); return join ",", 1, @x }
sub hash { my $r = shift; my %x = (1, 2) if $r; return join ",", 1, %x }
sub chosen { my $r = shift; $r ? (my @x = 1) : 0; return join ",", 1, @x }
sub bare { my $r = shift; my @x if $r; push @x, 1; return join ",", 1, @x }
sub counted { my @x = "a" if @{ $_[0] } > 5; scalar @x }
sub unlessed { my ($r) = @_; my (@x) = (1, 2) unless $r; my %h = (a => 1) unless !$r; return "@x|" . join ",", %h }
sub closed { my $r = shift; my @x = (7) if $r; return sub { "@x" } }
print array(0), " ", array(3), "\n", anded(0), " ", anded(1), "\n", ored(0), " ", ored(1), "\n";
print hash(0), " ", hash(1), "\n", chosen(0), " ", chosen(1), "\n", bare(0), "\n";
print counted([1]), counted([1 .. 6]), " ", unlessed(0), " ", unlessed(1), "\n";
print closed(0)->(), "|", closed(1)->(), "\n";
my $never = 0;
my @top = (1, 2) if $never;
print join(",", "top", @top), "\n";
for my $n (1 .. 3) { my @in = ($n) x $n if $n != 2; my $filler = "x" x $n; print "$n @in $filler\n" }
if ($never && (my @cond = (1))) { print "not reached\n" } else { print "none\n" }
while ($never++ < 2 and my @w = (1, $never)) { print "w @w\n" }
