# tie, tied and untie themselves: results, errors, when the object goes, what the variable holds then.
use strict;
use warnings;
$SIG{__WARN__} = sub { print "warning: @_" };
{
    package A;
    sub TIEARRAY  { bless [7, 8, 9], shift }
    sub FETCH     { $_[0][$_[1]] }
    sub FETCHSIZE { scalar @{ $_[0] } }
    sub STORE     { $_[0][$_[1]] = $_[2] }
    sub CLEAR     { @{ $_[0] } = () }
    sub EXTEND    { }
    sub STORESIZE { }
    sub DESTROY   { print "DESTROY A\n" }
    package H;
    sub TIEHASH  { bless { a => 1 }, shift }
    sub FETCH    { $_[0]{ $_[1] } }
    sub STORE    { $_[0]{ $_[1] } = $_[2] }
    sub CLEAR    { %{ $_[0] } = () }
    sub DELETE   { delete $_[0]{ $_[1] } }
    sub FIRSTKEY { each %{ $_[0] } }
    sub NEXTKEY  { each %{ $_[0] } }
    sub DESTROY  { print "DESTROY H\n" }
    package S;
    sub TIESCALAR { my $x = 5; bless \$x, shift }
    sub FETCH     { ${ $_[0] } }
    sub STORE     { ${ $_[0] } = $_[1] }
    sub DESTROY   { print "DESTROY S\n" }
    package SU;
    our @ISA = 'S';
    sub UNTIE { print "UNTIE @_[1 .. $#_]\n"; 'ret' }
}
my @a = (1, 2);
tie @a, 'A';
print "@a\n";
$a[0] = 3;
my $r = untie @a;
print "r=$r @a\n";
for my $change (sub { @a = (5) }, sub { @a = () }, sub { undef @a }) {
    @a = (1, 2);
    tie @a, 'A';
    $change->();
    untie @a;
    print "changed: @a\n";
}
my %h = (x => 1);
tie %h, 'H';
print join(',', %h), "\n";
$h{q} = 3;
untie %h;
print join(',', %h), "\n";
for my $change (sub { %h = (z => 3) }, sub { %h = () }, sub { undef %h }, sub { delete $h{x} }) {
    %h = (x => 1);
    tie %h, 'H';
    $change->();
    untie %h;
    print "changed: ", join(',', %h), "\n";
}
my $x = 1;
my $o = tie $x, 'S';
print "$x\n";
$r = untie $x;
print "r=$r $x\n";
undef $o;
$o = tie $x, 'SU';
my $o2 = $o;
$r = untie $x;
print "r=$r\n";
undef $o;
undef $o2;
$o = tie $x, 'S';
$o2 = $o;
untie $x;
{ no warnings 'untie'; tie $x, 'S'; my $more = tied $x; untie $x }
undef $o;
undef $o2;
tie $x, 'SU';
print "again\n";
tie $x, 'SU';
print "done\n";
untie $x;
print defined(tied $x) ? 1 : 0, defined(tied @a) ? 1 : 0, defined(tied %h) ? 1 : 0, "\n";
$r = untie $x;
print "not tied: $r\n";
{ my $y; tie $y, 'S'; print "scope\n"; }
print "left\n";
{ my @y; tie @y, 'A'; $y[0]++; print "scope\n"; }
print "left\n";
{ tie my %y, 'H'; $y{n} .= 'x'; print "scope\n"; }
print "left\n";
my $ty = tie my $z, 'S';
print ref($ty), " ", ref(tied $z), " ", ($ty == tied $z ? "same" : "different"), "\n";
undef $ty;
untie $z;
(my $first = tie my @l, 'A') or die;
undef $first;
untie @l;
my $plain = tie my $p, 'NotObject';
sub NotObject::TIESCALAR { 'text' }
print "plain $plain ", defined tied $p ? 1 : 0, "\n";
$p = 3;
print "$p\n";
my @self; my %self;
sub Self::TIEARRAY { bless \@self, 'Self' }
sub Self::TIEHASH { bless \%self, 'Self' }
eval { tie @self, 'Self' };
print $@;
eval { tie %self, 'Self' };
print $@;
for my $code (
    'tie my $q, "NoSuch"', 'tie my @q, "NoSuch"', 'tie my %q, "NoSuch"', 'tie *Q, "NoSuch"',
    'tie my %q, "S"', 'tie *STDIN, "S"', 'my $o = bless [], "Cx"; tie my $q, $o', 'no warnings; tie my @q, undef',
    'tie my %q, ""', 'tie $h{new}{deep}, "S"; print ref tied $h{new}{deep}, "\n"', 'our @g; tie $g[2], "S"; print scalar(@g), "\n"; untie $g[2]',
    'print defined tied $h{none} ? 1 : 0, exists $h{none} ? 1 : 0, "\n"',
) {
    eval $code;
    print $@ if $@;
}
sub D::TIESCALAR { bless [], 'D' }
sub D::FETCH { die "in fetch\n" }
sub D::STORE { die "in store" }
tie my $d, 'D';
eval { my $v = $d; 1 } or print $@;
eval { $d = 1; 1 } or print $@;
eval { print "v: $d"; 1 } or print $@;
eval { $d++; 1 } or print $@;
eval { my @l = ($d, 1); 1 } or print $@;
sub C::TIESCALAR { bless [], 'C' }
sub C::FETCH { my @c = caller(0); "line $c[2] $c[3] " . ($c[5] ? 'list' : 'scalar') }
tie my $c, 'C';
print "$c\n";
my @c = ($c);
print "@c\n";
delete $h{new};
