# What $1 is from one round of a loop to the next: rounds share what they match unless the body is a
# block of its own (continue, a variable declared in the condition); next and redo begin anew.
no warnings;
use feature 'try';
my @t = (
'for my $x ("a1","b","c3") { print $1//"u"; $x=~/(\d)/; print $1; }',
'for my $x ("a1","b2","c3") { print $1//"u"; $x=~/(\d)/; print $1; }',
'for my $x (1..3) { print $1//"u"; $x=~/(\d)/; print $1; }',
'for my $x (1..3) { print $1//"u"; "q$x"=~/(\d)/; print $1; }',
'for my $x (1,2,3) { print $1//"u"; "q$x"=~/(\d)/; print $1; }',
'for my $x (1,2,3) { print $1//"u"; "q$x"=~/(\d)/; print $1; next if 0 }',
'for my $x (1,2,3) { print $1//"u"; "q$x"=~/(\d)/; }',
'my @x=1..3; while (defined(my $x=shift @x)) { print $1//"u"; "q$x"=~/(\d)/; print $1}',
'my @x=1..3; while (my $x=shift @x) { print $1//"u"; "q$x"=~/(\d)/; print $1}',
'my @x=1..3; while (@x) { my $x=shift @x; print $1//"u"; "q$x"=~/(\d)/; print $1}',
'my @x=1..3; while (@x) { local $x=shift @x; print $1//"u"; "q$x"=~/(\d)/; print $1}',
'my @x=1..3; while (@x) { $x=shift @x; print $1//"u"; "q$x"=~/(\d)/; print $1}',
'my @x=1..3; while ($x=shift @x) { print $1//"u"; "q$x"=~/(\d)/; print $1}',
'for my $x (1..3) { print $1//"u"; my $y; "q$x"=~/(\d)/; print $1; }',
'for (1..3) { print $1//"u"; my $y; "q$_"=~/(\d)/; print $1; }',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; }',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; } continue {}',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; } continue { print "c" }',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; next} continue { print "c$1" }',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; next} continue { print "c$1"; my $x }',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; my $x; next} continue { print "c$1"; my $x }',
'for (my $i=0;$i<3;$i++) { print $1//"u"; "q$i"=~/(\d)/; print $1; }',
'for ($i=0;$i<3;$i++) { print $1//"u"; "q$i"=~/(\d)/; print $1; }',
'for ($i=0;$i<3;$i++) { print $1//"u"; my $x; "q$i"=~/(\d)/; print $1; }',
'for my $x (1,2,3) { print $1//"u"; "q$x"=~/(\d)/; print $1; next }',
'for my $x (1,2,3) { my $y; print $1//"u"; "q$x"=~/(\d)/; print $1; next }',
'for our $x (1,2,3) { print $1//"u"; "q$x"=~/(\d)/; print $1; }',
'for $x (1,2,3) { print $1//"u"; "q$x"=~/(\d)/; print $1; }',
'my $x; for $x (1,2,3) { print $1//"u"; "q$x"=~/(\d)/; print $1; }',
'$n=0; { print $1//"u"; "q".$n =~/(\d)/; "$n"=~/(\d)/; print $1; redo if $n++<3 }',
'$n=0; { my $y; print $1//"u"; "q".$n =~/(\d)/; "$n"=~/(\d)/; print $1; redo if $n++<3 }',
'for (1..3) { print $1//"u"; if ("q$_"=~/(\d)/) { print $1 } print $1 }',
'for (1..3) { print $1//"u"; if ((my $x="q$_")=~/(\d)/) { print $1 } print $1 }',
'for (1..3) { print $1//"u"; if ("q$_"=~/(\d)/) { my $x; print $1; "c8"=~/(\d)/ } print $1 }',
'for (1..3) { print $1//"u"; if ("q$_"=~/(\d)/) { print $1; "c8"=~/(\d)/ } print $1 }',
'for (1..3) { print $1//"u"; use strict; "q$_"=~/(\d)/; print $1 }',
'for (1..3) { print $1//"u"; sub { "q$_"=~/(\d)/ }->(); print $1 }',
'for (1..3) { print $1//"u"; do { "q$_"=~/(\d)/ }; print $1 }',
'for (1..3) { print $1//"u"; do { my $x; "q$_"=~/(\d)/ }; print $1 }',
'for (1..3) { print $1//"u"; eval { "q$_"=~/(\d)/ }; print $1 }',
'for (1..3) { print $1//"u"; eval q{ "q$_"=~/(\d)/ }; print $1 }',
'for (1..3) { print $1//"u"; unless ("q$_"!~/(\d)/) { print $1 } print $1 }',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; our $z}',
'for (1..3) { print $1//"u"; "q$_"=~/(\d)/; print $1; local $z}',
'for (1..3) { print $1//"u"; ("q$_"=~/(\d)/) && print $1; }',
'for (1..3) { print $1//"u"; my $s="q$_"; $s=~s/(\d)/x/; print $1; }',
'for (1..3) { print $1//"u"; $s="q$_"; $s=~s/(\d)/x/; print $1; }',
'for (1..3) { print $1//"u"; $s="q$_"; $s=~s/(\d)/my $x;1/e; print $1; }',
'for (1..3) { print $1//"u"; $s="q$_"; $s=~s/(\d)/1/e; print $1; }',
'for (1..3) { print $1//"u"; $s="q$_"; $s=~m/(\d)(?{1})/; print $1; }',
'for (1..3) { print $1//"u"; $s="q$_"; $s=~m/($s)/; print $1; }',
'for my $x (1..3) { print $1//"u"; $s="q$x"; $s=~m/($s)/; print $1; }',
'for my $x (1..3) { print $1//"u"; "q$x"=~/(\d)/; print $1; for my $y (1) { } }',
'for my $x (1..3) { print $1//"u"; "q$x"=~/(\d)/; print $1; for  (1) { } }',
'for my $x (1..3) { print $1//"u"; "q$x"=~/(\d)/; print $1; { my $y } }',
'for my $x (1..3) { print $1//"u"; "q$x"=~/(\d)/; print $1; sub { my $y } }',
'for my $x (1..3) { print $1//"u"; "q$x"=~/(\d)/; print $1; BEGIN{ my $y } }',
'for (qw(a1 b2)[0]=~/(\d)/) { print $1 } print $1;',
'for ("a1"=~/(\d)/, "a2"=~/(\d)/) { print $1 } print $1;',
'for my $x ("a1"=~/(\d)/, "a2"=~/(\d)/) { print $1; "c$x"=~/(\d)/ } print $1;',
'for ("a1"=~/(\d)/; $k<2; $k++) { print $1; "c$k"=~/(\d)/ } print $1;',
'for (my $k="a3"=~/(\d)/; $k<3; $k++) { print $1; "c$k"=~/(\d)/ } print $1;',
'for (my $k=0; $k<3; ) { print $1; "c$k"=~/(\d)/; $k++ } print $1;',
'for (; my $z=$k<3; ) { print $1; "c$k"=~/(\d)/; $k++ } print $1;',
'for (; my $z=$k<3 && "q4"=~/(\d)/; ) { print $1; "c$k"=~/(\d)/; $k++ } print $1;',
'for (; $k<3 ; "s$k"=~/(\d)/ ) { print $1; "c$k"=~/(\d)/; $k++ } print $1;',
'for (;;) { print $1; "c$k"=~/(\d)/; last if $k++>2 } print $1;',
'while ("c$k"=~/(\d)/) { print $1; "d".($k+5)=~/(.\d)/; last if $k++>2 } print $1;',
'while (my $z="c$k"=~/(\d)/) { print $1; "d".($k+5)=~/(.\d)/; last if $k++>2 } print $1;',
'while (our $z="c$k"=~/(\d)/) { print $1; "d".($k+5)=~/(.\d)/; last if $k++>2 } print $1;',
'while (our $z=$k<3) { print $1; "d".($k+5)=~/(\d)/; last if $k++>2 } print $1;',
'use feature "state"; while (state $z=$k<3) { print $1; "d".($k+5)=~/(\d)/; last if $k++>2 } print $1;',
'while (do { my $z=$k<3 }) { print $1; "d".($k+5)=~/(\d)/; last if $k++>2 } print $1;',
'while (sub { my $z=$k<3 }->()) { print $1; "d".($k+5)=~/(\d)/; last if $k++>2 } print $1;',
'until ((my $z=$k)>3) { print $1; "d".($k+5)=~/(\d)/; last if $k++>2 } print $1;',
'until ($k>3) { print $1; "d".($k+5)=~/(\d)/; last if $k++>2 } print $1;',
'while ($k<3) { print $1; "d".($k+5)=~/(\d)/; $k++; { next } } print $1;',
'while ($k<3) { print $1; "d".($k+5)=~/(\d)/; $k++; { {next} } } continue { print $1; "e8"=~/(\d)/ } print $1;',
'while ($k<3) { print $1; "d".($k+5)=~/(\d)/; $k++; } continue { print $1; "e8"=~/(\d)/ } print $1;',
'while ($k<3 and "x6"=~/(\d)/) { print $1; "d".($k+5)=~/(\d)/; $k++; } continue { print $1; "e8"=~/(\d)/ } print $1;',
'while ($k<3 and "x6"=~/(\d)/) { print $1; "d".($k+5)=~/(\d)/; $k++; next} continue { print $1; "e8"=~/(\d)/ } print $1;',
'sub nx { next } while ($k<3) { print $1; "d".($k+5)=~/(\d)/; $k++; nx() } print $1;',
'while ($k<3) { print $1; "d".($k+5)=~/(\d)/; $k++; eval {next} } print $1;',
'while ($k<3) { print $1; "d".($k+5)=~/(\d)/; $k++; eval "next" } print $1;',
'while ($k<3) { print $1; { "d".($k+5)=~/(\d)/; $k++; eval "next" } } print $1;',
'L: while ($k<3) { print $1; { "d".($k+5)=~/(\d)/; $k++; eval "next L" } } print $1;',
'L: while ($k<3) { print $1; for (1) { "d".($k+5)=~/(\d)/; $k++; eval "next L" } } print $1;',
'L: while ($k<3) { print $1; for (1) { "d".($k+5)=~/(\d)/; $k++; next L } } print $1;',
'L: while ($k<3) { print $1; "d".($k+5)=~/(\d)/; print $1; $k++;redo L if $k<3 } print $1;',
'L: while ($k<3) { print $1; "d".($k+5)=~/(\d)/; print $1; $k++; eval {redo L} if $k<3 } print $1;',
'while ($k<3) { print $1; "d".($k+5)=~/(\d)/; print $1; $k++; goto M if $k==2; M: print $1 } print $1;',
'{ print $1; "d5"=~/(\d)/ } continue { print $1; "d6"=~/(\d)/; } print $1;',
'{ print $1; "d5"=~/(\d)/; next } continue { print $1; "d6"=~/(\d)/; } print $1;',
'print map { print $1; "d$_"=~/(\d)/; $1 } 1..3; print $1',
'print map { print $1; my $x; "d$_"=~/(\d)/; $1 } 1..3; print $1',
'print grep { print $1; "d$_"=~/(\d)/; $1 } 1..3; print $1',
'print grep { print $1; my $x; "d$_"=~/(\d)/; $1 } 1..3; print $1',
'print map +(print($1), "d$_"=~/(\d)/, $1), 1..3; print $1',
'$_="abc"; s/(.)/print $1; "d5"=~m,(\d),; $1/ge; print $1',
'$_="abc"; s/(.)/print $1; my $x; "d5"=~m,(\d),; $1/ge; print $1',
'for (1..2) { print $1; do { print $1; "d$_"=~/(\d)/; print $1 } for 6..7; print $1 } print $1',
'for (1..2) { print $1; do { print $1; "d$k"=~/(\d)/; print $1 } while $k++<3; print $1 } print $1',
'for (1..2) { print $1; "d$k"=~/(\d)/ while $k++<3; print $1 } print $1',
'for (1..2) { print $1; "d$_"=~/(\d)/ for 6,7; print $1 } print $1',
'for (1..2) { print $1; print $1, "d$_"=~/(\d)/ for 6,7,8; print $1 } print $1',
'use feature "switch"; for (1..3) { print $1; when (/(2)/) { print $1 } "d$_"=~/(\d)/; print $1 } print $1',
'use feature "switch"; for (1..3) { print $1; "d$_"=~/(\d)/; print $1; when (/(2)/) { print $1; continue } "e7"=~/(\d)/} print $1',
'use feature "switch"; for (1..3) { given ($_) { print $1; "d$_"=~/(\d)/; print $1;} print $1} print $1',
'for my ($p,$q) (1..6) { print $1; "d$p"=~/(\d)/; print $1;} print $1',
'for (1..3) { if ($_==2) { "i7"=~/(\d)/; next } print $1; "d$_"=~/(\d)/;} print $1',
'for (1..3) { if ($_==2) { "i7"=~/(\d)/; } else { print $1; "d$_"=~/(\d)/;} print $1 } print $1',
'for (1..3) { if ($_==2) { "i7"=~/(\d)/; } elsif ("e4"=~/(\d)/) { print $1; "d$_"=~/(\d)/;} print $1 } print $1',
'for (1..3) { print "[$1]"; s/(\d)/$1+1/e for my @x=($_); print $1 } print $1',
'for (1..3) { print $1; my @x=split /(\d)/, "a1b2"; print $1 } print $1',
'for (1..3) { print $1; my ($x)="q$_"=~/(\d)/g; print $1 } print $1',
'for (1..3) { print $1; @{"q$_"=~/(\d)/ ? [1]:[2]}; print $1 } print $1',
'for (1..3) { print $1; try { "q$_"=~/(\d)/; print $1} catch ($e) {} print $1 } print $1',
'for (1..3) { print $1; try { "q$_"=~/(\d)/; die} catch ($e) { print $1; "r5"=~/(\d)/ } print $1 } print $1',
'for (1..3) { print $+{n}; "q$_"=~/(?<n>\d)/; print $+{n}, "$&$`" } print $1',
'print $1 while "a".$k++ =~ /(\d)/ && $k < 4 || "x"=~/(x)/ && $k<6; print $1',
'while (1) { print $1; "a5"=~/(\d)/; if ($k++) { print $1; last } } print $1',
'sub { while (1) { print $1; "a5"=~/(\d)/; if ($k++) { print $1; return } } }->(); print $1',
'for (1,2) { print $1; sub { print $1; "q5"=~/(\d)/; print $1 }->(); "r$_"=~/(\d)/ } print $1',
'for (1,2) { eval { "r$_"=~/(\d)/; die }; print $1 } print $1',
'for (1,2) { "r$_"=~/(\d)/; eval { print $1; "r7"=~/(\d)/; die }; print $1 } print $1',
'for (1,2) { "r$_"=~/(\d)/; eval { for (1..2) { print $1; "r7"=~/(\d)/; die if $_==2 } }; print $1 } print $1',
'foreach my $x (map { /(\d)/; $1 } qw(a1 a2)) { print $1; "r$x"=~/(\d)/;} print $1',
'for (1,2) { print $1; "r$_"=~/(\d)/; while (1) { print $1; "r7"=~/(\d)/; last } print $1 } print $1',
'for (1,2) { print $1; "r$_"=~/(\d)/; print $1 } for (3,4) { print $1; "r$_"=~/(\d)/; print $1 } print $1',
'if ("k1"=~/(\d)/) { for (1,2) { print $1; "r$_"=~/(\d)/; print $1 } print $1; "l3"=~/(\d)/ } print $1',
'unless ("k1"!~/(\d)/) { "l3"=~/(\d)/; print $1 } print $1',
'while (<DATA>) { print $1; /(\d)/ } print $1',
);
my $n = 0;
for (@t) {
  local $k = 0;
  print ++$n, " [$_]\n    ";
  "z9" =~ /(\d)/;
  eval "no strict; no warnings; $_; print qq{|\$1\n}";
  print $@;
}
"z9"=~/(\d)/;
print map { print $1; "d$_"=~/(\d)/; $1 } 1..3; print $1, "\n";
print map { print $1; "d$_"=~/(\d)/; my $x; $1 } 1..3; print $1, "\n";
print grep { print $1; "d$_"=~/(\d)/; } 1..3; print $1, "\n";
$_="abc"; s/(.)/print $1; "d5"=~m,(\d),; $1/ge; print $1, "\n";
for (1..2) { s/(\d)/$1+1/e for my @x=($_); print $1 } print $1, "\n";
for my $q (1..2) { my @x=($q); s/(\d)/$1+1/e for @x; print $1 } print $1, "\n";
for my $q (1..2) { my $x=$q; $x =~ s/(\d)/$1+1/e; print $1 } print $1, "\n";
@x=split /(\d)/, "a1b2"; print $1, "\n";
print grep +(print($1), "d$_"=~/(\d)/), 1..3; print $1, "\n";
print grep {print($1); "d$_"=~/(\d)/} 1..3; print $1, "\n";
print map {; $1, "d$_"=~/(\d)/} 1..3; print $1, "\n";
print map { if (1) { $1, "d$_"=~/(\d)/} } 1..3; print $1, "\n";
print sort map { "d$_"=~/(\d)/; sub { $1 }->() } 1..3; print $1, "\n";
sub lp { for (@_) { "d$_"=~/(\d)/; return $1 if $1 > 2 } } print lp(1..4), $1, "\n";
sub lp2 { for (@_) { "d$_"=~/(\d)/ && $1 > 2 && return "<$1>" } } print lp2(1..4), $1, "\n";
sub lp3 { while (@_) { my $x = shift; "d$x"=~/(\d)/ && $1 > 2 && return "<$1>" } } print lp3(1..4), $1, "\n";
sub lp4 { { "d7"=~/(\d)/; $1 } } print lp4(), $1, "\n";
sub lp5 { for (1) { "d7"=~/(\d)/; do { return $1 } } } print lp5(), $1, "\n";
print do { "d7"=~/(\d)/; $1 }, $1, "\n";
print eval { for (1) { "d7"=~/(\d)/; return "$1" } }, $1, "\n";
__DATA__
l1
l2
m
l4
