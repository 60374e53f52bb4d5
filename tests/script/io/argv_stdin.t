# <> without arguments reads STDIN, "-" means STDIN, <STDIN> stays separate, <<>> takes "-" as STDIN only without arguments.
# stdin: first
# stdin: second
# stdin: third
# stdin: fourth
use strict;
use warnings;
print "1: ", scalar <>;
print "name $ARGV dot $.\n";
print "2: ", scalar <STDIN>;
print "3: ", scalar <>;
open my $o, '>', 'f';
print $o "file\n";
close $o;
my @r = <>;
print "rest @r";
print "again: ", defined(my $x = <>) ? 1 : 'undef', "\n";
@ARGV = ('f', '-', 'f');
my @l = <>;
print scalar(@l), " lines, no stdin left\n";
my $out = `printf 'p\\nq\\n' | $^X -ne 'print "\$ARGV:\$.:\$_"' f - f`;
print $out;
$out = `printf 'p\\nq\\n' | $^X -e 'while (<<>>) { print "\$ARGV:\$.:\$_" }'`;
print $out;
$out = `printf 'p\\n' | $^X -e 'while (<<>>) { print "\$ARGV:\$.:\$_" }' -- - f 2>&1`;
print $out =~ s/ at .*//r;
$out = `printf 'x\\ny' | $^X -e 'print scalar(<STDIN>); print "[", <>, "]\n"'`;
print $out;
print `printf '1\\n2\\n' | $^X -e '\@a = <>; \@b = <>; print scalar(\@a), scalar(\@b), "\\n"'`;
