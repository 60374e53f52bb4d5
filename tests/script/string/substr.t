# substr: two to four arguments, negative positions, lvalue and reference.
use strict; use warnings;
$SIG{__WARN__} = sub { print "W: $_[0]" };
my $s = "Hello, world";
print join("|", substr($s, 0, 5), substr($s, 7), substr($s, -5), substr($s, -5, 2), substr($s, 0, -7), substr($s, -5, -2), substr($s, 3, 0), substr($s, 12), substr($s, 5, 100)), "\n";
my $r = substr($s, 13); print defined $r ? "def" : "undef", "\n";
$r = substr($s, -20, 3);
print defined $r ? "def[$r]" : "undef", "\n";
$r = substr($s, -20, 10);
print defined $r ? "def[$r]" : "undef", "\n";
$r = substr($s, 20, 1);
print defined $r ? "def" : "undef", "\n";
substr($s, 0, 5) = "HELLO";
print "$s\n";
substr($s, -5) = "W";
print "$s\n";
substr($s, 0, 0) = ">>";
print "$s\n";
substr($s, length $s) = "<<";
print "$s\n";
print substr($s, 0, 2, "[[long]]"), " $s\n";
print substr($s, -2, 2, ""), " $s\n";
print substr($s, 2, -2, "-"), " $s\n";
substr($s, 1, 1) =~ s/\[/{/; print "$s\n"; substr($s, 0, 1) .= "xx"; print "$s\n"; substr($s, 0, 3) =~ tr/x/y/; print "$s\n";
my $t = "abcdef"; for (substr($t, 1, 2)) { $_ = "12345"; print "$t "; $_ = ""; print "$t\n" }
$t = "abcdef";
my $ref = \substr($t, 1, 2);
$$ref = "XYZ";
print "$t $$ref\n";
$$ref = ".";
print "$t $$ref\n";
$t = "short";
print "$$ref\n";
eval { substr($t, 10, 1) = "x"; 1 } or print $@;
eval { substr($t, 10, 1, "x"); 1 } or print $@;
{ my $v = "abc"; substr($v, 3, 0) = "d"; print "$v\n"; }
$t = "abc";
(substr($t, 0, 1), substr($t, -1)) = ("1", "3");
print "$t\n";
local $_ = "topic";
print substr($_, 1, 3), "\n";
{ my $u; my $x = substr($u, 0, 1); print defined $x ? "[$x]" : "undef", "\n"; }
my $num = 12345;
print substr($num, 1, 2) + 1, "\n";
substr($num, 0, 1) = 9;
print $num + 1, "\n";
sub change { $_[0] = "ZZ" }
$t = "abcd";
change(substr($t, 1, 2));
print "$t\n";
print lc(substr "ABC", 1), "\n";
{ use utf8; my $w = "日本語テキスト"; substr($w, 1, 1) = "x"; print length $w, ord substr($w, 2, 1), "\n"; }

# Nothing, put in by a string of wide characters, does not make the target one.
{
    my $nothing = substr "\x{400}", 0, 0;
    my ($in_place, $assigned) = ("abc\xe9", "abc\xe9");
    substr $in_place, 1, 1, $nothing;
    substr($assigned, 1, 1) = $nothing;
    my $shared = $assigned;
    substr $shared, 0, 1, $nothing;
    print join(" ", map { utf8::is_utf8($_) ? "wide" : "bytes" } $in_place, $assigned, $shared), "\n";
}
