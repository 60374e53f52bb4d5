# die and warn texts: line, file, <FH> line N, chunk, multi-line statements.
# stdin: one
# stdin: two
# stdin: three
use strict; use warnings;
warn "plain"; warn "nl\n"; warn "a", "b"; my $l = <STDIN>; warn "after read"; $l = <STDIN>;
eval { die "dying" }; print $@;
open my $fh, '<', \"x\ny\n";
<$fh>;
warn "lexical";
{ local $/ = \1; <$fh>; warn "chunk" } close $fh;
warn "after close";
$l = <STDIN>;
warn "stdin again";
warn(
    "multi",
    "line"
);
my $x = eval {
    die
        "spread";
}; print $@;
sub f {
    die "in f"
} eval { f(
    1) }; print $@;
# line 500 "fake.pl"
warn "renamed";
eval { die "renamed die" };
print $@;
eval "\n\ndie 'third line'";
print $@, "\n";
eval qq{# line 42 "evil"\ndie "x"};
print $@, "\n";
warn;
$@ = "pending";
warn;
$@ = "pending\n";
warn;
warn undef;
warn "";
{ local $. = 7; warn "dot" }
our $y = undef;
my $z = "$y";
if (1) { my $q = 1 + undef }
print STDERR "direct\n";
my $s = "a" .
  $y
  . "b"; close STDIN; warn "closed";
open FH, '<', \"l1\nl2\n"; <FH>; warn "bareword"; my $t = $y . "w"; close FH; 
