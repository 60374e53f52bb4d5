# chop and chomp on scalars, lists, hashes and with other record separators.
use strict; use warnings;
my $s = "line\n\n";
print chomp $s, length $s, "\n";
print chomp $s, length $s, chomp $s, "\n";
$s = "abc";
print chop $s, " $s\n";
my @l = ("a\n", "b", "c\n");
print chomp(@l), "@l\n";
my %h = (a => "x\n", b => "y\n");
print chomp(%h), join(",", map "$_$h{$_}", sort keys %h), "\n";
@l = qw(ab cd);
print chop(@l), "@l\n";
{ local $/ = "END"; my $t = "dataENDEND"; print chomp $t, " $t\n"; } { local $/ = ""; my $t = "para\n\n\n"; print chomp $t, "[$t]\n"; } { local $/; my $t = "x\n"; print chomp $t, length $t, "\n"; } { local $/ = \3; my $t = "abc\n"; print chomp $t, length $t, "\n"; }
chomp(my $x = "assigned\n");
print "$x|\n";
chomp(my ($y, $z) = ("1\n", "2\n"));
print "$y$z|\n";
$_ = "topic\n";
chomp;
print "$_|\n";
chop;
print "$_|\n";
my $e = "";
print "[", chop $e, "][", chomp $e, "]\n";
my $ref = { k => "v\n" };
chomp $ref->{k};
chomp @{$ref->{l}};
print $ref->{k}, scalar @{$ref->{l}}, "|\n";
{ use utf8; my $w = "añ→"; chop $w; print length $w, ord(chop $w), "\n"; }
my $cr = "a\r\n";
chomp $cr;
print length $cr, "\n";
my $num = 1234;
chop $num;
print $num + 1, "\n";
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; my $u; my $r = chomp $u; $r = chop $u; print defined $u ? "def" : "undef", "\n"; }
eval { my $r = chop(${\"const"}); 1 } or print $@;
print eval 'chomp("lit"); 1' ? "ok" : $@;
print eval 'chop(1 + 2); 1' ? "ok" : $@;
