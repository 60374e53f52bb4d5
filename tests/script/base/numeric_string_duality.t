# Dualvars: $!, dualvar, and values used both ways.
use strict; use warnings; use Scalar::Util qw(dualvar looks_like_number);
$! = 2;
print $! + 0, " $!\n";
$! = 13;
printf "%d %s\n", $!, $!;
{ local $! = 1; print $! + 0, "\n"; }
print $! + 0, "\n";
my $d = dualvar 5, "five";
print $d + 1, " $d ", $d eq "five" ? "eq" : "ne", " ", $d == 5 ? "==" : "!=", "\n";
my $copy = $d;
print $copy * 2, $copy, "\n";
$copy++;
print "$copy\n";
$copy = $d;
$copy .= "x";
{ no warnings; print $copy + 0, " $copy\n"; }
print dualvar(0, "true") ? "t" : "f", dualvar(1, "") ? "t" : "f", "\n";
for my $v (1, "1", "1.0", "1e5", "abc", "", " 1", "1 ", "0x10", "Inf", "nan", "1_000", "-", ".5", "5.", "1\n", undef, "0 but true", "+3", "++3") {
    my $s = $v // 'undef'; $s =~ s/\n/\\n/; print "[$s]", looks_like_number($v) ? "yes" : "no", " ";
} print "\n";
my $n = 10;
my $str = "$n";
$n .= "";
print $n + 5, $str . 5, "\n";
my $f = 3.0;
print $f, " $f", "\n";
my $e = "1e2";
print $e + 0, " $e ", $e * 1 . "", "\n";
$! = 9999;
print "$!\n";
$! = 0;
print "[$!]\n";
$! = "2abc" =~ /(\d+)/ ? $1 : 0;
print "$!\n";
print exists $!{ENOENT} ? "E" : "none", $!{ENOENT} ? "set" : "unset", $!{EPERM} ? "set" : "unset", "\n";
