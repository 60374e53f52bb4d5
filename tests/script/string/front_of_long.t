# Bytes off the front of a long string, and more behind it: each costs what it moves. The quadratic
# way would not end within the test's time.
use strict;
use warnings;

my $buffer = join "", map { sprintf "%08d line\n", $_ } 1 .. 400_000;
my ($lines, $sum) = (0, 0);
while ((my $at = index $buffer, "\n") >= 0) {
    my $line = substr $buffer, 0, $at + 1, "";
    $lines++;
    $sum += length $line;
    $buffer .= "again $lines\n" if $lines % 4 == 0 && $lines < 100_000;
    $sum += length $buffer if $lines % 1000 == 0;
    last if $lines == 400_000;
}
print "$lines $sum ", length $buffer, "\n";

substr($buffer, 0, 3) = "" for 1 .. 20_000;
print length $buffer, " ", substr($buffer, 0, 20), "\n";

# What the last match saw stays as it was while the string loses its front and grows behind.
my $text = join "", map { "key$_=value$_;" } 1 .. 200;
my $copy = $text;
my @seen;
for my $round (1 .. 150) {
    $text =~ s/^(\w+)=(\w+);// or die;
    $text .= "more$round=x$round;";
    push @seen, "$1:$2:" . length($') . ":$-[2]:$+[0]" if $round % 10 == 0;
    if ($text =~ /^(\w+)=/) {
        substr $text, 0, $+[0], "";
        substr($text, 0, 0) = "$1=" if $round % 2;
        push @seen, "$1<$&>" . substr($', 0, 6) if $round % 25 == 0;
        $text =~ s/^[^;]*;//;
    }
}
print "$_\n" for @seen;
print length $text, " ", substr($text, 0, 30), " ", substr($text, -30), " ", length $copy, "\n";

# A second holder keeps all of it.
my $long = "abc" x 1000;
$long =~ s/^(a)(b)//;
my $other = $long;
$long .= "tail";
$long =~ s/^c//;
substr $other, 0, 4, "";
print length $long, " ", length $other, " $& ", length($'), " ", substr($other, 0, 5), "\n";
chop $long;
$long =~ tr/a/A/;
print substr($long, 0, 6), " ", substr($long, -6), " ", length($'), "\n";

# A match in a sub called later does not disturb the caller's.
sub shorten { $_[0] =~ s/^(...)//; return $1 }
my $shared = "0123456789" x 100;
if ($shared =~ /^(\d{4})/) {
    my $got = shorten($shared) . shorten($shared);
    print "$1 $got ", length $shared, " ", length $', " $+[0]\n";
    $shared .= "x" x 5000;
    print "$1 ", length $shared, " ", length $', "\n";
}

# Characters of more than one byte: offsets by number are remembered.
my $wide = join "", map { chr(0x400 + $_ % 50) . "a" . chr(0xe9) } 1 .. 20_000;
my ($at, $found, $ords) = (0, 0, 0);
while (($at = index $wide, "a\x{e9}\x{405}", $at) >= 0) { $found += $at++ }
$at = length $wide;
while ($at > 0 && ($at = rindex $wide, "a\x{e9}\x{406}", $at - 1) >= 0) { $found += $at }
for ($at = 1; $at < 60_000; $at += 30) {
    pos($wide) = $at;
    $wide =~ /\G(.)(.)/g or die;
    $ords += ord($1) + pos $wide;
}
print "$found $ords\n";
my $count = 0;
while (length $wide > 59_000) {
    $ords += ord substr $wide, 0, 1, "";
    $ords += ord chop $wide;
    $wide .= "\x{444}" if $count % 5 == 0;
    $wide .= "z$count" if $count % 7 == 0;
    substr($wide, $count, 1) = "\x{20ac}\x{20ad}" if $count % 11 == 0;
    $ords += ord(substr $wide, $count + 10, 1) + ord(substr $wide, -$count - 1, 1);
    $ords += index $wide, "\x{401}", $count;
    $count++;
}
print "$count $ords ", length $wide, "\n";
$wide =~ s/^(.{5})//s;
print join(" ", map { sprintf "%x", ord } split //, $1 . substr $wide, 0, 3), "\n";
$wide .= "\x{100}";
print length $wide, " $-[1] $+[1] ", length $', "\n";
