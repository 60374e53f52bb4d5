# Heredocs: bare, quoted, single, indented, nested, several on a line, in expressions.
use strict; use warnings;
my $v = "val"; my %h = (k => 'hv'); my @a = (1, 2);
print <<A, <<'B', <<"C";
a: $v $h{k} @a @{[ 1 + 1 ]} \$ \@ \t|
A
b: $v @a \t \\ \'
B
c: ${v}x $a[0] $h{'k'} $a[-1]
C
print <<~EOT;
    indented $v
      keeps two
    ${\ join '-', @a}

    after blank
    EOT
print <<~'X' . "tail\n";
	tab $v
	X
print lc(<<UP), "after\n";
SHOUT
UP
my @l = (<<ONE, "mid", <<TWO); print scalar(@l), $l[0], $l[2];
one
ONE
two
TWO
print "in string: @{[ <<IN ]}";
inner $v
IN
print "\n", <<"with space", <<"";
spaced
with space
empty terminator

my $x = <<E =~ s/a/b/r;
a line
E
print $x; if (<<T eq "t\n") { print "cond\n" }
t
T
print <<OUTER;
outer @{[ <<INNER ]}end
inner
INNER
OUTER
my %conf = (text => <<TXT, other => 5);
hash value
TXT
print $conf{text}, $conf{other}, "\n"; sub f { return <<R . shift }
from sub
R
print f("arg\n"); print <<`CMD`;
echo shell $v
CMD
print "line ", __LINE__, "\n"; warn <<W;
warned text
W
eval { die <<D }; print $@;
died text
D
