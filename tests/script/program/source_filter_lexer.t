# A syntax highlighter and pretty printer for a small language: \G lexing, nested quantifiers, recursion in patterns, named captures, s///ee.
use strict;
use warnings;

my $source = <<'SRC';
let x = 10; -- comment one
fun add(a, b) { return a + b * (2 - x) }
let s = "a \"quoted\" string", t = 'it''s';
if add(x, 3) >= 0x1F and not (s == t) { print(s ++ "!") } else { loop { break } }
{- block {- nested -} comment -}
let pi = 3.14e-2; @bad
SRC
my $nested = qr/(\{-(?:[^{-]++|\{(?!-)|-(?!\})|(?1))*+-\})/;
my @rules = (
    [space   => qr/\s+/], [comment => qr/--[^\n]*/], [block => $nested],
    [number  => qr/0x[0-9A-Fa-f]+|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/],
    [string  => qr/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/],
    [keyword => qr/(?:let|fun|return|if|else|loop|break|and|or|not|print)\b/],
    [name    => qr/[A-Za-z_]\w*/], [op => qr/\+\+|[<>=!]=|[-+*\/=<>]/], [punct => qr/[(){};,]/],
);
sub lex {
    my $text = shift;
    my @tokens;
    my ($line, $bol) = (1, 0);
    pos($text) = 0;
    TOKEN: while (pos $text < length $text) {
        for my $r (@rules) {
            my ($type, $re) = @$r;
            my $start = pos $text;
            next unless $text =~ /\G$re/gc;
            my $tok = substr $text, $start, pos($text) - $start;
            push @tokens, [$type, $tok, $line, $start - $bol + 1] unless $type eq 'space';
            while ($tok =~ /\n/g) { $line++; $bol = $start + $+[0] }
            next TOKEN;
        }
        $text =~ /\G(.)/gcs;
        push @tokens, ['error', $1, $line, $-[1] - $bol + 1];
    }
    return @tokens;
}
my @t = lex($source);
my %n;
$n{ $_->[0] }++ for @t;
print join(' ', map "$_=$n{$_}", sort keys %n), "\n";
print join(' ', map { "$_->[0]:$_->[1]\@$_->[2]:$_->[3]" } @t[0 .. 11]), "\n";
print "errors: ", join(', ', map "'$_->[1]' line $_->[2] col $_->[3]", grep $_->[0] eq 'error', @t), "\n";
print "block: ", (map $_->[1], grep $_->[0] eq 'block', @t), "\n";
my %html = (keyword => 'b', comment => 'i', string => 'q', number => 'u');
(my $pretty = join '', map { my ($ty, $tx) = @$_; $tx =~ s/([<>&])/sprintf '&#%d;', ord $1/ge; $html{$ty} ? "<$html{$ty}>$tx</$html{$ty}>" : $tx } grep { $_->[2] < 3 } @t) =~ s{</b>(?=\w)}{$& }g;
print "$pretty\n";
my $indent = 0;
my $out = '';
for my $tok (grep $_->[0] !~ /comment|block|error/, @t) {
    my $x = $tok->[1];
    if ($x eq '}') { $indent--; $out .= "\n" . '  ' x $indent . '}' . "\n" . '  ' x $indent; next }
    if ($x eq '{') { $indent++; $out =~ s/ *$/ {/; $out .= "\n" . '  ' x $indent; next }
    if ($x eq ';') { $out =~ s/ $//; $out .= ";\n" . '  ' x $indent; next }
    $out =~ s/ $// if $x =~ /^[),]/;
    $out .= $x;
    $out .= ' ' unless $x eq '(';
    $out =~ s/(\w) \($/$1(/;
}
$out =~ s/^\s*\n//mg;
$out =~ s/ +$//mg;
print $out, "\n";

my $balanced = qr/\((?:[^()]++|(?R))*\)/;
print join(' ', map { /^$balanced$/ ? 'yes' : 'no' } '()', '(a(b)c)', '((x)', '(()())'), "\n";
my $json = qr/(?<v>\s*(?:(?<s>"(?:[^"\\]|\\.)*")|-?\d+|true|false|null|\[(?:(?&v)(?:,(?&v))*)?\s*\]|\{(?:\s*(?&s)\s*:(?&v)(?:,\s*(?&s)\s*:(?&v))*)?\s*\})\s*)/;
print join(' ', map { /\A$json\z/ ? 'valid' : 'invalid' } '{"a":[1,2,{"b":null}]}', '[1,]', '{"a" 1}', '[]', '"x\\"y"', '[[[[]]]]'), "\n";
my $date = qr/(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)/;
print join(' ', map { /$date/ ? "$+{d}.$+{m}.$+{y}" : 'none' } 'on 2024-02-29!', '24-1-1'), ' ', '2024-02-29' =~ s/$date/$+{d}\/$+{m}/r, "\n";
my %var = (name => 'World', n => 6, f => sub { "f(@_)" });
my $tpl = 'Hello ${name}, ${n}*7=${ $n * 7 } and $n; ${missing} \${name}';
$tpl =~ s/(?<!\\)\$\{(\w+)\}/exists $var{$1} ? $var{$1} : "<$1>"/ge;
our $n = 6;
$tpl =~ s/\$\{\s*(.+?)\s*\}/$1/ee;
print "$tpl\n";
my $s = 'aaa bbb ccc';
(my $c = $s) =~ s/(\w+) (\w+)/$2 $1/;
my $count = ($s =~ s/\b(\w)/\U$1/g);
my @pairs = 'k1=v1; k2 = v2;k3=' =~ /(\w+)\s*=\s*(\w*)/g;
print "$c|$s|$count|@pairs|", join(',', 'a1b22c333' =~ /\d+/g), '|', join(',', split /(,)|;/, 'a,b;c'), '|', scalar(() = 'abababa' =~ /(?=aba)/g), '|', "@{[ 'x=1,y=2' =~ /(?:(\w)=(\d),?)+/ ]}", "\n" if eval { no warnings; 1 };
print join('|', map { defined ? $_ : 'undef' } 'foobar' =~ /(foo)?(baz)?(bar)/), " @-[0 .. 1] @+[0 .. 1] $` $& $' $+ ", $#-, $#+, "\n";
print join('|', 'ab12cd' =~ /^(?=.*\d)(?!.*\s)([a-z]+)(?<=b)(\d+)(?<!x)(.*)$/x), ' ', 'foo.bar.baz' =~ /^(?:(\w+)(?:\.|$))+$/ ? "$1" : '', ' ', "line1\nline2" =~ /^line2$/m ? 'm' : '', ' ', "a\nb" =~ /a.b/s ? 's' : '', ' ', 'AbC' =~ /^a(?i)bc$/ ? 1 : 0, ' ', 'AbC' =~ /^A(?i:BC)$/ ? 1 : 0, "\n";
$_ = 'global topic';
my ($first) = /(\w+)/;
tr/a-y/b-z/;
print "$first $_ ", tr/a-z//, ' ', y/a-z//cd, " $_ ", ($_ =~ tr/a-m/A-M/r), "\n";
