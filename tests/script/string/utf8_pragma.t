# use utf8: literals, identifiers, lengths; without it the same bytes.
use strict; use warnings;
{ my $s = "é→"; print length $s, " ", join(",", map ord, split //, $s), "\n"; }
{ use utf8; my $s = "é→"; print length $s, " ", join(",", map ord, split //, $s), "\n"; my %naïve = (ключ => 1); print exists $naïve{"ключ"} ? 1 : 0, "\n"; sub été { "summer" } print été(), "\n"; print "é" =~ /^\w$/ ? 1 : 0, "→" =~ /\w/ ? 1 : 0, lc("É") eq "é" ? 1 : 0, "\n"; my @w = sort qw(ñ a z); print scalar(@w), ord $w[-1], "\n"; print index("añb→", "→"), " ", reverse("é→") eq "→é" ? 1 : 0, "\n"; printf "%s %d\n", "é" eq "\x{e9}" ? "latin" : "other", ord "→"; (my $t = "aéb") =~ tr/é/e/; print "$t\n"; }
binmode STDOUT, ":encoding(UTF-8)";
print "\x{e9}\x{2192}\n";
printf "%s|%5s|\n", "\x{2192}", "\x{e9}";
binmode STDOUT, ":raw";
print "\xe9" eq "\x{e9}" ? 1 : 0, "\n";
