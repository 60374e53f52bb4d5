# A template engine: {{ var | filter }}, conditionals, loops, includes; compiled to Perl with string eval.
use strict;
use warnings;

package Template;
my %filter = (
    upper  => sub { uc $_[0] },
    html   => sub { my $t = shift; my %e = ('<' => '&lt;', '>' => '&gt;', '&' => '&amp;', '"' => '&quot;'); $t =~ s/([<>&"])/$e{$1}/g; $t },
    pad    => sub { sprintf "%-*s", $_[1], $_[0] },
    money  => sub { my $n = sprintf '%.2f', $_[0]; 1 while $n =~ s/^(-?\d+)(\d{3})/$1,$2/; $n },
    trunc  => sub { length $_[0] > $_[1] ? substr($_[0], 0, $_[1] - 3) . '...' : $_[0] },
    default => sub { defined $_[0] && length $_[0] ? $_[0] : $_[1] },
);
my %cache;
our %library;

sub compile {
    my ($class, $source) = @_;
    return $cache{$source} ||= do {
        my $code = "sub {\nmy (\$v) = \@_;\nmy \$o = '';\n";
        my @stack;
        for my $part (split /(\{\{.*?\}\}|\{%.*?%\})/s, $source) {
            if ($part =~ /^\{\{\s*(.*?)\s*\}\}$/s) { $code .= '$o .= ' . expression($1) . ";\n" }
            elsif ($part =~ /^\{%\s*(\w+)\s*(.*?)\s*%\}$/s) {
                my ($word, $rest) = ($1, $2);
                if    ($word eq 'if')    { push @stack, 'if';  $code .= 'if (' . condition($rest) . ") {\n" }
                elsif ($word eq 'elsif') { $code .= '} elsif (' . condition($rest) . ") {\n" }
                elsif ($word eq 'else')  { $code .= "} else {\n" }
                elsif ($word eq 'for')   {
                    my ($name, $list) = $rest =~ /^(\w+)\s+in\s+(\S+)$/ or die "bad for: $rest\n";
                    push @stack, 'for';
                    $code .= "{ my \$i = 0; my \$l = " . variable($list) . "; for my \$item (ref \$l ? \@\$l : ()) { \$i++;\n"
                        . "my \$v = { %\$v, $name => \$item, loop => { index => \$i, first => \$i == 1, last => \$i == \@\$l } };\n";
                }
                elsif ($word eq 'end')     { my $top = pop @stack or die "end without block\n"; $code .= $top eq 'for' ? "}}\n" : "}\n" }
                elsif ($word eq 'include') { $code .= "\$o .= Template->compile(\$Template::library{'$rest'} // die \"no template '$rest'\\n\")->(\$v);\n" }
                else { die "unknown tag '$word'\n" }
            }
            else { (my $q = $part) =~ s/([\\'])/\\$1/g; $code .= "\$o .= '$q';\n" if length $q }
        }
        die "unclosed @stack\n" if @stack;
        $code .= "return \$o;\n}";
        eval $code or die "template error: $@";
    };
}
sub variable {
    my $path = shift;
    return $path if $path =~ /^-?\d+(?:\.\d+)?$/;
    return $path if $path =~ /^'[^']*'$/;
    my @p = split /\./, $path;
    return 'Template::dig($v, ' . join(', ', map "'$_'", @p) . ')';
}
sub dig {
    my $v = shift;
    for my $k (@_) {
        $v = ref $v eq 'HASH' ? $v->{$k} : ref $v eq 'ARRAY' ? $v->[$k] : ref $v eq 'CODE' ? $v->($k) : return undef;
        $v = $v->() if ref $v eq 'CODE';
    }
    $v;
}
sub expression {
    my ($base, @filters) = split /\s*\|\s*/, shift;
    my $code = '(' . variable($base) . " // '')";
    for (@filters) {
        my ($name, $args) = /^(\w+)(?:\((.*)\))?$/ or die "bad filter '$_'\n";
        $filter{$name} or die "no filter '$name'\n";
        $code = "\$filter{$name}->($code" . (defined $args ? ", $args" : '') . ')';
    }
    $code;
}
sub condition {
    my $c = shift;
    my $not = $c =~ s/^not\s+// ? '!' : '';
    return "$not(" . ($c =~ /^(\S+)\s*(==|!=|<|>|eq|ne)\s*(\S+)$/ ? variable($1) . " $2 " . variable($3) : variable($c)) . ')';
}
sub render { my ($class, $source, $vars) = @_; $class->compile($source)->($vars) }

package main;
$Template::library{footer} = "-- {{ site.name | upper }} --\n";
my %vars = (
    title => 'A <b>bold</b> "title"',
    site  => { name => 'example', owners => ['ann', 'bob'] },
    items => [map { { name => "item $_", price => $_ ** 5 * 1.5, tags => [('x') x $_] } } 1 .. 4],
    now   => sub { 'computed' },
    empty => [],
);
print Template->render(<<'T', \%vars);
Title: {{ title | html | trunc(30) }}
{% for i in items %}{{ loop.index }}. {{ i.name | pad(8) }}|{{ i.price | money }}{% if loop.last %} (last){% end %}{% if i.price > 300 %} EXPENSIVE{% elsif i.price == 48 %} exact{% else %} cheap{% end %}{% for t in i.tags %}{{ t }}{{ loop.index }}{% end %}
{% end %}Owner: {{ site.owners.1 }}, {{ now }}, {{ nothing | default('none') }}, it's \ok
{% for e in empty %}never{% end %}{% if not empty.0 %}nothing in it
{% end %}{% include footer %}
T
print Template->render('{{ a.b.c.d }}[{{ 42 }}]{{ \'lit\' | upper }}', { a => 1 }), "\n";
for my $bad ('{% for x y %}{% end %}', '{% if a %}', '{% end %}', '{{ a | nope }}', '{% what %}', '{% include missing %}') {
    print eval { Template->render($bad, {}) } // "error: $@";
}
print "cached: ", Template->compile('x') == Template->compile('x') ? 1 : 0, "\n";
