# Code in operands that makes the container around a place grow or end: the place stays.
use strict; use warnings; no warnings 'void';
our (@g, %g);

# subscripts behind a reference that their code moves
{ my @t; sub grow1 { push @t, (1) x 1000; 0 } $t[0][grow1()][0] = 7; print "1: $t[0][0][0]\n"; }
{ my @t = ([[1]]); sub grow2 { push @t, (1) x 1000; 0 } print "2: ", $t[0][grow2()][0], "\n"; }
{ my @t; sub grow3 { push @t, (1) x 1000; "a" } $t[0]{+grow3()}{b} = 7; print "3: $t[0]{a}{b}\n"; }
{ my @t = ([[1]]); sub grow4 { unshift @t, (1) x 1000; 0 } push @{$t[0][grow4()]}, 7; print "4: $t[1000][0][1]\n"; }
{ my $o = {l => [1, 2, 3]}; sub top { my $s = shift; $#{$s->{l}} }
  print "5: $o->{l}[top($o)]\n"; $o->{l}[top($o)] = 9; $o->{m}[top($o)]{x}++; print "@{$o->{l}} ", scalar @{$o->{m}}, "\n"; }
{ my %q; print "6: ", exists $q{b}{zero()} ? 1 : 0, join(",", sort keys %q), "\n"; my $x = $q{c}[zero()]; delete $q{d}{zero()};
  print join(",", sort keys %q), "\n"; sub zero { 0 } my $u; my $v = $u->{a}{zero()}; print join(",", keys %$u), "\n"; }

# what grep returns are the elements, wherever they are
{ my @a = map "x" x 40 . $_, 1 .. 3; for my $p (grep { 1 } @a) { push @a, (1) x 5000; $p .= "q" } print "7: @a[0..2]\n"; }
{ my @a = map "x" x 40 . $_, 1 .. 3; my @b = grep { push @a, (1) x 500; $_ .= "q" } grep { 1 } @a; print "8: @a[0..2]\n"; }
{ my @a = map "a" x 40 . $_, 1 .. 3; sub more { push @a, (1) x 300; 5 } my @b = map { $_ } @a, do { more(); 5 }; print "9: @b[0..2] $#b\n"; }

# a handler of warnings that empties the container of what is changed
{ my %h = (a => 1); local $SIG{__WARN__} = sub { %h = () }; $h{a} += "lit"; print "10: ", scalar keys %h, "\n"; }
{ my $s = "aaa"; our $t = "aaa"; my $n = () = $t =~ s/a/undef *t; 1/e; print "11: $n\n"; }

# the block of a sort may undefine *a
{ our @l = (3, 1, 2); no warnings "once"; my @b = sort { undef *a; 1 } @l; print "12: ", scalar @b, "\n"; }

# naming what is undefined says nothing more
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; print "13:\n"; eval q{my @a; print $a["1x"], "\n"}; our %e; print $e{a}; print STDOUT $e{a}; printf "%s\n", $e{a}; my $k = "b"; my $j = "<$e{$k}>"; }

# objects that empty what foreach, map and grep go over
package Clearing { use overload '""' => sub { @main::g = (); "o" }, fallback => 1 }
package main;
my $o = bless [], 'Clearing';
sub fill { @g = map "v$_" x 9, 1 .. 4 }
fill(); for my $x (@g) { my $l = "$x$o"; print "14: $x\n" }
fill(); for (@g) { my $l = "$_$o"; print "15: $_\n" }
fill(); my @m = map { "$_$o" } $g[0]; print "16: @m\n";
fill(); for ($g[0]) { $_ .= "$o"; s/v/w/; print "17: $_\n" }
fill(); for my $x ($g[1]) { $x .= "$o"; $x =~ tr/v/w/; print "18: $x\n" }

# what grep returned, in front of an item that makes the array grow
sub grown { push @g, (1) x 1000; "e" }
sub again { @g = map "v$_" x 9, 1 .. 3 }
again(); my @c = ((grep { 1 } @g), grown()); print "19: @c\n";
again(); my $c = [(grep { 1 } @g), grown()]; print "20: @$c\n";
again(); print "21: ", join(",", (grep { 1 } @g), grown()), "\n";
again(); my @s = sort { $a cmp $b } (grep { 1 } @g), grown(); print "22: @s\n";
again(); @c = (); push @c, (grep { 1 } @g), grown(); print "23: @c\n";
sub both { return ((grep { 1 } @g), grown()) } again(); print "24: @{[both()]}\n";
again(); my %c = ((grep { 1 } @g), grown()); print "25: ", join(",", map { "$_=$c{$_}" } sort keys %c), "\n";

# `||=` and its kin: the right side may move the place
sub longer { push @g, (1) x 1000; "l" }
again(); $g[1] = 0; for (@g[1, 2]) { $_ ||= longer(); $_ &&= longer() . "m" } print "26: @g[1, 2]\n";
sub arg { $_[0] ||= longer(); $_[1] //= longer(); } again(); @g[0, 1] = (0, undef); arg(@g); print "27: @g[0, 1]\n";
again(); $g[2] = ""; my $ref = \$g[2]; $$ref ||= longer(); print "28: $g[2]\n";
