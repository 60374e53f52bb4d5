# Comparators that only compare keys: hash and array elements, look-ups, lc, length; stable,
# descending, several keys; and the same when a key is missing, odd, overloaded or tied to a warning.
use strict; use warnings;
my %seen; $SIG{__WARN__} = sub { print "W: $_[0]" unless $seen{$_[0]}++ };  # the number of comparisons is not fixed
my @r = map { { k => $_ * 7 % 5, n => "n$_", l => [$_ % 3, "x" x ($_ % 4)] } } 1 .. 12;
sub names { join(" ", map { $_->{n} } @_) }
sub by { $a->{k} <=> $b->{k} or $a->{n} cmp $b->{n} }
sub by_return { return $b->{k} <=> $a->{k} || $b->{n} cmp $a->{n} }
print names(sort by @r), "\n", names(sort by_return @r), "\n";
print names(sort { $a->{k} <=> $b->{k} } @r), "\n";
print names(sort { $b->{l}[0] <=> $a->{l}[0] || length($a->{l}[1]) <=> length $b->{l}->[1] } @r), "\n";
print names(reverse sort { $$a{k} <=> $$b{k} } @r), "\n";
my %h = (apple => 3, Fig => 1, cherry => 3, banana => 10); my $h = \%h;
print join(" ", sort { $h{$a} <=> $h{$b} || $a cmp $b } keys %h), "|";
print join(" ", sort { $h->{$b} <=> $h->{$a} or lc $a cmp lc $b } keys %h), "|";
print join(" ", sort { lc($a) cmp lc($b) } keys %h), "|", join(" ", sort { uc $b cmp uc $a } keys %h), "\n";
sub closure { my %rank = @_; return join " ", sort { $rank{$a} <=> $rank{$b} } qw(x y z) }
print closure(x => 2, y => 3, z => 1), " ", closure(x => 1.5, y => -3, z => "1e1"), "\n";
my @refs = map { my $v = $_; \$v } 3, 1, 2; print join(" ", map { $$_ } sort { $$a <=> $$b } @refs), "\n";
print join(" ", map { $_->[0] } sort { $a->[-1] <=> $b->[-1] } [1, 9], [2, 8.5], [3, "7"], [4, 9]), "\n";
# keys that the comparator has to see itself
print names(sort { $a->{k} <=> $b->{k} } { n => "p", k => 1 }, { n => "q" }), "\n";
print names(sort { $a->{k} <=> $b->{k} } { n => "p", k => "3x" }, { n => "q", k => 2 }), "\n";
print join(" ", sort { $h{$a} <=> $h{$b} } qw(Fig zz apple)), "\n";
my @viv = ({ n => 1 }, { n => 0 }); my @s = sort { $a->{x}{y} cmp $b->{x}{y} } @viv; print join(" ", map { exists $_->{x} ? 1 : 0 } @viv), "\n";
print eval { my @x = sort { $a->{k} <=> $b->{k} } 1, 2; 1 } ? "ok" : $@ =~ /(Can't use string \("\d"\) as a HASH ref)/, "\n";
print eval { my @x = sort { $a->[0] <=> $b->[0] } [1], {}; 1 } ? "ok" : $@ =~ /(Not an ARRAY reference)/, "\n";
package Num { use overload '<=>' => sub { print "<"; -($_[0]{v} <=> (ref $_[1] ? $_[1]{v} : $_[1])) * ($_[2] ? -1 : 1) }, 'cmp' => sub { "$_[0]{v}" cmp "$_[1]{v}" }; }
my @o = map { { k => bless { v => $_ }, 'Num' } } 1, 2; print "", join(" ", map { $_->{k}{v} } sort { $a->{k} <=> $b->{k} } @o), "\n";
package Obj { sub new { bless { v => $_[1] }, $_[0] } } print join(" ", map { $_->{v} } sort { $a->{v} <=> $b->{v} } map { Obj->new($_) } 3, 1, 2), "\n";
{ package Other; our @l = sort { $a->{k} <=> $b->{k} } { k => 2 }, { k => 1 }; print join(" ", map { $_->{k} } @l, sort main::by { k => 1, n => 1 }), "\n"; }
{ no strict 'refs'; no warnings; package Other; my @l = sort main::by { k => 2, n => "a" }, { k => 1, n => "b" }; print scalar(@l), "\n"; }
print join(" ", sort { "\x{e9}$a" cmp "\x{e9}$b" } "\x{100}", "b") eq "b \x{100}" ? "utf8\n" : "no\n";
print join(",", map { $_->{n} } sort { $a->{s} cmp $b->{s} } { n => 1, s => "\x{e9}" }, { n => 2, s => "\x{100}" }, { n => 3, s => "z" }), "\n";
print join(",", map { $_->{n} } sort { lc $a->{s} cmp lc $b->{s} } { n => 1, s => "B" }, { n => 2, s => "\x{c9}" }, { n => 3, s => "a" }), "\n";
print join(",", map { $_->{n} } sort { $a->{s} <=> $b->{s} } { n => 1, s => 9007199254740993 }, { n => 2, s => 0.5 }, { n => 3, s => 9007199254740992 }), "\n";
print join(",", map { $_->{n} } sort { $a->{s} <=> $b->{s} } { n => 1, s => 18446744073709551615 }, { n => 2, s => 5 }), "\n";
$_->{k}++ for sort { $a->{k} <=> $b->{k} } @r; print "$r[0]{k} $r[4]{k}\n";
my @plain = (3, 1, 2); $_ *= 10 for sort { length $a <=> length $b or $b cmp $a } @plain; print "@plain\n";
{ use integer; print join(" ", map { $_->[0] } sort { $a->[0] <=> $b->[0] } [1.5], [1.2], [0]), "\n"; }
