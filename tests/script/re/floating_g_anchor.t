# \G that is not the first thing of a pattern: split and s///g go on behind what they have.
use strict;
use warnings;

print join('|', split(/x?|b\G/, "abc")), "\n";
print join('|', map { $_ // 'u' } split(/x?|(a)+?\G/, "abc")), "\n";
print join('|', split(/x*|a\G/, "aabc")), "\n";
print join('|', split(/|a\G/, "aabc")), "\n";
print join('|', split(/b\G|c/, "abcbcd")), "\n";
for my $text ('ab', 'aab', 'abab') {
    print $text =~ s/a\G|b/<$&>/gr, ' ';
    print $text =~ s/a\G|b/-/gr, "\n";
}
