# (?R) (?1) (?&name) (?(DEFINE)) and balanced text.
use strict; use warnings;
my $bal = qr/\((?:[^()]++|(?R))*\)/;
for my $t ("(a(b)c)", "(a(b c", "()", "x(y)z", "((()))") { print $t =~ $bal ? $& : 'no', " " }
print "\n";
my $p = qr/^((.)(?1)\2|.?)$/;
print join(",", map { $_ =~ $p ? 1 : 0 } "abcba", "abba", "abc", "a", ""), "\n";
my $expr = qr/^(?&expr)$(?(DEFINE)(?<expr>(?&term)(?:[-+](?&term))*)(?<term>(?&fact)(?:[*\/](?&fact))*)(?<fact>\d+|\((?&expr)\)))/;
print join(",", map { $_ =~ $expr ? 1 : 0 } "1+2*3", "(1+2)*3", "1+", "((1))", "2*(3-4)/5", ")"), "\n";
print "aabb" =~ /^(a(?1)?b)$/ ? 1 : 0, "aab" =~ /^(a(?1)?b)$/ ? 1 : 0, "\n";
