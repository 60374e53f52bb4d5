# Stringified references as keys, comparison, arithmetic on references, refaddr.
use strict; use warnings; use Scalar::Util qw(refaddr);
my ($r, $s) = ([1], [1]);
my %h = ($r => 'r', $s => 's');
print scalar(keys %h), $h{$r}, $h{"$s"}, ref((keys %h)[0]), "\n";
print $r == $r ? 1 : 0, $r == $s ? 1 : 0, $r eq "$r" ? 1 : 0, $r != $s ? 1 : 0, refaddr($r) == $r + 0 ? 1 : 0, "\n";
print "$r" =~ /^ARRAY\(0x([0-9a-f]+)\)$/ && hex($1) == refaddr $r ? "hex\n" : "no\n";
my $o = bless {}, 'A::B';
print "$o" =~ /^A::B=HASH\(0x[0-9a-f]+\)$/ ? 1 : 0, "@{[\$r]}" =~ /^REF/ ? 1 : 0, "${\ \1}" =~ /^SCALAR/ ? 1 : 0, sub { } =~ /^CODE/ ? 1 : 0, \*STDOUT =~ /^GLOB/ ? 1 : 0, qr/x/ eq '(?^:x)' ? 1 : 0, \substr("a", 0) =~ /^LVALUE/ ? 1 : 0, \v1.2 =~ /^VSTRING/ ? 1 : 0, "\n";
print $r ? "true" : "false", !$r ? 1 : 0, length("$r") > 8 ? 1 : 0, "\n";
my %seen;
my @u = grep { !$seen{refaddr $_}++ }
$r, $s, $r;
print scalar(@u), "\n";
print defined refaddr("x") ? 1 : 0, defined refaddr(undef) ? 1 : 0, "\n";
print ref \$r, ref \\1, ref [], ref {}, ref \my @a, ref sub { }, "\n";
print(($r <=> $r), ($r cmp $r), "\n");
{ my $t = {}; my $n = $t + 0; print $n > 0 ? 1 : 0, $n == 0 + $t ? 1 : 0, "\n" }
