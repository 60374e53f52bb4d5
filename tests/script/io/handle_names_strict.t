# Handles named by constant texts under strict refs: known when they are compiled, they are names.
use strict;
use warnings;
our @l = ('FF');

sub try_it {
    my $text = shift;
    my $result = eval "no warnings; $text";
    my $error = $@ =~ s/ at \(eval.*//sr;
    chomp $result if defined $result;
    $result = 'number' if defined $result && $result =~ /^[3-9]$|^\d\d+$/;
    print "$text => ", $result // 'undef', $error ? " ERR $error" : '', "\n";
}
open my $made, '>', 'f' or die;
print $made "first\nsecond\n";
close $made;
while (my $text = <DATA>) {
    chomp $text;
    try_it($text);
}
__DATA__
open "FH", "<", "f"
readline("FH")
eof("FH")
fileno("FH")
binmode "FH"
tell("FH")
seek("FH", 0, 0)
read("FH", my $b, 1)
flock("FH", 1)
-f "FH"
getc("FH")
print {"STDOUT"} "x\n"
printf {"STDOUT"} "x\n"
syswrite("STDOUT", "y\n")
opendir "DD", "."
readdir("DD")
rewinddir("DD")
closedir "DD"
close "FH"
pipe("R", "W")
close("R")
socketpair("A", "B", 1, 1, 0)
socket("S", 1, 1, 0)
sysopen("FF", "f", 0)
<FF>
open("GG", "<&FF")
open("GG", "<&", "FF")
my $n = "FF"; open("GG", "<&", $n)
my $n = "FF"; open $n, "<", "f"
my $n = "FF"; sysopen $n, "f", 0
my $n = "FF"; pipe $n, my $x
my $n = "DD"; opendir $n, "."
my $n = "FF"; socket $n, 1, 1, 0
my $n = "FF"; accept $n, "S"
my $n = "FF"; eof($n)
my $n = "FF"; fileno("$n")
my $n = "F"; fileno("$n$n")
fileno($l[0])
use constant HH => "FF"; fileno(HH)
open(q(FF), "<", "f")
open(3, "<", "f")
open("3", "<", "f")
fileno(3)
open("", "<", "f")
open("a b", "<", "f"); fileno("a b")
open(undef, "<", "f")
open("*FF", "<", "f")
open("::FF", "<", "f"); fileno "main::FF"
package Foo; open("STDX", "<", "f"); fileno "Foo::STDX"
package Foo; fileno "STDIN"
open("FF", "<f") && fileno FF
our $FF = "f"; open("FF") && fileno(FF)
open(("FF"), "<", "f")
open(do { "FF" }, "<", "f")
sub kk() { "FF" } open(kk, "<", "f")
sub kl { "FF" } open(kl(), "<", "f")
print {"STD" . "OUT"} "hi\n"
close "FF"
