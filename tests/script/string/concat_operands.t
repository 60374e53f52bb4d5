# Concatenation, interpolation and appending: what is read when, undef by name, overloading, utf8.
use strict;
use warnings;
local $SIG{__WARN__} = sub { print "W: $_[0]" };
my ($x, $u, @a, %h) = (1, undef, 5, 6);
%h = (k => "val", n => 7, u => undef);
sub change { $x = 2; 3 }
print $x . change() . "\n";
$x = 1; print "a$x" . change() . "\n";
$x = 1; print "a$x-${\ change()}b$x\n";
$x = 1; my $p = "p"; $p .= "a$x" . change(); print "$p\n";
$x = 1; my $t = "<$x>" . change() . $x; print "$t\n";
my $i = 1;
print $i++ . $i . "\n";
my $q = "z";
$q .= "ab$q$q"; print "$q\n";
$q .= $q . $q; print "$q\n";
$q = 3; $q .= $q . 4; print "$q\n";
$q = "id=$x name=$h{k} a=$a[0]; " . $x . ":" . ($x * 2) . "/" . -5 . 1.5; print "$q\n";
$q = "$q<$q"; print "$q\n";
my $s = "x$u" . "y";
$s = "a$u b$x";
$s = $u . $x . "c";
$s = "$x" . $u . $h{u} . "c";
$s = "$h{u}$x" . $h{n};
$s .= "$x$u$x"; $s .= $u . $x; $s .= $u . $u . 1;
my $n; $n .= "a$x"; $n .= "$x-" . $x; print "$n\n";
my $r; $r .= $u;
my @e; $e[1] .= "q$x"; $e[1] .= "q"; $h{new} .= "w$x" . "e"; print "$e[1] $h{new}\n";
my $w = "\x{263a}"; my $l = "\xe9"; my $j = "$l$w$x"; print length($j), " ", ord($j), "\n";
$j = $l . $x . "b"; print length($j), " ", utf8::is_utf8($j) ? 1 : 0, "\n";
$j .= "$w$l" . 1; print length($j), " ", ord(substr $j, -2, 1), "\n";
my $long = "abcdefghijklmnop"; my $longer = $long . "q";
print "$long$longer$long", "|$longer|$x|$long|", 1234567890123 . "$longer$long" . 98765 . "\n";
print "$_ " . length("$_") . ($_ . "," . $_) . "\n"
    for 0, 9, 10, 99, 100, 999999, 1000000, 9223372036854775807, -9223372036854775807, -1, -10, 18446744073709551615, 1e15, 1e20;
$q = ""; $q .= "$_," . $_ * 2 . ";" for 1 .. 12; print "$q\n";
my $d = "5"; $d .= "0" . 1; print $d + 1, " ", $d == 501 ? "ok" : "no", "\n"; my %key = (501 => 'yes'); print "$key{$d}\n";
{
    package Str;
    use overload '.' => sub { my ($l, $r, $sw) = @_; $sw ? "($r.$l->[0])" : "($l->[0].$r)" },
        '.=' => sub { $_[0][0] .= "+=" . (ref $_[1] ? $_[1][0] : $_[1]); $_[0] }, '""' => sub { "S" . $_[0][0] };
}
my $o = bless ["o"], 'Str';
print "a$o b" . $x . "c", "\n", $x . $o . $x . $x, "\n", "$o", "\n", "$o$o", "\n", "$x$x$o" . $x, "\n";
my $acc = "acc"; $acc .= "1$o" . 2; print "$acc\n";
$o .= "z$x"; print "$o\n"; $o .= $x . $x . "e"; print "$o\n";
for my $v (1, "b") { my $z = "<$v$v>" . $v; print $z } print "\n";
my @parts = (1) x 20; my $many = "$parts[0]$parts[1]$parts[2]$x$parts[3]$parts[4]$parts[5]$x$parts[6]$parts[7]$parts[8]$x$parts[9]$parts[10]$x$x$x$x"; print "$many\n";
my $cap = "c"; my $f = sub { $cap .= "d$x" . "e"; "$cap-$x-" . $cap }; print $f->(), $f->(), "\n";
for my $ro ("k") { eval { $ro .= "a$x" }; print $@ }
(substr $cap, 0, 1) .= "u$x" . "v"; print "$cap\n";
print "$h{'n'}$h{n}$a[-1]$a[$x - 2] @a[0,1] @{[1, 2]} $#a ${\ 'ref'}\n";
