# A calculator: tokeniser with \G, recursive descent with precedence climbing, variables, functions.
use strict;
use warnings;

package Lexer;
sub new { my ($class, $text) = @_; my $self = bless { text => $text, queue => [] }, $class; pos($self->{text}) = 0; $self }
sub next_token {
    my $self = shift;
    return shift @{ $self->{queue} } if @{ $self->{queue} };
    for ($self->{text}) {
        /\G\s+/gc;
        return ['end', '']  if /\G\z/gc;
        return [num => $1]  if /\G(0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+)/gci;
        return [name => $1] if /\G([a-z_]\w*)/gci;
        return [op => $1]   if /\G(\*\*|[<>=!]=|&&|\|\||[-+*\/%^()=,<>?:!])/gc;
        my $at = pos;
        die sprintf "unexpected '%s' at %d\n", substr($_, $at, 1), $at;
    }
}
sub peek { my $self = shift; push @{ $self->{queue} }, my $t = $self->next_token; $t }

package Parser;
my %binary = (
    '||' => [1, 'L', sub { $_[0] || $_[1] }], '&&' => [2, 'L', sub { $_[0] && $_[1] }],
    '==' => [3, 'L', sub { $_[0] == $_[1] ? 1 : 0 }], '!=' => [3, 'L', sub { $_[0] != $_[1] ? 1 : 0 }],
    '<' => [4, 'L', sub { $_[0] < $_[1] ? 1 : 0 }], '>' => [4, 'L', sub { $_[0] > $_[1] ? 1 : 0 }],
    '<=' => [4, 'L', sub { $_[0] <= $_[1] ? 1 : 0 }], '>=' => [4, 'L', sub { $_[0] >= $_[1] ? 1 : 0 }],
    '+' => [5, 'L', sub { $_[0] + $_[1] }], '-' => [5, 'L', sub { $_[0] - $_[1] }],
    '*' => [6, 'L', sub { $_[0] * $_[1] }], '/' => [6, 'L', sub { $_[1] or die "division by zero\n"; $_[0] / $_[1] }],
    '%' => [6, 'L', sub { $_[0] % $_[1] }], '**' => [8, 'R', sub { $_[0] ** $_[1] }], '^' => [8, 'R', sub { $_[0] ** $_[1] }],
);
my %function = (sqrt => sub { $_[0] < 0 ? die "sqrt of negative\n" : sqrt $_[0] }, abs => sub { abs shift }, int => sub { int shift },
    max => sub { my $m = shift; $_ > $m and $m = $_ for @_; $m }, sum => sub { my $s = 0; $s += $_ for @_; $s }, count => sub { scalar @_ },
    pi => sub { 4 * atan2 1, 1 }, hex => sub { sprintf '%x', shift });
sub new { bless { vars => {}, lex => undef }, shift }
sub evaluate {
    my ($self, $text) = @_;
    local $self->{lex} = Lexer->new($text);
    my $v = $self->assignment;
    my $t = $self->{lex}->next_token;
    $t->[0] eq 'end' or die "unexpected '$t->[1]'\n";
    return $v;
}
sub accept {
    my ($self, $op) = @_;
    my $t = $self->{lex}->peek;
    return 0 unless $t->[0] eq 'op' && $t->[1] eq $op;
    $self->{lex}->next_token;
    return 1;
}
sub assignment {
    my $self = shift;
    my $t = $self->{lex}->next_token;
    if ($t->[0] eq 'name' && $self->accept('=')) { return $self->{vars}{ $t->[1] } = $self->assignment }
    unshift @{ $self->{lex}{queue} }, $t;
    return $self->ternary;
}
sub ternary {
    my $self = shift;
    my $c = $self->expression(1);
    return $c unless $self->accept('?');
    my $x = $self->ternary;
    $self->accept(':') or die "':' expected\n";
    my $y = $self->ternary;
    return $c ? $x : $y;
}
sub expression {
    my ($self, $min) = @_;
    my $left = $self->unary;
    while (1) {
        my $t = $self->{lex}->peek;
        my $op = $t->[0] eq 'op' && $binary{ $t->[1] } or return $left;
        return $left if $op->[0] < $min;
        $self->{lex}->next_token;
        $left = $op->[2]->($left, $self->expression($op->[1] eq 'L' ? $op->[0] + 1 : $op->[0]));
    }
}
sub unary {
    my $self = shift;
    return -$self->expression(7) if $self->accept('-');
    return +$self->unary         if $self->accept('+');
    return $self->unary ? 0 : 1  if $self->accept('!');
    my $t = $self->{lex}->next_token;
    if ($t->[0] eq 'num') { return $t->[1] =~ /^0x/i ? hex $t->[1] : 0 + $t->[1] }
    if ($t->[0] eq 'name') {
        if ($self->accept('(')) {
            my @args;
            until ($self->accept(')')) {
                push @args, $self->assignment;
                $self->accept(',') or $self->{lex}->peek->[1] eq ')' or die "',' or ')' expected\n";
            }
            return ($function{ $t->[1] } or die "no function '$t->[1]'\n")->(@args);
        }
        return $self->{vars}{ $t->[1] } // die "undefined variable '$t->[1]'\n";
    }
    if ($t->[1] eq '(') { my $v = $self->assignment; $self->accept(')') or die "')' expected\n"; return $v }
    die $t->[0] eq 'end' ? "unexpected end\n" : "unexpected '$t->[1]'\n";
}

package main;
my $p = Parser->new;
while (my $line = <DATA>) {
    chomp $line;
    my $r = eval { $p->evaluate($line) };
    printf "%-32s %s", $line, $@ ? "error: $@" : "= $r\n";
}
print join(' ', map { "$_=$p->{vars}{$_}" } sort keys %{ $p->{vars} }), "\n";
__END__
1 + 2 * 3
(1 + 2) * 3
2 ** 3 ** 2
-2 ** 2
2 ^ -1
10 - 4 - 3
7 / 2
7 % 3
-7 % 3
1/3
1e3 + .5
0xff + 1
x = y = 5
x * y - x / y
max(1, x, 3) + sum(1,2,3,4)
count()
pi()
1 < 2 && 2 < 3
x == 5 ? y > 3 ? 11 : 22 : 33
!0 + !5
sqrt(2)
sqrt(-1)
1 / (x - 5)
2 +
3 4
nosuch + 1
f(2)
(1
1 $ 2
max(1 2)
9999999999 * 9999999999
2 ** 63
2 ** 64
hex(255)
int(-7.5)
1e400
