# Bareword, lexical, glob, glob reference, string, hash element and method handles all name one thing.
use strict;
use warnings;
no warnings 'once';
open(FH, '>', 'x') or die;
print FH "bare\n";
print {*FH} "glob\n";
print { \*FH } "ref\n";
{ no strict 'refs'; my $n = 'FH'; print $n "name\n"; print {'main::FH'} "qualified\n"; }
print main::FH "package\n";
print STDOUT "to stdout\n";
my %h = (fh => \*FH);
print { $h{fh} } "element\n";
my @a = (\*FH, \*STDOUT);
print { $a[0] } "array\n";
print { 1 ? $a[0] : $a[1] } "block\n";
*ALIAS = *FH;
print ALIAS "alias\n";
my $io = *FH{IO};
print $io "io slot\n";
print "io is ", ref $io, "\n";
FH->print("method\n");
(*FH)->printf("%s\n", 'glob method');
close FH;
open my $in, '<', 'x' or die;
print "got $_" while <$in>;
close $in;
print "ref lexical ", ref $in, "\n";
print "stringy ", "$in" =~ /^GLOB\(0x[0-9a-f]+\)$/ ? 1 : 0, " ", *FH, "\n";
sub reader { my $f = shift; my $l = <$f>; $l }
open my $z, '<', 'x';
print "passed: ", reader($z);
open(Z, '<', 'x');
print "passed glob: ", reader(*Z);
print "passed ref: ",  reader(\*Z);
close Z;
sub mk { local *L; open(L, '<', 'x') or die; return *L }
my $k = mk();
print "local glob survives: ", scalar <$k>;
close $k;
{ my $c = 'x'; open(my $inner, '<', $c); our $no = fileno $inner }
open my $again, '<', 'x';
print "number reused: ",              fileno($again) == our $no ? 1 : 0, "\n";
print "defined fileno of unopened: ", defined fileno(NEVER)     ? 1 : 0, "\n";
{ no warnings; print "print to unopened: ", (print NEVER 'x') ? 1 : 0, "\n"; }
