# Values of given, leaving it from a sub or an eval, aliases, warnings of ~~.
use feature qw(switch say); use warnings; no warnings 'experimental';
$SIG{__WARN__} = sub { print "W:$_[0]" };
my $u; my $z;
print "x" ~~ 1, "\n"; print undef() ~~ 1, "\n"; print 1 ~~ "x", "\n"; print "1x" ~~ 1, "\n"; print $u ~~ "a", "\n"; print "a" ~~ $u, "\n"; print [undef] ~~ 1, "\n"; print [undef] ~~ /a/, "\n"; print $u ~~ /a/,"\n"; print $u ~~ {a=>1}, "\n"; print [$u] ~~ {a=>1}, "\n"; print +{a=>1} ~~ [$u], "\n"; print $u ~~ [1,$u],"\n";
my $t = eval { 1 ~~ bless [] }; print $@;
my $r = do { given (3) { when (5) { 1 } } }; print defined $r ? "[$r]" : "undef", "\n";
my @r = do { given (3) { when (5) { 1 } } }; print scalar(@r), "\n";
sub g { given (3) { when (5) { 1 } } } @r = g(); print scalar(@r), defined $r[0] ? "[$r[0]]":"u", "\n";
sub g3 { given (3) { default { 1 } } } @r = g3(); print "@r\n";
sub g4 { given (3) { (4,5) } } @r = g4(); print "@r\n"; $r = g4(); print "$r\n";
sub g5 { for (1,2) { when (2) { 7 } } } @r = g5(); print scalar(@r), "\n";
$r = do { given (3) { when (3) { break; 1 } } }; print defined $r ? "[$r]" : "undef", "\n";
$r = do { given (3) { when (3) { 8; continue } 9 } }; print defined $r ? "[$r]" : "undef", "\n";
$r = do { given (3) { "x" when 3; 9 } }; print defined $r ? "[$r]" : "undef", "\n";
@r = (1, do { given (3) { when (3) { (4,5) } 9 } }, 2); print "@r\n";
sub c { continue } given (1) { when (1) { c(); print "no" } print "cont\n" }
sub w { when (1) { print "w" } } for (1,2) { w(); print "after$_\n" }
for our $g (1) { eval { when (1) { print "x" } }; print $@ }
for $_ (1) { when (1) { print "x\n" } }
for my $_x (1..2) { for (7) { eval { when (7) { print "ev" } print "not" }; print "no" } print "|" }
given (1) { eval { break }; print "no" } print "Z\n";
given ("q") { my $l = 5; when ("q") { local $x = 3; my @m = (1); print "$l@m\n" } }
my @arr=(1,2,3); for (@arr) { when (2) { $_ = "two" } default { $_ *= 10 } } print "@arr\n";
given ($arr[0]) { $_ .= "!"; push @arr, 1..100; print; } print "$arr[0]\n";
given ("abc") { print length, "\n"; for my $i (1) { print "$_\n"; } }
use strict; 
print "ok\n" if "abc" ~~ [qr/x/, qr/c/];
given (1) { when ([1,2]) { print "in list\n" } }
given ("x") { when (undef) { print "undef\n" } when ("") { print "empty\n" } default { print "default\n" } }
