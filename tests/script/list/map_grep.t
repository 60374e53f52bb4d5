# map and grep: block, expression, hash-or-block guess, aliasing, nesting.
use strict; use warnings;
my @a = (1 .. 5);
print join(",", map { $_ * 2 } @a), "|", join(",", map $_ * 2, @a), "|", join(",", grep { $_ % 2 } @a), "|", join(",", grep $_ > 3, @a), "|", join(",", grep { /[24]/ } @a), "|", join(",", grep /3/, @a), "\n";
my %h = map { $_ => 1 } qw(a b);
print join(",", sort keys %h), "\n";
%h = map { ("\L$_" => 1) } qw(A B);
print join(",", sort keys %h), "\n";
%h = map { lc($_) => 1 } qw(C D);
print join(",", sort keys %h), "\n";
%h = map {; "x$_" => 1 } 1, 2;
print join(",", sort keys %h), "\n";
my @hr = map +{ n => $_ }, 1, 2;
print join(",", map { $_->{n} } @hr), "\n";
@hr = map { { n => $_ } } 3, 4;
print ref $hr[0], $hr[1]{n}, "\n";
@hr = map { +{ n => $_ } } 5;
print $hr[0]{n}, "\n";
my @l = map { ($_, $_ * 10) } 1, 2;
print "@l\n";
@l = map { () } 1 .. 3;
print scalar(@l), "\n";
@l = map { [$_, 1] } 1, 2;
print $l[1][0], "\n";
my $n = map { ($_) x 2 } 1 .. 3;
print "$n\n";
$n = grep { $_ > 2 }
@a;
print "$n\n";
$_ *= 10 for grep { $_ > 3 }
@a;
print "@a\n";
my @b = map { s/0/o/; $_ }
@a;
print "@a|@b\n";
my @c = map { my $x = $_; $x =~ s/o/0/; $x }
@b;
print "@b|@c\n";
print join(",", map { my $x = $_; map { "$x$_" } 'a' .. 'b' } 1 .. 2), "\n";
print join(",", map { scalar reverse $_ } qw(ab cd)), " ", join(",", map(uc, qw(a b))), " ", join(",", map { uc } qw(c d)), " ", join(",", map(lc($_), "E")), "\n";
my @idx = grep { $c[$_] == 3 } 0 .. $#c;
print "@idx\n";
my ($first) = grep { $_ > 1 } 1 .. 5;
print "$first\n";
print join(",", sort { $a <=> $b } map { $_ ** 2 } grep { $_ & 1 } -3 .. 3), "\n";
my @m = map { /(\d)(\w)/ ? "$2$1" : () } qw(1a zz 2b);
print "@m\n";
my %inv = map { $h{$_} => $_ } keys %h;
print scalar keys %inv, "\n";
my @copy = map { { %$_ } } { a => 1 };
print ref $copy[0], "\n";
print "exists\n" if grep { $_ eq 'x' } qw(w x y);
my @sl = map { @{$_}[0, 1] } [1, 2, 3], [4, 5, 6];
print "@sl\n";
{ my $str = join '', map chr(ord('a') + $_), 0 .. 3; print "$str\n"; }
print join(",", map { "$_" } 1, 2), "\n";
print join(" ", map { sprintf "%02d", $_ } 1 .. 3), "\n";
my @e = map { $_ => $_ + 1 } 1;
print "@e\n";
print join(",", map { ; +"$_" => 1 } "k"), "\n";
print join(",", map { ("$_") } 1, 2), "\n";
my @f = map { sub { $_[0] + 1 }->($_) } 1, 2;
print "@f\n";
my $outer = 10;
print join(",", map { my $y = $_ + $outer; $y } 1, 2), "\n";
for (1) { my @z = map { $_ } 7, 8; print "$_ @z\n" }
