# $& $` $' $1 $+ @- @+ %+ scoping, and $^N, after success, failure and in nested scopes.
use strict;
use warnings;
'hello world' =~ /o (w)(o)?/ or die;
print "[$`|$&|$'] $1 $2 $+ @- @+ $^N\n";
'zzz' =~ /nomatch/;
print "kept $1\n";
{ 'inner' =~ /(n+)/; print "inner $1\n" }
print "outer $1\n";
sub m2 { 'sub' =~ /(u)/; $1 }
print m2(), " $1\n";
for ('a1', 'b2') { /(\d)/ and print "loop $1\n" }
print "after loop $1\n";
if ('cond' =~ /(o)/) { print "if $1\n" }
print "after if $1\n";
'ab' =~ /(?<first>a)(?<second>b)/;
print join(',', map {"$_=$+{$_}"} sort keys %+), " $-{first}[0]\n";
my ($x, $y) = 'k=v' =~ /(\w)=(\w)/;
print "$x$y $#+ $#-\n";
'abc' =~ /(x)?b/;
print defined $1 ? 1 : 'undef', " $-[0] $+[0]\n";
my $s = 'aXbXc';
(my $t = $s) =~ s/X/-/g;
print "$t $&\n";
while ($s =~ /X/g) { print pos($s), "[$`]" }
print "\n";
'test' =~ /t/p;
print "${^PREMATCH}|${^MATCH}|${^POSTMATCH}\n";
eval { 'ev' =~ /(v)/; die "x\n" };
print "after eval $1\n" if defined $1;
local $_ = 'topic string';
/(\w+)$/;
print "$1 ", scalar(my @w = /\w+/g), "\n";
print join('|', split /(,)/, 'a,b,c'), "\n";
my @m = ('2024-01-02' =~ /(\d+)-(\d+)-(\d+)/);
print "@m ", scalar(@m), "\n";
