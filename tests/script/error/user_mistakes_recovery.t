# One run names all mistakes: reading on after a syntax error.
# Each program below is broken; perl -c tells what it thinks of it.
use strict; use warnings;
use File::Temp 'tempdir';

my $dir = tempdir(CLEANUP => 1);
chdir $dir or die "chdir: $!";
local $/;
my $number = 0;
for my $program (split /^%%\n/m, <DATA>) {
    open my $out, '>', 'prog.pl' or die "prog.pl: $!";
    print $out $program;
    close $out;
    print '--- ', ++$number, "\n", `$^X -c prog.pl 2>&1`, 'status ', $? >> 8, "\n";
}
chdir '/';
__DATA__
my $x = ;
my $y = ;
1 2;
print "x" "y";
%%
use strict;
my $x = ;
$foo = 1;
$bar = ;
my $z;
$z = 5 5;
%%
sub f {
  my $x = 3 3;
  if ($x) { print 1; $y = 4 }
}
print "hello";
$y = 3 3;
%%
if ($x {
  print 1;
}
print 2;
%%
if ($x) {
  print 1;

print 2;
%%
my @a = (1, 2;
print @a;
%%
my %h = (a => 1, b => 2;
foreach my $k (keys %h) {
  print "$k\n";
}
%%
use strict;
my $x = 5
my $y = 6;
print $x;
%%
use strict;
print "foo"
print "bar";
%%
foo bar baz;
%%
use strict; foo bar baz;
%%
elsif (1) { }
%%
if (1) { } else if (2) { }
%%
if (1) { print 1 } elsif { }
%%
print (1
%%
}
%%
)
%%
]
%%
for my $i (1..3) { print $i
%%
use strict; my $x = ; print $x;
%%
use strict; my $x = 5 my $y = 4; print $x;
%%
use strict; { my $x = ; print $x; } print $y;
%%
my $x = ; foo 2 3; 
%%
my $x = ; $x 3; print 4 4;
%%
my $x = ; 5; 3 3;
%%
my $x = ; BEGIN { print "hi\n" } 
%%
my $x = ; use strict; $z = 1;
%%
use strict; $z=1; use POSIX; $y=2;
%%
use strict; $z=1; sub f { 1 } BEGIN { f() }
%%
print "a" print "b"; foo(; bar); 3;
%%
if (1) { my $x = ; } else { 3 3; 4 4; } 5 5;
%%
sub f { my $x = (3; } sub g { 4 4; } 
%%
my %h = { a => 1, b => ; c => 2 }; print 1;
%%
foo(sub { my $x = ; 3 }, 4) 5;
%%
if (1) { print 1; 
  foo(;
  bar();
} } print 3 3;
%%
while (1) print "x";
print 4 4;
%%
if ($x) print "x"; else print "y";
%%
my $x = [1, 2;
print $x;
foo();
%%
my $x = {a => 1, b => 2;
print $x;
foo();
%%
foo(1,2;
{ 4 }
bar();
}
%%
sub f { 
  if (1) {
    print 1;
}
sub g { 1 }
print "x";
%%
use strict; $a1=1;$a2;$a3;$a4;$a5;$a6;$a7;$a8;$a9;$a10;$a11;$a12;
%%
use strict; $a1=1;$a2;$a3;$a4;$a5;$a6;$a7;$a8;$a9;$a10;$a11;$a12; 3 3; 4;
%%
use strict; $a1=1;$a2;$a3;$a4;$a5;$a6;$a7;$a8;$a9;$a10;$a11;$a12; 3 = 3; 4;
%%
my $x = ;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
1; 2; 3 3;
%%
my $x = ;
{ 4; my $x = ; 3; "abc
%%
my $x = ;
use nosuch;
%%
my $x = ; 1; sub f { 1 } f( ; print f(1;
%%
package 3; use strict; $x;
