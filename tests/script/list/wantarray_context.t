# wantarray, and how context reaches calls.
use strict; use warnings;
sub ctx { my $w = wantarray; print defined $w ? $w ? "list" : "scalar" : "void", " "; return $w ? (1, 2, 3) : "s" } ctx();
my $s = ctx();
my ($l) = ctx();
my @a = ctx();
my %h = (k => ctx(), 1);
print ctx() . "", " ";
print scalar(ctx()), " ";
if (ctx()) { } return_it();
my @r = return_it();
my $x = return_it();
sub return_it { return ctx() }
for (ctx()) { }
my @m = map { ctx() } 1;
my @g = grep { ctx() } 1;
my $t = 1 ? ctx() : 0;
my @t = 1 ? ctx() : 0;
$s = [ctx()];
$s = { a => scalar ctx() };
$a[0] = ctx();
($a[0]) = ctx();
@a[0, 1] = ctx();
my $str = "@{[ctx()]}";
$str = "${\ ctx()}";
$s = ctx() || 0;
@a = ctx() || 0;
@a = (0 || ctx());
$s = () = ctx();
ctx() if 1;
ctx() for 1;
$_ = ctx();
push @a, ctx();
$s = (ctx())[1];
$s = !ctx();
@a = (ctx(), ctx());
$s = (ctx(), ctx());
local $h{x} = ctx();
@h{1, 2} = ctx();
print "\n";
sub last_expr { ctx() }
my ($le) = last_expr();
$le = last_expr();
last_expr();
sub cond { if ($_[0]) { ctx() } else { ctx() } }
@a = cond(1);
$s = cond(0);
sub un { unless ($_[0]) { ctx() } }
@a = un(0);
my $e = eval { ctx() };
my @e = eval { ctx() };
eval { ctx() };
eval "ctx()";
$e = do { ctx() };
@e = do { 1; ctx() };
print "\n";
my $c = sub { wantarray };
print $c->() ? "list" : "scalar", "\n";
my $sc = $c->();
print $sc ? "list" : "scalar", "\n";
sub arr { my @r = (4, 5, 6); return @r }
sub lst { return (4, 5, 6) }
sub hsh { my %q = (a => 1); return %q }
$s = arr();
print $s;
$s = lst();
print $s;
$s = () = lst();
print "$s\n";
sub slice { my @r = (4, 5, 6); @r[0, 1] }
$s = slice();
print "$s\n";
sub empty { return }
@a = (empty(), 1);
print scalar(@a);
$s = empty();
print defined $s ? "d" : "u", "\n";
print "sort: ", join(",", sort { $a <=> $b } lst()), " ", scalar(reverse(lst())), "\n";
