# /x and /xx comments and whitespace, /n, inline modifiers, anchors with /m /s.
use strict; use warnings;
my $re = qr/
  ^ \s* (\w+)   # key
  \s* = \s*     # equals (with a paren
  ( [^#\s] [^#]*? ) \s*  # value with [ #] class
  (?: \# .* )? $
/x;
print join("|", "name = some value # note" =~ $re), "\n";
print "a b" =~ /a\ b/x ? 1 : 0, "a b" =~ /a[ ]b/x ? 1 : 0, "ab" =~ /a b/x ? 1 : 0, "ab" =~ /[a b]{2}/xx ? 1 : 0, " " =~ /[a b]/xx ? 1 : 0, "a#b" =~ /a\#b/x ? 1 : 0, "\n";
my @m = "ab" =~ /(a)(?<n>b)/n;
print "@m\n";
my $t = "l1\nl2\nl3";
print join("|", $t =~ /^(\w+)$/mg), " ", join("|", $t =~ /\A(\w+)$/m), " ", scalar(() = $t =~ /$/mg), " ", scalar(() = "$t\n" =~ /$/g), " ", "$t\n" =~ /3\Z/ ? 1 : 0, "$t\n" =~ /3\z/ ? 1 : 0, "$t\n\n" =~ /3$/ ? 1 : 0, "\n";
print "a\nb" =~ /a.b/ ? 1 : 0, "a\nb" =~ /a.b/s ? 1 : 0, "a\nb" =~ /a\Nb/s ? 1 : 0, "a\nb" =~ /^b/ ? 1 : 0, "a\nb" =~ /^b/m ? 1 : 0, "\n";
print "word boundary-test" =~ /\bb\w+\b-\bt/ ? $& : '', " ", join("|", "it's ok" =~ /\b\w+\b/g), " ", join("|", "ab cd" =~ /\B\w/g), " ", join("|", "don't stop" =~ /\b{wb}\w.*?\b{wb}/g), "\n";
print "ABC" =~ /a(?i)b/ ? 1 : 0, "aBC" =~ /a(?i)bc/ ? 1 : 0, "aBc" =~ /(?:a(?i)b)c/ ? 1 : 0, "aBC" =~ /(?:a(?i)b)c/ ? 1 : 0, "\n";
print "x" =~ m?x? ? 1 : 0, "\n";
sub once { $_[0] =~ m?x? ? 1 : 0 }
print once("x"), once("x"), "\n";
print "a/b" =~ m{a/b} ? 1 : 0, "a}b" =~ m{a\}b} ? 1 : 0, "a{2}" =~ m{a\{2\}} ? 1 : 0, "aa" =~ m{^a{2}$} ? 1 : 0, "a#b" =~ m#a\#b# ? 1 : 0, '$x' =~ m'\$x' ? 1 : 0, "a!b" =~ m!a\!b! ? 1 : 0, "xy" =~ m(x(y)) ? $1 : '', "\n"; my $x = "v"; print '$x' =~ m'^.x$' ? 1 : 0, "v" =~ m"$x" ? 1 : 0, "\n"; use re '/x'; print "ab" =~ /a b/ ? 1 : 0, "\n"; no re '/x'; print "ab" =~ /a b/ ? 1 : 0, "\n"; print "caf\x{e9}" =~ /^\w+$/u ? 1 : 0, "caf\x{e9}" =~ /^\w+$/ ? 1 : 0, "\n"; my $o = "a"; my $r = ''; for my $v (qw(a b)) { $o = $v;
$r .= "b" =~ /$o/o ? 1 : 0 } print "$r\n";
