# What is ambiguous: names in braces, operators that could be sigils.
use warnings;
our (@time, %shift, @sb, %x, %y, @q, %do) = (7, 8);
local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/\(eval \d+\)/EVAL/g; print "warned: $w" };
@time = (7); %shift = (a => 8); @sb = (9); %x = (a => 1); %y = (q => 3); @q = (5, 6); %do = (k => 4);
sub sb { 1 }
for my $code (
    '"${time[0]} ${shift{a}} ${sb[0]} ${x{a}} ${y{q}}"', '${time[0]} . ${shift{a}} . ${sb[0]} . ${x{a}} . ${y{q}}',
    'join ",", @{time[0, 0]}, @{x{"a", "a"}}', '${x {a}} . "${ x{a}}" . ${ x{a} }', 'join ",", %{x {a}}, %{q[0]}', '${do {k}}', '@{sb [0, 0]} + 1',
    '${sub { \1 }->()}', '${sb [0]}', '${time} // "none"', '@{shift} + 0', '"${x}" . "a"', '0 + $x{a} *nosuch', '1 %nosuch2', '1 & nosuch', '2 ** nosuch',
    '3 *Foo->can("x")', 'my $z = $x{a}&nosuch', '1ex', '$x{a} in 3', '3 foo',
) {
    my $value = eval $code;
    my $text = defined $value ? "$value\n" : $@;
    $text =~ s/\(eval \d+\)/EVAL/g;
    print "$code => $text";
}
