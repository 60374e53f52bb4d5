# Numeric value of strings, and the "isn't numeric" warning.
use strict; use warnings;
$SIG{__WARN__} = sub { print "W: $_[0]" };
for my $s ("12", " 12", "12 ", "12\n", "12abc", "abc", "", " ", "1e3", "1e", "1e+", ".5", "5.", ".", "+7", "-7", "--7", "+-7",
           "1.2.3", "0 but true", "0 BUT TRUE", "1,000", "\t\n 3", "3\t\n", "0x10", "1e400", "-1e400", "1e-400", "- 5", "1 2", "\0", "12\0",
           "9" x 25, "0." . "1" x 30, "inFinity", "nanq", "in", "\x{661}", "1\x{e9}", "\x{263a}") {
    use utf8;
    my $n = $s + 0;
    (my $shown = $s) =~ s/([^ -~])/sprintf "{%x}", ord $1/ge;
    print "[$shown] => $n\n";
}
my $name = "5 apples"; my %h = (k => "x1"); my @a = ("y2");
my $sum = $name * 2;
$sum = $h{k} + 1;
$sum = $a[0] - 1;
$sum = -$name;
$sum = $name == 5;
$sum = int $name;
print "sum=", -"foo", " ", -"-foo", " ", - -"foo", " ", -"10x", " ", -"+x", "\n";
