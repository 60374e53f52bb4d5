# A list in parentheses that is a builtin's only argument gives the arguments.
use strict; use warnings;
pipe(my ($r, $w)) or die;
print $w "through\n";
close $w;
print <$r>;
print index(("abc", "b")), "\n";
my ($from, $to) = ("no such file", "neither");
rename(($from, $to)) or print "no\n";
eval 'pipe(my $only)' or print $@;
eval 'my @two; pipe(@two)' or print $@;
eval 'index(("abc"))' or print $@;
# A declared container counts as one, with and without parentheses.
push our(@q), 4;
push(our(@q), 6);
push my(@l), 5;
unshift my (@u), 1;
splice(my (@y), 0, 0, 1, 2);
print "@q @l @u @y ", shift(my (@z)) // 'undef', " ", scalar(keys(my (%h))), "\n";
