# exit: 3
# $@ in a defer block, in finally and in catch; exit and signals run what is deferred.
use feature qw(defer try); no warnings;
eval { { defer { print "E1=[$@]\n" } die "first\n" } }; 
eval { { defer { print "E2=[$@]\n" } { die "first\n" } } }; 
sub dd { die "sub\n" }
eval { { defer { print "E3=[$@]\n" } dd() } }; 
eval { try { die "a\n" } catch ($e) { dd() } finally { print "E4=[$@]\n" } }; 
print "after $@";
eval { try { die "a\n" } catch ($e) { defer { print "E5=[$@]\n" } dd() } }; 
try { die "a\n" } catch ($e) { print "E6=[$@]\n" }
try { defer {  print "E7=[$@]\n" } die "a\n" } catch ($e) { print "E6=[$@]\n" }
$@="old";
try { defer {  print "E8=[$@]\n" } die "a\n" } catch ($e) { print "E9=[$@]\n" }
try { defer {  print "E8=[$@]\n" }  } catch ($e) { print "E9=[$@]\n" }

$| = 1;
END { print "END\n" }
sub in_goto { our $g = 1; { local $g = 2; goto OUT } OUT: print "g$g\n" }
in_goto();
sub dies_too { eval { defer { print "1\n" } defer { die "second\n" } die "first\n" }; print "got $@" }
dies_too();
my @objects = map { bless [$_] } 1 .. 2;
sub DESTROY { print "destroyed $_[0][0]\n" }
{ my $o = shift @objects; defer { print "still $o->[0]\n" } }
sub returned { my @list = (1, 2, 3); defer { print "list @list\n" } return @list[0, 1] }
print join("-", returned()), "\n";
sub early { for my $n (1 .. 3) { defer { print "left $n\n" } for my $m (1 .. 3) { return "$n$m" if $n + $m == 4 } } }
print scalar(early()), "\n";
{ local $SIG{ALRM} = sub { die "alarm\n" }; eval { defer { print "deferred\n" } alarm 1; sleep 5 }; print "caught $@" }
sub deep { my $n = shift; defer { print $n } deep($n - 1) if $n; }
deep(9); print "\n";
my @sorted = sort { defer { print "" } $a <=> $b } 3, 1, 2; print "@sorted\n";
sub leaves { defer { print "d1\n" } { defer { print "d2\n" } exit 3; } }
leaves();
