# Mistakes in files: near texts, runaway strings, unmatched brackets.
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
my $x = <<A;
foo
A
5 5;
%%
my $x = <<"A" 5;
foo
A
5 5;
%%
print "a@{[ 5 5 ]}b"; $z = ;
%%
use strict; print "a $x b"; 5 5;
%%
use strict; print "a @{[ $x ]} b"; 5 5;
%%
use strict; print "a $x->[5 5] b"; 5 5;
%%
use strict; s/a/$x 5/e; 5 5;
%%
use strict; s/a/$x 5 5/e; 3; 5 5;
%%
my $x = "abc
def" . 5 5;
1; 2;
3 3;
%%
my $x = "abc
def";
$x = ;
%%
my $x = "abc
def";

$x = ;
%%
use strict;
if ($x) {
%%
use strict;
foreach my $x (1) { $x = 1 } } $y = 4;
$z = 5;
%%
use strict;
my $s = "abc;
my $t = "def";
print $s, $t;
%%
5 5; "a$x[5 5]"; 1
%%
sub foo($x { 1 }
foo();
%%
use warnings; use strict;
sub f { my ($x) = @_; return $x + ; }
f(1;
print "done\n"
%%
use strict; my $x; if ($x = 5) { } elseif ($x) { print 1; } print $y;
%%
use strict; my $x; if ($x == 5) print "a"; print $y;
%%
use strict; while (my $l = <STDIN> { print $l; }
print 1;
%%
my @a = [1,2,3;
my $y = 3;
%%
my $h = { a => 1, b => [1,2 };
my $y = 3;
%%
++5; ++6; 7++; (1,2)=(3,4);
%%
substr(1); substr(2); push 3, 4; 5 = 6;
%%
my $x = 089; my $y = 0b12;
