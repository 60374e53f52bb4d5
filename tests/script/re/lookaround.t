# Lookahead, lookbehind, \K, conditionals, atomic groups.
use strict; use warnings;
print join("|", "price: 100 USD 200 EUR" =~ /\d+(?= EUR)/g), " ", join("|", "a1b2c3" =~ /[a-z](?!2)/g), " ", join("|", "x1 y2 z3" =~ /(?<=y)\d/g), " ", join("|", "ab cb db" =~ /(?<!c)b/g), "\n";
(my $s = "foobar") =~ s/foo\Kbar/BAZ/;
print "$s\n";
($s = "aXbXc") =~ s/(?<=X)./_/g;
print "$s\n";
print "password1" =~ /^(?=.*\d)(?=.*[a-z]).{8,}$/ ? "ok" : "weak", "\n";
print join("|", "foobarfoo" =~ /(?<=^|bar)foo/g), "\n";
for my $t ("(a)", "a", "(a", "a)") { print $t =~ /^(\()?a(?(1)\))$/ ? 1 : 0 }
print "\n";
for my $t ("<b>", "b", "<b") { print $t =~ /^(?<o><)?b(?(<o>)>)$/ ? 1 : 0 }
print "\n";
print "aaab" =~ /(?>a*)ab/ ? 1 : 0, "aaab" =~ /(?>a*)b/ ? 1 : 0, "\n";
print join("|", "one two" =~ /(?=(\w+))/g), "\n";
print "ab" =~ /(?=(a))a\1?b/ ? $1 : '', "\n";
print "abc" =~ /(?<=ab)c/ ? 1 : 0, "abc" =~ /(?<=a|bc)c/ ? 1 : 0, "\n";
print join(",", map { length } split /(?<=\G.{3})/, "abcdefgh"), "\n";
($s = "1234567.891") =~ s/(?<!\.)\b(\d+)(?=\.)/reverse($1) =~ s{(\d{3})(?=\d)}{$1,}gr/e;
print "$s\n";
print "foo.bar" =~ /(?<name>\w+)(?=\.)/ ? $+{name} : '', "\n";
print "a\nb" =~ /a$(?=\n)/m ? 1 : 0, "\n";
print "xay" =~ /x(?=a)(?=.y)./ ? $& : '', "\n";
print "abcd" =~ /(?=(..))(?=(...))/ ? "$1 $2" : '', "\n";
print "aXb" =~ /a(?!(X)c)/ ? defined $1 ? "d" : "u" : 'no', "\n";
($s = "aaa") =~ s/a\Ka/b/g;
print "$s\n";
print "ac" =~ /a(?:(b)|)c(?(1)x|$)/ ? "cond\n" : "no\n";
print "foobar" =~ /(?i)FOO(?-i)bar/ ? 1 : 0, "foobar" =~ /(?i:FOO)BAR/ ? 1 : 0, "a\nb" =~ /a(?s:.)b/ ? 1 : 0, "a b" =~ /(?x) a \  b/ ? 1 : 0, "AB" =~ /a(?^:b)/i ? 1 : 0, "\n";
print "abc" =~ /(*positive_lookahead:a)a/ ? 1 : 0, "ab" =~ /(*nlb:x)b/ ? 1 : 0, "aab" =~ /a+(*COMMIT)c|b/ ? 1 : 0, "aaab" =~ /a+(*SKIP)(*FAIL)|b/ ? $& : '', "ab" =~ /a(*ACCEPT)x|b/ ? $& : '', "\n";
