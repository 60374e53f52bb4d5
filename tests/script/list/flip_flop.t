# The scalar range operator: two and three dots, line numbers, sequence numbers.
# stdin: alpha
# stdin: BEGIN one
# stdin: body
# stdin: END one
# stdin: gamma
# stdin: BEGIN END two
# stdin: tail
# stdin: END last
use strict; use warnings;
my @lines = <STDIN>; chomp @lines;
for (@lines) { my $r = /BEGIN/ .. /END/; print "$_: [$r]\n" }
for (@lines) { my $r = /BEGIN/ ... /END/; print "$_: [$r]\n" }
for my $i (1 .. 8) { print $i if ($i == 3) .. ($i == 5) }
print "\n";
for my $i (1 .. 6) { print "$i:", ($i == 2) .. ($i == 2), " " }
print "\n";
for my $i (1 .. 6) { print "$i:", scalar(($i == 2) ... ($i == 2)), " " }
print "\n";
open my $fh, '<', \"l1\nl2\nl3\nl4\nl5\n" or die;
while (<$fh>) { print if 2 .. 4 } close $fh;
open $fh, '<', \"l1\nl2\nl3\n";
while (<$fh>) { print "first: $_" if 1 .. 1; print "tail: $_" if 2 .. eof $fh }
sub state { my $v = shift; return ($v == 1) .. ($v == 3) ? "in" : "out" }
print join(",", map { scalar state($_) } 0 .. 4), "\n";
sub make { return sub { my $v = shift; scalar(($v == 1) .. ($v == 3)) ? 1 : 0 } }
my ($f, $g) = (make(), make());
print $f->(1), $g->(2), $f->(2), $g->(1), $f->(3), $f->(4), "\n";
my $last = '';
for (1 .. 4) { my $x = ($_ == 1) .. ($_ == 3); $last = $x if $x =~ /E0$/ }
print "$last ", $last + 0, "\n";
