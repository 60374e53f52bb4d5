# for my (...): only scalars can stand in the list.
use strict; use warnings;
local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/\(eval \d+\)/EVAL/g; print "warned: $w" };
for my $list ('', '1', '$x', '$x, $y', '$x, 1', '@x', '$x, @x', '$x,, $y', '$x, $y,', ' $x # c' . "\n, \$y\n") {
    my $code = "my \$out = ''; for my ($list) (1 .. 4) { \$out .= qq(\$x;) } \$out";
    my $result = eval $code;
    my $text = defined $result ? "$result\n" : $@;
    $text =~ s/\(eval \d+\)/EVAL/g;
    print "($list): $text";
}
