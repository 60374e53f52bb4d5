# Code references: calls, &$f, @_ sharing, defined, equality, dispatch tables.
use strict; use warnings;
sub add { $_[0] + $_[1] }
my $f = \&add;
print $f->(1, 2), &$f(3, 4), &{$f}(5, 6), "\n";
my %d = (add => \&add, mul => sub { $_[0] * $_[1] }, const => sub () { 42 });
print join(",", map { $d{$_}->(3, 4) } sort keys %d), $d{mul}(5, 6), "\n";
my @l = (sub { "a@_" }, sub { "b@_" });
print $l[1](1), $l[0]->(2), $_->(3), "\n" for $l[0];
print \&add == $f ? "same" : "differ", defined &$f ? "def" : "undef", defined &nosuch ? "def" : "undef", "\n";
my $later = \&later;
print defined &$later ? "def" : "undef", "\n";
eval { $later->(); 1 } or print $@;
{ no warnings 'redefine'; eval 'sub later { "now" }'; }
print $later->(), "\n";
sub outer { &inner }
sub inner { "in(@_)" }
print outer(1, 2), "\n";
sub mod { &chg; "@_" }
sub chg { shift; push @_, 'x' }
print mod(1, 2), "\n";
my $curry = sub { my $n = shift; sub { $n + shift } };
print $curry->(5)->(6), $curry->(1)(2), "\n";
my $fact;
$fact = sub { my $n = shift; $n < 2 ? 1 : $n * $fact->($n - 1) };
print $fact->(10), "\n";
print sub { "imm@_" }->("x"), "\n";
print &{sub { "amp@_" }}("y"), "\n";
{ no strict 'refs'; print &{"add"}(1, 1), "add"->(2, 2), &{\&{"add"}}(3, 3), "main::add"->(4, 4), "\n"; my $n = "add"; print &$n(9, 1), "\n"; }
eval { my $n = "add"; $n->(1); 1 } or print $@;
eval { &{"add"}(1); 1 } or print $@;
print defined(&{"add"}) ? 1 : 0, exists &{"nosuch"} ? 1 : 0, "\n";
my $m = "add";
print main->can('add')->(7, 8), "\n";
print ref(\&add), " ", ref(\\&add), "\n";
goto_test(1);
sub goto_test { @_ = ("g", @_); goto &inner_p }
sub inner_p { print "args @_\n" }
my @subs = map { my $n = $_; sub { $n++ } } 1 .. 2;
print $subs[0]->(), $subs[0]->(), $subs[1]->(), "\n";
eval { my $s = "str"; use strict; &$s; 1 } or print $@;
eval { undef->(); 1 } or print $@;
eval { [1]->(); 1 } or print $@;
eval { my $x = {}; &$x; 1 } or print $@;
