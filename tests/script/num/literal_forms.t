# Numeric literals with a prefix, their mistakes and overflows; constants as the ends of a flip-flop.
use warnings;
my $n = 0;
local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/\(eval \d+\)/EVAL/g; print "warned: $w" };
sub try_it {
    my ($code) = @_;
    my $value = eval $code;
    my $text = defined $value ? $value : $@;
    $text =~ s/\(eval \d+\)/EVAL/g;
    print "$code => ", $text, $text =~ /\n\z/ ? "" : "\n";
}
try_it($_) for qw(0x_ 0b 0x 0o 0o17 0O17 0x_f 0b_1 0_7 0o_7 0xg 0xzz 1__0 1_ 1_.5 0x1__f 0x1_ 1._5 1e_5 1e5_ 08 018 0b12 0b2 0o8 0o18 1.2.3 1_0.5
    0xFFFFFFFFFFFFFFFFF 07777777777777777777777777 0xFFFFFFFFFFFFFFFF 0x123456789 077777777777777 18446744073709551616 1e400
    0x1p4 0x1.8p1 0x.8p0 0b1.1p0 01.4p0 0o1.4p1 0x1p 0x1.8 0x1.fffffffffffffp0 0x1.fffffffffffff8p0 0x1ffffffffffffffp0 0xfffffffffffffffffp0
    0x1p1023 0x1p1024 0x1p-1022 0x1p-1023 0x1p-1075 0x0p5000 0x.1p-1022 0b1.1p2000 0x0.00000000000000001p0 1.e3 1e 1ex 0e0 000.5);
try_it($_) for 'my $x = 0x ;', '1 + 0x', 'join(0x, 3)', 'return 0b or 3', 'my @a = (0x , 1)', '0x.5';
{
    use constant { TWO => 2, THREE => 3 };
    for (1 .. 5) {
        $. = $_;
        print "$_:";
        print " words" if TWO .. THREE;
        print " sum" if 1 + 1 .. 3;
        print " text" if "2" .. "3";
        print " real" if 2.5 .. 3;
        print " test" if $_ == 2 .. 4;
        print " three" if 2 ... 2;
        print " truth" if 2 == 2 .. 3 == 4;
        print " letters" if "a" .. "b";
        print "\n";
    }
}
print STDOUT:: "a handle's name with colons\n";
print {STDOUT::} "and in braces\n";
print STDOUT:: , " as a word\n";
