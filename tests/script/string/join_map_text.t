# Text reports with heredocs, formats by sprintf, pluralising, tables from data.
use strict; use warnings;
my @r = ({ n => "alice", a => 30, s => 1234.5 }, { n => "bob", a => 4, s => 99 }, { n => "christina", a => 101, s => 0.126 });
my ($w) = sort { $b <=> $a } map { length $_->{n} }
@r;
printf "%-*s %4s %10s\n", $w, "name", "age", "sum";
printf "%-*s %4d %10.2f\n", $w, @$_{qw(n a s)}
for sort { $a->{a} <=> $b->{a} }
@r;
print "-" x ($w + 16), "\n";
my $t = 0;
$t += $_->{s}
for @r;
printf "%-*s %4d %10.2f\n", $w, "total", scalar @r, $t;
for my $n (0 .. 2) { printf "%d item%s\n", $n, $n == 1 ? "" : "s" }
print map { sprintf "%s: %s\n", ucfirst $_->{n}, "*" x ($_->{a} / 10) }
@r;
my $txt = join "\n", map { join "\t", @$_{qw(n a)} }
@r;
print "$txt\n";
my @back = map { my %h; @h{qw(n a)} = split /\t/; \%h } split /\n/, $txt;
print $back[1]{n}, $back[2]{a}, "\n";
print "wrapped: ", join("\n         ", "the quick brown fox jumps" =~ /(.{1,10})(?:\s+|$)/g), "\n";
print ucfirst(join(" and ", map { $_->{n} } @r)), ".\n";
my $s = "name=alice;age=30";
my %p = map { split /=/, $_, 2 } split /;/, $s;
print join(",", map { "$_>$p{$_}" } sort keys %p), "\n";
