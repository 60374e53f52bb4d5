# redefine, once, misc, shadow ("my" variable masks), prototype mismatch.
# switches: -w
$SIG{__WARN__} = sub { print $_[0] };
# The order of "used only once" is that of a symbol table.
my @once;
BEGIN { $SIG{__WARN__} = sub { $_[0] =~ /only once/ ? push @once, $_[0] : print "C: $_[0]" } }
INIT { print map "C: $_", sort @once }
sub f { 1 }
sub f { 2 }
my $x = 1;
my $x = 2;
our $o;
our $o;
my $o2;
{ my $x = 3; }
sub g($) { }
sub g { }
eval 'sub f { 3 }';
*f = sub { 4 };
$once_only = 5;
@once_arr = (1);
my @a = (1);
my $y = @a[0];
my %h = (a => 1);
$y = @h{a};
$y = %h{a}
if 0;
my $z = "$a[0]";
sub k { my $p; my $p; our $o }
use constant C => 1;
eval 'sub C { 2 }';
{ no warnings 'redefine'; eval 'sub f { 5 }'; } state $st if 0;
my ($m, $m) = (1, 2);
for my $x (1) { my $x = 2; }
local $loc = 1;
our @dup;
our @dup;
package Other;
our $o;
sub f { 6 }
package main;
print "done $y$z\n";
print $Foo::unused if 0;
sub proto_late;
sub proto_late($$) { }
my $unused;
sub outer { my $v = 1; sub inner { return $v } }
sub UNIVERSAL::zz { } 
