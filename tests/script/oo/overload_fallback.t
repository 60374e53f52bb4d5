# fallback undef, 0 and 1; nomethod; inheritance; messages for missing operators.
use strict; use warnings;
package U { use overload '""' => sub { "5" } }
package F0 { use overload '""' => sub { "5" }, '+' => sub { "plus" }, fallback => 0 }
package F1 { use overload '""' => sub { "5" }, fallback => 1 }
package NM { use overload 'nomethod' => sub { my ($a, $b, $s, $op) = @_; "nomethod($op)" . ($s ? "s" : "") } }
package Kid { our @ISA = 'U' }
package Kid2 { our @ISA = 'U'; use overload '+' => sub { "kidplus" } }
package ByName { use overload '+' => 'plus', '""' => \&str; sub plus { "by name" } sub str { "bn" } }
package ByKid { our @ISA = 'ByName'; sub plus { "kid by name" } }
package main;
sub t { my ($n, $c) = @_; my $r = eval { $c->() }; print "$n: ", defined $r ? $r : "died: " . $@ =~ s/0x[0-9a-f]+/ADDR/gr, "\n" }
my %o = map { $_ => bless {}, $_ } qw(U F0 F1 NM Kid Kid2 ByName ByKid);
for my $n (sort keys %o) { my $o = $o{$n}; t("$n +", sub { $o + 1 }); t("$n -", sub { $o - 1 }); t("$n rev-", sub { 1 - $o }); t("$n .", sub { $o . "x" }); t("$n eq", sub { $o eq "5" ? 1 : 0 }); t("$n neg", sub { -$o }); t("$n +=", sub { my $c = $o; $c += 2; "$c" }); t("$n bool", sub { $o ? "T" : "F" }); } { my $o = bless {}, 'U'; print length($o), lc($o), "$o" + 1, "\n" } { package Ex; use overload '+' => sub { "p" }; my $e = bless []; print eval { my $x = $e x 2; 1 } ? "ok\n" : $@ =~ s/0x[0-9a-f]+/ADDR/gr; print eval { my $x = $e == 1; 1 } ? "ok\n" : $@ }
eval q{ package Bad; use overload 'nosuchop' => sub { }; 1 } or print $@;
{ package Dyn; no strict 'refs'; require overload; overload->import('""' => sub { "dyn" }) }
print bless([], 'Dyn') . "", "\n";
{ package Un; use overload '""' => sub { "on" }; no overload '""'; }
print bless([], 'Un') =~ /^Un=ARRAY/ ? "removed\n" : "still\n";
