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
my $json = qr/(?(DEFINE)(?<v>\s*(?:(?&o)|(?&a)|(?&s)|\d+|true|null)\s*)(?<o>\{(?:(?&p)(?:,(?&p))*)?\s*\})(?<p>\s*(?&s)\s*:(?&v))(?<a>\[(?:(?&v)(?:,(?&v))*)?\s*\])(?<s>"[^"]*"))^(?&v)$/; for my $t ('{"a": [1, 2, {"b": null}]}', '[1, 2', '{"a" 1}', '[]', '"x"') { print $t =~ $json ? 1 : 0 } print "\n"; my @w = "f(g(x), h(y)) + k(z)" =~ /\b(\w+(\((?:[^()]|(?2))*\)))/g; print join("|", @w), "\n"; print "abcabc" =~ /^(abc)(?-1)$/ ? 1 : 0, "abab" =~ /^(?+1)(ab)$/ ? 1 : 0, "xx" =~ /^(?<n>x)(?P>n)$/ ? 1 : 0, "\n"; "foo(bar(baz)+1)" =~ /(\w+)(\((?:[^()]++|(?2))*+\))/ and print "$1 $2\n"; my $nested = "a{b{c}d}e{f}"; my @b = $nested =~ /(\{(?:[^{}]|(?1))*\})/g; print "@b\n"; print eval { "aaa" =~ /^(?1)/; 1 } ? "ok" : $@ if 0; print eval 'qr/(?1)/; 1' ? "ok" : $@; print eval 'qr/(?&nope)/; 1' ? "ok" : $@;
