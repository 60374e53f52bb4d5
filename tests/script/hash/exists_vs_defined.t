# exists, defined, truth and delete for missing, undef, zero and nested values.
use strict; use warnings;
my %h = (z => 0, e => '', u => undef, v => 1);
for my $k (qw(z e u v missing)) { print "$k: ", exists $h{$k} ? 1 : 0, defined $h{$k} ? 1 : 0, $h{$k} ? 1 : 0, "\n" }
my $r = {};
print exists $r->{a}{b} ? 1 : 0, exists $r->{a} ? 1 : 0, "\n";
print exists $r->{a} && exists $r->{a}{b} ? 1 : 0, defined $r->{x} ? 1 : 0, exists $r->{x} ? 1 : 0, "\n";
my $gone = delete $h{v};
print $gone, exists $h{v} ? 1 : 0, scalar(keys %h), "\n";
$h{u} //= 'was undef';
$h{z} ||= 'was false';
$h{n}++;
print join(",", map { "$_=$h{$_}" } sort keys %h), "\n";
my @l = grep { defined }
@h{qw(z nope e)};
print scalar(@l), exists $h{nope} ? 1 : 0, "\n";
undef $h{z};
print exists $h{z} ? 1 : 0, defined $h{z} ? 1 : 0, "\n";
print exists $h{''} ? 1 : 0, exists $ENV{PATH} ? 1 : 0, exists $INC{'warnings.pm'} ? 1 : 0, "\n";
sub s1 { }
print exists &s1 ? 1 : 0, exists &s2 ? 1 : 0, "\n";
my @a;
$a[3] = 1;
print exists $a[1] ? 1 : 0, exists $a[3] ? 1 : 0, exists $a[-1] ? 1 : 0, exists $a[-9] ? 1 : 0, "\n";
