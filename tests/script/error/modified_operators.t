# "Can't modify X in Y" for references, substitutions and transliterations.
use strict;
use warnings;

our ($x, $y, @x);
sub f { }
for my $text ('\$x //= 1', '(\$x) ||= 1', '(\($x, $y)) ||= 2', '\@x //= 3', '(\f()) .= 2', '\$x++',
              '\$x =~ s/a/b/', '\$x =~ tr/a/b/', 'chomp(\$x)', 'substr(\$x, 1) = 2', 's/a/b/ ||= 3', 's/a/b/ = 3',
              'tr/a/b/ ||= 3', '(s/a/b/) = 3', 'chop(s/a/b/)', 'y/a/b/ =~ s/a/b/', '(s/a/b/r) =~ s/b/c/') {
    no warnings;
    eval $text;
    print "$text: ", $@ =~ s/\(eval \d+\)/EVAL/gr;
}
($x = "ab") =~ s/a/c/;
(my $z = $x) =~ tr/b/d/;
print "$x $z ", $x =~ s/c/e/r =~ s/b/f/r, "\n";
