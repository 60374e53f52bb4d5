# $@ before, inside and after nested evals, with local, DESTROY and return.
use strict; use warnings;
eval { die "one\n" };
print "1 $@";
eval { 1 };
print "2 [$@]\n";
eval { die "outer\n"; };
{ local $@ = "loc"; eval { die "in\n" }; print "3 $@"; }
print "4 $@";
sub clean { eval { 1 }; return }
eval { die "kept?\n" };
clean();
print "5 [$@]\n";
my $ok = eval { eval { die "x\n" }; 1 };
print "6 ", $ok ? "ok" : "no", "[", $@ =~ s/\n//r, "]\n";
package G { sub new { bless [] } sub DESTROY { eval { die "in destroy\n" } } }
package main;
eval { my $g = G->new; die "real\n" };
print "7 $@";
{ my $g = G->new; }
print "8 ", $@ =~ s/\n//r, "\n";
my $r = eval { return "early"; 1 };
print "9 $r\n";
my @l = eval { return (1, 2, 3) };
print "10 @l\n";
my $v = eval "2 +" // 'undef';
print "11 $v ", $@ ? "err" : "none", "\n";
for my $i (1 .. 2) { eval { die "loop $i\n" if $i == 1 }; print "12 [", $@ =~ s/\n//r, "]\n" }
print "13 ", (eval { die { c => 5 } } || $@->{c}), "\n";
my $res = eval { local $SIG{ALRM} = sub { die "alarm\n" }; "no alarm" };
print "14 $res\n";
eval { eval { die "a\n" }; print "15 $@"; eval { die "b\n" }; print "16 $@"; die "c: $@" };
print "17 $@";
unless (eval { die "false\n"; 1 }) { print "18 ", $@ }
print "19 ", defined eval { undef } ? 1 : 0, "[", $@, "]\n";
