# perldsc: hashes of lists, of hashes, of code, records.
use strict; use warnings;
my %hol = (fruits => [qw(apple banana)], veg => ["kale"]);
push @{$hol{fruits}}, "cherry";
push @{$hol{new}}, "n";
for my $k (sort { @{$hol{$b}} <=> @{$hol{$a}} || $a cmp $b } keys %hol) { print "$k: @{$hol{$k}}\n" }
print $hol{fruits}[-1], scalar @{$hol{veg}}, "$#{$hol{fruits}}\n";
my %hoh = (a => { n => 1, s => 'x' }, b => { n => 2 });
$hoh{b}{s} = 'y';
$hoh{c}{n} = 3;
for my $k (sort { $hoh{$b}{n} <=> $hoh{$a}{n} } keys %hoh) { print "$k ", join(",", map { "$_=$hoh{$k}{$_}" } sort keys %{$hoh{$k}}), "\n" }
while (my ($k, $v) = each %hoh) { $v->{seen} = 1 }
print join(",", map { $hoh{$_}{seen} } sort keys %hoh), "\n";
my %rec = (name => "r", tags => [1, 2], sub => sub { "called with @_" }, opt => { deep => { er => 5 } });
print $rec{sub}->($rec{name}), $rec{opt}{deep}{er}, $rec{tags}[1], "\n";
my @aoh = map { { id => $_, sq => $_ ** 2 } } 1 .. 3;
print join(",", map { "$_->{id}:$_->{sq}" } grep { $_->{sq} > 1 } @aoh), "\n";
my %idx = map { $_->{id} => $_ }
@aoh;
$idx{2}{sq} = 'shared';
print $aoh[1]{sq}, "\n";
delete $hoh{a}{n};
print join(",", sort keys %{$hoh{a}}), "\n";
my %merged = (%{$hoh{a}}, %{$hoh{b}});
print join(",", map { "$_$merged{$_}" } sort keys %merged), "\n";
print exists $rec{opt}{x}{y} ? 1 : 0, exists $rec{opt}{x} ? 1 : 0, "\n";
my ($first) = sort keys %hoh;
print ref $hoh{$first}, "\n";
my %inv;
for my $k (keys %hol) { $inv{$_} = $k for @{$hol{$k}} }
print join(",", map { "$_<$inv{$_}" } sort keys %inv), "\n";
