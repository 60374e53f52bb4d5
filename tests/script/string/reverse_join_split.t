# reverse in both contexts, join with odd separators, lc/uc pipelines.
use strict; use warnings;
print scalar reverse("abc"), " ", scalar reverse("ab", "cd"), " ", reverse("abc"), " ", join(",", reverse 1 .. 4), "\n";
$_ = "topic";
my $r = reverse;
print "$r\n";
print scalar(reverse()), "\n";
my @e = reverse();
print scalar @e, "\n";
my %h = (a => 1, b => 2);
my %inv = reverse %h;
print join(",", map "$_$inv{$_}", sort keys %inv), "\n";
my @a = (1 .. 5);
@a = reverse @a;
print "@a\n";
my @b = reverse sort { $a <=> $b }
@a;
print "@b\n";
print "rev: " . reverse("xyz") . "\n";
my $s = reverse "a" . "b";
print "$s\n";
print lc reverse("ABC"), "\n";
print uc(reverse "abc") eq "CBA" ? "scalar ctx\n" : "list\n";
print join("-"), "|", join("-", "a"), "|", join("-", "a", "b"), "|", join("", 1 .. 3), "|", join(", ", @a[0, 1], "x"), "|", join(0, 1, 2), "\n";
my $sep = ":";
print join($sep, map { $_ ** 2 } 1 .. 4), "\n";
print join($;, "a", "b") eq "a\x1cb" ? "subsep\n" : "no\n";
{ local $, = "-"; local $\ = "!\n"; print 1, 2, 3; print join "+", 1, 2; my @z = (7, 8); print @z; print "@z"; } { local $" = ":"; print "@a[0..2]\n"; }
{ use utf8; my $w = reverse "añ→"; print join(",", map ord, split //, $w), "\n"; } { local $SIG{__WARN__} = sub { print "W: $_[0]" }; my $u; my $x = join $u, 1, 2; $x = join ",", $u, 1; $x = join $u, 1; $x = reverse $u; }
for (reverse 1 .. 3) { print }
print "\n";
my @m = map { scalar reverse } qw(ab cd);
print "@m\n";
foreach my $x (reverse @a) { $x *= 2 }
print "@a\n";
