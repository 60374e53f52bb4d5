# DESTROY: order, timing on scope exit, reassignment, undef, hash deletion, resurrecting refs.
use strict; use warnings;
package D { our @log; sub new { my ($c, $n) = @_; bless { n => $n }, $c } sub DESTROY { print "<$_[0]{n}>" } }
package main;
{ my $d = D->new("scope"); print "in " }
print "out\n";
my $x = D->new("a");
$x = D->new("b");
print " re ";
undef $x;
print " undef\n";
my @l = map { D->new($_) } 1 .. 3;
shift @l;
print " shift ";
@l = ();
print " clear\n";
my %h = (k => D->new("h"), j => D->new("j"));
delete $h{k};
print " del ";
%h = ();
print "\n";
D->new("temp");
print " temp\n";
sub f { my $d = D->new("f"); return 5 }
print f(), "\n";
sub g { return D->new("ret") } g();
print " void ";
{ my $r = g(); print " kept " }
print "\n";
for my $i (1 .. 2) { my $d = D->new("loop$i"); print "body$i " }
print "\n";
{ my $o = D->new("outer"); { my $i = { c => $o, d => D->new("inner") }; print "nested " } print "kept " }
print "\n";
my $y = D->new("shared");
my $z = $y;
undef $y;
print "still ";
undef $z;
print "\n";
eval { my $d = D->new("eval"); die "x\n" };
print " $@";
{ local our $g = D->new("local"); print "loc " }
print "\n";
my $c = do { my $d = D->new("closure"); sub { $d->{n} } };
print $c->(), " ";
undef $c;
print "\n";
{ my $d = D->new("if"); if (1) { last } }
print "\n";
my @m = (D->new("m1"), D->new("m2"));
splice @m, 0, 1;
print " spliced ";
$#m = -1;
print "\n";
(sub { D->new("stmt") })->();
print " end\n";
my $s = D->new("swap1");
my $t = D->new("swap2");
($s, $t) = ($t, $s);
print "swapped $s->{n} ";
($s) = ();
print "\n";
bless $t, 'Other';
undef $t;
print "reblessed\n";
my $str = D->new("str") . "";
print "\n";
our $end = D->new("global");
END { print "END " }
