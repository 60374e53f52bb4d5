# Alternation order, empty branches, anchors inside branches, nested groups.
use strict; use warnings;
for my $re (qr/a|ab/, qr/ab|a/, qr/(?:a|ab)(?:c|bcd)/, qr/^(?:x|)a/, qr/a(|b)c/, qr/(a|b)*c/, qr/^a|b$/, qr/(?:|x)b/, qr/foo|fo|f/, qr/(a)|(b)|(c)/) {
    for my $s ("abc", "abcd", "b", "foo", "ac") { print "$re $s: ", $s =~ $re ? "[$&] " . join(",", map { $_ // 'u' } @{^CAPTURE}) : "no", "\n" }
}
my %w = map { $_ => 1 } qw(cat dog);
my $re = join "|", sort keys %w;
(my $t = "cat dog bird") =~ s/\b($re)\b/<$1>/g;
print "$t\n";
