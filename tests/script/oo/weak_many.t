# Many weak references to one object, which go in any order. Looking each up among all would not end
# within the test's time.
use strict;
use warnings;
use Scalar::Util qw(weaken isweak);

my $root = { name => "root" };
my @all;
for my $n (1 .. 400_000) {
    push @all, { parent => $root, n => $n };
    weaken $all[-1]{parent};
}
shift @all for 1 .. 200_000;
pop @all for 1 .. 150_000;
print scalar(@all), " $all[0]{n} $all[-1]{n} ", isweak($all[7]{parent}) ? "weak" : "strong", "\n";
push @all, { parent => $root, n => $_ } for 1 .. 10;
weaken $_->{parent} for @all[-10 .. -1];
my @kept = splice @all, 25_000, 3;
splice @all, 1000 * $_, 5 for reverse 1 .. 40;
print scalar(@all), " ", scalar(grep { defined $_->{parent} } @all, @kept), "\n";
undef $root;
print scalar(grep { defined $_->{parent} } @all, @kept), "\n";
