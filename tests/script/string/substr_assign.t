# Assigning to substr.
use strict;
use warnings;
local $SIG{__WARN__} = sub { print "warned: ", $_[0] =~ s/ at .*//sr, "\n" };
sub show { print join("|", map { defined $_ ? s/([^ -~])/sprintf '\\x{%x}', ord $1/ger : 'undef' } @_), "\n" }

my $s = "hello world";
substr($s, 0, 1) = "J";
show $s;
substr($s, 0, 5) = "Good bye";
show $s;
substr($s, -5) = "all";
show $s;
substr($s, 4, -4) = "";
show $s;
substr($s, length $s) = "!";
show $s;
substr($s, 0, 0) = $s;
show $s;
my $copy = $s;
substr($copy, 0, 4) = "----";
show $s, $copy;
my $wide = "a\x{263a}c";
substr($wide, 1, 1) = "b";
show $wide;
substr($wide, 1, 1) = "\x{263b}\x{263c}";
show $wide;
my $latin = "a\xe9c";
substr($latin, 1, 1) = "\x{100}";
show $latin;
$latin = "abc";
substr($latin, 1, 1) = "\xe9";
show $latin;
my $n = 12345;
substr($n, 1, 2) = 99;
show $n, $n + 1;
substr($n, 1, 2) = 7;
show $n;
for my $code ('substr($s, 100) = "x"', 'substr($s, -100, 1) = "x"',
  'substr($s, "0x", 1) = "v"; show $s', 'my $r = [1]; substr($r, 0, 1) = "x"; print length $r > 3 ? "long\n" : "short\n"',
  'substr("literal", 0, 1) = "x"', 'substr($s, 1.9, 1) = 4.5; show $s', 'substr($s, 0, 1) = [] ; print length $s > 10 ? "long\n" : "short\n"; $s = "again"') {
  eval $code;
  print "$code: $@" if $@;
}
our $g = "global";
substr($g, 0, 1) = "G";
show $g;
my @a = ("one", "two");
substr($a[1], 0, 1) = "T";
show @a;
my %h = (k => "value");
substr($h{k}, 1, 2) = "AL";
show $h{k};
for ("topic") { my $t = $_; substr($t, 0, 1) = "T"; show $t }
my $chain = substr($s, 0, 2) = "zz";
show $chain, $s;
$_ = "aXbX";
/X/g;
substr($_, 0, 1) = "AAA";
show $_, pos;
my $t = "abcabc";
pos($t) = 3;
substr($t, 0, 1) = "x";
show $t, pos $t;
{
  package Tied;
  sub TIESCALAR { bless [$_[1]] }
  sub FETCH { print "FETCH\n"; $_[0][0] }
  sub STORE { print "STORE $_[1]\n"; $_[0][0] = $_[1] }
}
tie my $tied, 'Tied', "tied";
substr($tied, 0, 1) = "T";
my $value = "tie";
tie $value, 'Tied', "v";
my $plain = "plain";
substr($plain, 0, 1) = $value;
show $plain;
my $ref = \substr($plain, 0, 2);
$$ref = "longer";
$$ref = "x";
show $plain;
my $c = "0";
substr($c, 0, 1) = "1";
print $c ? "true\n" : "false\n";
my $key = "abc";
my %seen = ($key => 1);
substr($key, 0, 1) = "b";
print exists $seen{$key} ? "found\n" : "new\n", exists $seen{abc} ? "kept\n" : "lost\n";
my $num = "123";
my $sum = $num + 1;
substr($num, 0, 1) = "9";
print $num + 1, "\n";
{ my $s = "hello"; for my $o (-1e30, -2**63, 2**63, 1e30, -6, 6) { my $t = $s; print defined(substr($t, $o, 1)) ? "d" : "u"; print eval { substr($t, $o, 1) = "x"; 1 } ? $t : $@; print eval { substr($t, $o, 1, "y"); 1 } ? "$t\n" : $@ } }
