# push, pop, shift, unshift, their results, and each/keys/values on arrays.
use strict; use warnings;
my @a;
print push(@a, 1, 2, 3), push(@a, ()), unshift(@a, -1, 0), "\n";
print "@a ", pop @a, shift @a, " @a\n";
my @e;
print defined pop @e ? "d" : "u", defined shift @e ? "d" : "u", scalar(@e), "\n";
my $r = [];
push @$r, 1, [2];
push @{$r->[2]}, "deep";
unshift @{$r->[3]{x}}, 5;
print scalar(@$r), $r->[2][0], $r->[3]{x}[0], "\n";
push $r->@*, 9;
print pop @$r, "\n";
my @k = keys @a;
my @v = values @a;
print "@k|@v\n";
while (my ($i, $v) = each @a) { print "$i=$v;" }
print "\n";
$_ *= 2 for values @a;
print "@a\n";
push @a, @a;
print "@a\n";
my @c = @a;
shift @c;
print scalar(@a), scalar(@c), "\n";
sub args { my $f = shift; my $l = pop; "$f-$l-@_" }
print args(1, 2, 3, 4), "\n";
my @big = map { $_ } 1 .. 1000;
shift @big for 1 .. 999;
print "@big\n";
unshift @big, $_ for 1 .. 3;
print "@big\n";
my @q = (1 .. 3);
push @q, shift @q for 1 .. 2;
print "@q\n";
print "last: ", (push @q, 7) - 1, $q[-1], "\n";
@ARGV = qw(x y);
print shift, "\n";
{ my @arr = (3, 1, 2); my ($min) = sort { $a <=> $b } @arr; my $cnt = @arr; my $str = "@arr[0..1]"; print "$min $cnt $str ", "@arr" . "", " ", @arr . "", " ", @arr + 0, "\n"; }
my @x = (1, 2, 3);
for my $i (reverse 0 .. $#x) { splice @x, $i, 1 if $x[$i] == 2 }
print "@x\n";
print "in list: ", join(",", @x, @x), " ", (@x, 5)[2], "\n";
my @nested = (1, (2, (3, ())), [4]);
print scalar(@nested), "\n";
print eval 'push 5, 1; 1' ? "ok" : $@;
print eval 'my $s = []; push $s, 1; 1' ? "ok" : $@;
print eval 'pop(1); 1' ? "ok" : $@;
