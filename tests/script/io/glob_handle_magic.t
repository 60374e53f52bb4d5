# Angle brackets: <$x> readline, <$x[0]> glob, <*.c> glob, <${x}> readline, <STDIN> vs <$h{a}>.
use strict;
use warnings;
for (qw(a.c b.c .hidden.c d.txt)) { open my $o, '>', $_; print $o "in $_\n"; close $o }
print join(' ', <*.c>), "\n";
my $ext = 'txt';
print join(' ', <*.$ext>), "\n";
open my $h, '<', 'a.c';
print "readline ", <$h>;
open my $h2, '<', 'b.c';
my @h = ($h2);
print "glob of stringified: ",                                scalar(my @g = <$h[0]>), "\n";
print "braces are a glob: ", (<${h2}>)[0] =~ /^GLOB/ ? 1 : 0, "\n";
print "list ",                                                join(' ', <a.c b.c>),    "\n";
print "brace expansion ",                                     join(' ', <{a,b,zz}.c>), "\n";
my $n = 0;
while (<*.c>) { $n++; print "iter $_\n" }
print "count $n\n";
while (my $f = glob '*') { print "glob $f\n" }
print "scalar once ", scalar(glob 'nomatch*') // 'undef', " ", scalar(glob '{x,y}'), "\n";
my @e = glob 'none*';
print "empty ", scalar(@e), "\n";
print join(' ', glob('d.txt nothere')), "\n";
print join(' ', glob('.h*')),           "\n";
print join('|', glob('"a b" c')),       "\n";
print join(' ', glob '[ab].?'),         " ", join(' ', glob '[!a]*.c'), "\n";
print glob('~') eq $ENV{HOME} ? "home\n" : "no home\n";
print join(' ', glob '\*'), "\n";
mkdir 's';
open my $o, '>', 's/x.c';
close $o;
print join(' ', glob '*/*.c'), "\n";
