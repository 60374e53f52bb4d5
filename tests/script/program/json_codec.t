# A JSON decoder (pos and \G) and encoder (canonical, pretty), with exact error positions.
use strict;
use warnings;
use utf8;

package JSON::Mini;
our ($true, $false) = map { my $x = $_; bless \$x, 'JSON::Mini::Bool' } 1, 0;
{ package JSON::Mini::Bool; use overload bool => sub { ${ $_[0] } }, '""' => sub { ${ $_[0] } ? 'true' : 'false' }, '==' => sub { !!$_[0] == !!$_[1] } }
my %escape = ('"' => '"', '\\' => '\\', '/' => '/', b => "\b", f => "\f", n => "\n", r => "\r", t => "\t");
my %unescape = reverse %escape;
delete $unescape{'/'};

sub decode {
    local $_ = shift;
    pos = 0;
    my $v = value();
    fail('garbage after value') unless /\G\s*\z/gc;
    return $v;
}
sub fail { my $m = shift; my $p = pos // 0; my $line = 1 + (substr($_, 0, $p) =~ tr/\n//); die "$m at line $line, offset $p, near '" . substr($_, $p, 8) . "'\n" }
sub value {
    /\G\s+/gc;
    return string()  if /\G"/gc;
    return object()  if /\G\{/gc;
    return array()   if /\G\[/gc;
    return 0 + $1    if /\G(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/gc;
    return $true     if /\Gtrue\b/gc;
    return $false    if /\Gfalse\b/gc;
    return undef     if /\Gnull\b/gc;
    fail('value expected');
}
sub string {
    my $s = '';
    until (/\G"/gc) {
        if    (/\G([^"\\\x00-\x1f]+)/gc)     { $s .= $1 }
        elsif (/\G\\(["\\\/bfnrt])/gc)       { $s .= $escape{$1} }
        elsif (/\G\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)/gc) { $s .= chr 0x10000 + (hex($1) - 0xD800) * 0x400 + hex($2) - 0xDC00 }
        elsif (/\G\\u([0-9a-fA-F]{4})/gc)    { $s .= chr hex $1 }
        else                                 { fail(/\G\z/ ? 'unterminated string' : 'bad character in string') }
    }
    return $s;
}
sub array {
    my @a;
    return \@a if /\G\s*\]/gc;
    while (1) {
        push @a, value();
        return \@a if /\G\s*\]/gc;
        /\G\s*,/gc or fail(', or ] expected');
    }
}
sub object {
    my %h;
    return \%h if /\G\s*\}/gc;
    while (1) {
        /\G\s*"/gc or fail('key expected');
        my $k = string();
        /\G\s*:/gc or fail(': expected');
        $h{$k} = value();
        return \%h if /\G\s*\}/gc;
        /\G\s*,/gc or fail(', or } expected');
    }
}
sub encode {
    my ($v, $indent, $level) = (@_, 0, 0);
    my ($nl, $in, $out, $colon) = $indent ? ("\n", ' ' x ($indent * ($level + 1)), ' ' x ($indent * $level), ': ') : ('', '', '', ':');
    return 'null' unless defined $v;
    my $r = ref $v;
    if ($r eq 'HASH')  { return '{}' unless %$v; return "{$nl" . join(",$nl", map { $in . quote($_) . $colon . encode($v->{$_}, $indent, $level + 1) } sort keys %$v) . "$nl$out}" }
    if ($r eq 'ARRAY') { return '[]' unless @$v; return "[$nl" . join(",$nl", map { $in . encode($_, $indent, $level + 1) } @$v) . "$nl$out]" }
    return "$v" if $r eq 'JSON::Mini::Bool';
    return $v =~ /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?\z/i && 0 + $v eq $v ? $v : quote($v);
}
sub quote { my $s = shift; $s =~ s{(["\\\x00-\x1f])}{ $unescape{$1} ? "\\$unescape{$1}" : sprintf '\\u%04x', ord $1 }ge; return qq("$s") }

package main;
binmode STDOUT, ':encoding(UTF-8)';
my $text = <<'JSON';
{
  "name": "Widget \"X\"\u00e9\ud83d\ude00", "tags": ["a", "b\/c", "tab\there", "\u0001"],
  "price": 12.50, "stock": -3, "big": 1e3, "nested": {"empty": {}, "list": [], "null": null, "t": true, "f": false},
  "日本": [[1, [2, [3, [4]]]]]
}
JSON
my $d = JSON::Mini::decode($text);
print JSON::Mini::encode($d), "\n", JSON::Mini::encode($d, 2), "\n";
print "same: ", (JSON::Mini::encode(JSON::Mini::decode(JSON::Mini::encode($d, 3))) eq JSON::Mini::encode($d) ? 1 : 0), "\n";
print "length of name: ", length $d->{name}, ", stock+1: ", $d->{stock} + 1, ", t: ", ($d->{nested}{t} ? 'T' : 'F'), ", f: ", ($d->{nested}{f} ? 'T' : 'F'), "\n";
for my $bad ('[1,2', '{"a" 1}', '{"a":1,}', '"abc', "\"a\nb\"", '[01]', 'nul', '{"x":[1,2,{"y":tru}]}', "\n\n  [1,\n }", '') {
    eval { JSON::Mini::decode($bad); 1 } and print "parsed\n" or print $@;
}
my $deep = JSON::Mini::decode('[' x 500 . ']' x 500);
my $depth = 0;
for (my $p = $deep; $p; $p = $p->[0]) { $depth++ }
print "depth $depth\n";
