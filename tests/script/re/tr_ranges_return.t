# tr with ranges, return counts, r flag, classes of characters and empty lists.
use strict; use warnings;
my $s = "Hello, World 123";
print $s =~ tr/a-z//, $s =~ tr/A-Z//, $s =~ tr/0-9//, $s =~ tr/a-zA-Z//c, "\n";
print $s =~ tr/a-zA-Z//cdr, "|", $s =~ tr/a-zA-Z/ /csr, "|", $s =~ tr/lo/01/r, "\n";
my $dna = "ATGC";
(my $rc = reverse $dna) =~ tr/ATGC/TACG/;
print "$rc\n";
my @c = map { tr/a// } qw(banana abc xyz);
print "@c\n";
(my $sq = "aabbccaa") =~ tr/a-z//s;
print "$sq\n";
($sq = "a--b---c") =~ tr/-//s;
print "$sq\n";
($sq = "hello") =~ tr/a-y/b-z/;
print "$sq\n";
($sq = "\0\1\2") =~ tr/\0-\2/a-c/;
print "$sq\n";
my $h = { k => "abc" };
$h->{k} =~ tr/b/B/;
print $h->{k}, "\n";
print "cnt ", scalar("a,b,c" =~ tr/,//), "\n";
my $u;
{ no warnings; print $u =~ tr/a//, "\n" }
