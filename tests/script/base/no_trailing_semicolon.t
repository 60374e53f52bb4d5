# Last statements without semicolons, empty statements, nested blocks, expression statements.
use strict; use warnings;
sub a1 { 1 }
sub b1 { my $x = 2; $x }
sub c1 { if (1) { 3 } }
print a1, b1, c1, "\n";
{ print "block"; { print " nested" } }
print "\n";
my $v = do { 4 };
my $w = eval { 5 };
print $v . $w, "\n";
for (1) { print "for" }
print "\n";
my @l = map { $_ } 1, 2;
my $f = sub { "anon" };
print $f->(), "@l\n";
{};
{ } ;;;
print "empties\n";
if (0) {} elsif (1) { print "elsif\n" } else {}
my %h = (a => sub { 1 }, b => { c => [1, 2,], },);
print $h{a}->(), $h{b}{c}[1], "\n";
my $hr = {};
my $ar = [];
print ref $hr, ref $ar, "\n";
+{ a => 1 };
{ ; a => 1 }
print "hash or block\n";
my $x = { %h };
print scalar(keys %$x), "\n";
sub hashret { +{ k => 1 } }
sub hashret2 { return { k => 2 } }
sub blk { { ; 7 } }
print hashret()->{k}, hashret2()->{k}, blk(), "\n";
my @e = map { { n => $_ } } 1;
my @e2 = map { ; +{ n => $_ } } 2;
my @e3 = map +{ n => $_ }, 3;
print $e[0]{n}, $e2[0]{n}, $e3[0]{n}, "\n";
print "last" . "\n"
