# sub () { $x }: which are constants, which are refused, and what redefining and undefining them says.
use warnings;
local $SIG{__WARN__} = sub { print "warned: $_[0]" };
my $n = 0;
for my $code (
    'my $x = 5; my $f = sub () { $x }; $x = 6; $f->()',
    'my $x; $x = 5; my $f = sub () { $x }; $f->()',
    'my $x = 5; my $r = \$x; my $f = sub () { $x }; $$r = 7; $f->()',
    'my $x = 5; my $f = sub () { $x }; my $r = \$x; $$r = 7; $f->()',
    'my $x = 5; my $f = sub () { $x }; my $g = sub { $x++ }; $g->(); $f->()',
    'my $x = 5; my $f = sub () { $x }; my $g = sub { $x }; $g->() + $f->()',
    'my $x = 5; my $f = sub () { return $x }; $x = 6; $f->()',
    'my $x = 5; my $f = sub () { "$x" }; $x = 6; $f->()',
    'my ($x, $y) = (1, 2); my $f = sub () { $x }; $f->()',
    'my ($x, $y); ($x, $y) = (1, 2); my $f = sub () { $x }; $f->()',
    'my @f; for my $i (1 .. 3) { push @f, sub () { $i } } join ",", map $_->(), @f',
    'my $x = 5; for ($x) { 1 } my $f = sub () { $x }; $f->()',
    'my $x = 5; $x =~ s/5/6/; my $f = sub () { $x }; $f->()',
    'my $x = "5"; chomp $x; my $f = sub () { $x }; $f->()',
    'my $x = 5; undef $x; my $f = sub () { $x }; 1',
    'sub taker { } my $x = 5; taker($x); my $f = sub () { $x }; 1',
    'my $x = 5; my $f = sub : prototype() { $x }; $x = 3; 1',
    'my $x = {}; $x->{a} = 1; my $f = sub () { $x }; $f->()->{a}',
    'BEGIN { my $x = 10; *FOO = sub () { $x }; $x++; } FOO()',
    'BEGIN { my $x = 54321; *BAR = sub () { $x }; } BAR() + 1',
    'sub made { my $x = shift; sub () { $x } } made(1)->() . made(2)->()',
) {
    ++$n;
    my $result = eval $code;
    print "$n: $code\n   ", defined $result ? "$result\n" : $@;
}
BEGIN { my $x = 5; *inlined = sub () { $x }; }
{ eval 'sub inlined () { 6 }'; print eval('inlined'), "\n"; }
sub one () { 1 }
sub two () { one + one }
sub uses { (one, two, one + two) }
sub gives { one }
{ no warnings; eval 'sub one () { 11 } sub two () { 12 }'; }
print join(",", uses(), gives(), eval('one . two'), &one, &two), "\n";

for my $body ('1 + 1', '"a" . "b"', '!1', 'undef', '()', '(1, 2)', '', '-1', '1 if one', 'if (1) { 2 }', 'return 1', 'lc "A"',
    '1 ? 2 : 3', 'two', 'int(7 / 2)', '[1]', 'two | 8', '__PACKAGE__', '0 && 1', '1 && $n') {
    print "$body: ";
    eval "no warnings; sub const$n () { $body } use warnings; sub const$n () { 1 } 1" or print $@;
    ++$n;
}
eval 'sub old_one ($) { 1 } sub old_one ($$) { 2 } sub old_one; sub old_one (@);';
eval 'sub old_two ($); sub old_two { 1 } sub b1 ($); sub b1 ($$); sub c1; sub c1 ($); sub d1 ($); sub d1;';
print prototype("b1"), prototype("c1"), defined prototype("d1") ? "has" : "none", "\n";
eval 'package Foo; sub Foo::bar { 1 } sub Foo::bar { 2 } sub bar { 3 } sub main::z { 1 } sub main::z { 1 } sub ::y { 1 } sub ::y { 1 }';
eval 'package Foo; sub Foo::c1 ($); sub Foo::c1 ($$); package Bar; sub Foo::c1; 1';

use constant USED => 1;
undef &USED;
sub again { print "in again\n"; undef &again; print "not reached\n" }
eval { again() };
print $@;
my $self = sub { undef &{ $_[0] } };
eval { $self->($self) };
print $@;
sub outer { inner() }
sub inner { undef &outer }
eval { outer() };
print $@;
undef &again;
print defined &again ? "defined\n" : "gone\n";
