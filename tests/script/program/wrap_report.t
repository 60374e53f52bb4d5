# Text layout: wrapping, justification, centring, tables with column types, roman numerals, word counts.
use strict;
use warnings;

sub wrap_text {
    my ($text, $width, $first, $rest) = (@_, '', '');
    my @lines;
    my $line = $first;
    my $empty = 1;
    for my $word (split ' ', $text) {
        if (!$empty && length($line) + 1 + length $word > $width) {
            push @lines, $line;
            ($line, $empty) = ($rest, 1);
        }
        $line .= ($empty ? '' : ' ') . $word;
        $empty = 0;
    }
    return (@lines, $empty ? () : $line);
}
sub justify {
    my ($line, $width) = @_;
    my $gaps = () = $line =~ / /g or return $line;
    my $missing = $width - length $line;
    my $n = 0;
    $line =~ s/ /' ' x (1 + int($missing * ++$n \/ $gaps) - int($missing * ($n - 1) \/ $gaps))/ge;
    return $line;
}
sub centre { my ($t, $w, $fill) = (@_, ' '); my $l = int(($w - length $t) / 2); ($fill x $l) . $t . $fill x ($w - $l - length $t) }
my $text = <<'END';
    The quick brown fox jumps over the lazy dog, and then   the dog
sleeps: nobody knows why. "Supercalifragilisticexpialidocious" is a long
word, isn't it?  Well... yes;	tabs too.
END
my @lines = wrap_text($text, 38, '  * ', '    ');
print "$_\n" for @lines;
print '+', '-' x 40, "+\n";
printf "|%-40s|\n", $_ for map({ justify($_, 40) } @lines[0 .. $#lines - 1]), $lines[-1];
print centre(' centred ', 41, '='), "\n";

my %count;
$count{ lc $1 }++ while $text =~ /\b([a-z]+(?:'[a-z]+)?)\b/gi;
my @top = (sort { $count{$b} <=> $count{$a} or length $b <=> length $a or $a cmp $b } keys %count)[0 .. 4];
print join(' ', map { "$_:$count{$_}" } @top), "\n";
my %stat = (lines => ($text =~ tr/\n//), words => scalar(split ' ', $text), chars => length $text,
    vowels => ($text =~ tr/aeiouAEIOU//), upper => ($text =~ tr/A-Z//), blanks => ($text =~ tr/ \t//),
    punct => ($text =~ tr/a-zA-Z0-9 \t\n//c));
printf "%-8s%4d\n", $_, $stat{$_} for sort keys %stat;

sub roman {
    my $n = shift;
    my @r = ([1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']);
    my $out = '';
    for (@r) { my ($v, $s) = @$_; while ($n >= $v) { $out .= $s; $n -= $v } }
    $out;
}
my @table = (
    ['Year', 'Roman', 'Value', 'Ratio', 'Note'],
    map { [$_, roman($_), $_ * 1234.567, $_ / 7, $_ % 2 ? 'odd' : undef] } 4, 49, 944, 1999, 2024, 3888,
);
my @width = map { my $c = $_; my $w = 0; for (@table) { my $l = length(cell($_->[$c])); $w = $l if $l > $w } $w } 0 .. $#{ $table[0] };
sub cell { my $v = shift // '-'; $v =~ /^-?\d+\.\d+$/ ? sprintf '%.2f', $v : $v }
for my $r (0 .. $#table) {
    print join(' | ', map { my $v = cell($table[$r][$_]); sprintf $r && $v =~ /^[-\d.]+$/ ? '%*s' : '%-*s', $width[$_], $v } 0 .. $#width), "\n";
    print join('-+-', map '-' x $_, @width), "\n" if $r == 0;
}
printf "%s\n", '-' x 20;
printf "%5.1f%%|%-6s|%06.2f|%+d|%x|%#o|%e|%g|%s\n", 45.678, 'ab', 3.14159, 7, 255, 8, 12345.678, 0.0000123, 'end';
printf "%2\$s %1\$s %3\$*4\$d|\n", 'world', 'hello', 42, 6;
printf "%-10.3s|%.0f %.0f %.0f|%5s|%-5s|%05d|%s\n", 'abcdef', 0.5, 1.5, 2.5, 'toolong', 'x', -42, 1e15;
printf "%vd %s %c%c\n", '1.22.333', 10 ** 16, 72, 105;
print "ok\n" if sprintf('%s', 0.1 + 0.2) eq '0.3' && 0.1 + 0.2 != 0.3;
