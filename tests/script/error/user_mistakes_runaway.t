# Strings that swallow lines, words out of place.
# Each program below is broken; perl -c tells what it thinks of it.
use strict; use warnings;
use File::Temp 'tempdir';

my $dir = tempdir(CLEANUP => 1);
chdir $dir or die "chdir: $!";
local $/;
my $number = 0;
for my $program (split /^%%\n/m, <DATA>) {
    open my $out, '>', 'prog.pl' or die "prog.pl: $!";
    print $out $program;
    close $out;
    print '--- ', ++$number, "\n", `$^X -c prog.pl 2>&1`, 'status ', $? >> 8, "\n";
}
chdir '/';
__DATA__
print 1, $l";
foo
print "x";
%%
my $x = $y"abc
print "x";
1;
%%
print 1, $x xor 3; ($p, $q) ,= (1,2);
%%
5, use strict; 1;
%%
print $first->((fail'), 1);
