# What may be an operand or an operator, words in front of ||, my() if 0, ... inside of expressions,
# calls of functions with constant operands whose value nobody uses.
use strict; use warnings; $SIG{__WARN__} = sub { print "W: @_" };
for my $c ('open FOO || die;', 'open FOO || die "x";', 'rand 5 <3;', 'rand + 5', 'rand +5', 'rand-5', 'rand /5/ ? 1 : 2',
    '-f -1', '-S <3', 'my $x = -e /5', 'shift + 1', 'my $x = shift // 3', 'my $x = shift->{a} if 0', 'pos < 3',
    'length + 1', 'print (1) x 3;', 'print (1)+2;', 'print (1);', 'print (1) . "x";', 'print(1)+2', 'printf (1) +2',
    'my $x if 0;', 'my @x if 0; 1', 'my $x = 5 if 0', 'our $x if 0; 1', 'my ($x, $y) if 0', 'unless (1) { my $x }',
    'my $x unless 1;', 'my $x if 1', '...', 'f(...)', '[ ... ]', '1, ...', '...;1', '... ; ...', '{ ... }', 'my $x = ...',
    'oct "0x1f";1', 'hex "1f";1', 'sprintf("%d", 3);1', 'pack("A", 1);1', 'abs(-1);1', 'int(1.5);1', 'sqrt(4);1',
    'join(",", 1, 2);1', 'quotemeta("a");1', 'sin(1);1', 'atan2(1, 2);1', 'exp(1);1', '2 ** 3;1', '7 % 3;1', '1 << 2;1',
    '5 & 3;1', '"a" cmp "b";1', 'sprintf("%s", 1, 2);1', 'pack("U", 300);1', 'my $x; if ($x = 2 ** 3) { }') {
    my $r = eval $c;
    print "--- $c: ", $@ eq '' ? "ok\n" : $@;
}
