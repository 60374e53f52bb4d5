# return from inside loops, maps and evals of a sort block
use strict; use warnings;
my @u = ({n => 2, m => 1}, {n => 1, m => 2}, {n => 1, m => 1}, {n => 2, m => 0});
my @s = sort { for my $k (qw(n m)) { my $c = $a->{$k} <=> $b->{$k}; return $c if $c } 0 } @u;
print "1: ", join(" ", map { "$_->{n}$_->{m}" } @s), "\n";
@s = sort { for my $x ($a) { return $x <=> $b } } 3, 1, 2; print "2: @s\n";
@s = sort { for my $x (1, 2) { return $a <=> $b } } 3, 1, 2; print "3: @s\n";
@s = sort { my $n = 0; while ($n++ < 1) { return $a <=> $b } 0 } 3, 1, 2; print "4: @s\n";
@s = sort { my @x = map { return $a <=> $b } 1; 0 } 3, 1, 2; print "5: @s\n";
@s = sort { for (1, 2) { for my $y (3, 4) { return $b <=> $a } } } 3, 1, 2; print "6: @s\n";
@s = sort { my $r = eval { for my $x (1, 2) { return $a <=> $b } 7 }; $r } 3, 1, 2; print "7: @s\n";
our $g = 5; @s = sort { for my $x (1) { local $g = 6; return $a <=> $b } } 3, 1, 2; print "8: @s $g\n";
$_ = "kept"; @s = sort { for (9) { return $a <=> $b } } 3, 1, 2; print "9: @s $_\n";
@s = sort { do { my $q = "x"; return $a <=> $b } } 3, 1, 2; print "10: @s\n";
for my $round (1 .. 2) { for my $o (1 .. 2) { my @t = sort { for my $x ($a) { my $z = $x; return $z <=> $b } } 3, 1, 2; print "11: $round$o @t\n" } }
sub sorted { my @l = sort { foreach my $f (0, 1) { my $c = $a->[$f] cmp $b->[$f]; return $c if $c } return 0 } @_; return map { "@$_" } @l }
print "12: ", join(",", sorted(["b", 1], ["a", 2], ["a", 1], ["b", 0])), "\n";
# subs that are not there, or go while they sort
sub declared; my $name = "nowhere"; my $anon = sub { 1 }; undef &$anon;
for my $code ('sort declared 3, 1', 'sort $name 3, 1', 'my $r = \&nosuch; sort $r 3, 1', 'sort $anon 3, 1', 'package Q; sort other 3, 1') { my @r = eval $code; print $@ =~ s/ at .*//sr, "\n" }
my $calls = 0; my $dies; $dies = sub { undef &$dies if $calls++ == 1; $a <=> $b }; eval { @s = sort $dies 4, 3, 2, 1; 1 } or print "13: ", $@ =~ s/ at .*//sr, "\n";
my %none; for (reverse $none{a}) { } print "14: ", scalar(keys %none), "\n";
