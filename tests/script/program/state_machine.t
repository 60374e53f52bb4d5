# Table-driven state machines: a C-comment stripper, a traffic light with a trace, a telnet decoder, a DFA builder.
use strict;
use warnings;

sub strip_comments {
    my $src = shift;
    my ($state, $out) = ('code', '');
    my %next = (
        code => sub {
            return ('line', '')    if $src =~ m{\G//}gc;
            return ('block', ' ')  if $src =~ m{\G/\*}gc;
            return ('string', $1)  if $src =~ m{\G(")}gc;
            return ('char', $1)    if $src =~ m{\G(')}gc;
            return ('code', $1)    if $src =~ m{\G([^/"']+|.)}gcs;
        },
        line   => sub { $src =~ /\G[^\n]*/gc; ('code', '') },
        block  => sub { return $src =~ m{\G.*?\*/}gcs ? ('code', '') : do { pos($src) = length $src; ('unterminated', '') } },
        string => sub { $src =~ /\G((?:[^"\\]|\\.)*"?)/gcs; ('code', $1) },
        char   => sub { $src =~ /\G((?:[^'\\]|\\.)*'?)/gcs; ('code', $1) },
    );
    pos($src) = 0;
    while (pos($src) < length $src and $next{$state}) {
        ($state, my $text) = $next{$state}->();
        $out .= $text;
    }
    return ($out, $state);
}
my $c = <<'C';
int main() { // comment "with string"
  char *s = "not // a comment \" /* nor this */"; /* block
  over lines */ char q = '"'; // again
  return a / b; /**/ }
C
my ($code, $state) = strip_comments($c);
print $code, "final: $state\n";
print join(' -> ', strip_comments('x /* open')), "\n";

package Machine;
sub new {
    my ($class, %def) = @_;
    my $self = bless { state => $def{start}, table => {}, trace => [] }, $class;
    for my $rule (@{ $def{rules} }) {
        my ($from, $event, $to, $action) = @$rule;
        $self->{table}{$_}{$event} = [$to, $action] for ref $from ? @$from : $from;
    }
    $self;
}
sub feed {
    my ($self, @events) = @_;
    for my $e (@events) {
        my ($name, @args) = ref $e ? @$e : $e;
        my $t = $self->{table}{ $self->{state} }{$name} // $self->{table}{'*'}{$name}
            or do { push @{ $self->{trace} }, "$self->{state}: ignored $name"; next };
        my ($to, $action) = @$t;
        push @{ $self->{trace} }, "$self->{state} --$name--> $to";
        $self->{state} = $to;
        $self->$action(@args) if $action;
    }
    $self;
}
package main;
my $light = Machine->new(
    start => 'red',
    rules => [
        ['red', timer => 'green'], ['green', timer => 'yellow'], ['yellow', timer => 'red', sub { $_[0]{cycles}++ }],
        [[qw(red green)], fault => 'blinking', sub { $_[0]{fault} = $_[1] }],
        ['blinking', fixed => 'red', 'report'], ['*', off => 'dark'],
    ],
);
sub Machine::report { my $s = shift; push @{ $s->{trace} }, "(was $s->{fault})"; delete $s->{fault} }
$light->feed(('timer') x 4, [fault => 'lamp 3'], 'timer', 'fixed', 'off', 'fixed');
print "$_\n" for @{ $light->{trace} };
print "cycles $light->{cycles}\n";

# A DFA for "divisible by 3" in binary, and a regex made from sub-patterns that agrees with it.
my @dfa = ([0, 1], [2, 0], [1, 2]);
my $agree = 0;
for my $n (0 .. 200) {
    my $s = 0;
    $s = $dfa[$s][$_] for split //, sprintf '%b', $n;
    my $by_regex = sprintf('%b', $n) =~ /^(?:0|1(?:01*0)*1)+$/;
    $agree++ if ($s == 0) == ($n % 3 == 0) && ($s == 0) == !!$by_regex;
}
print "agreements $agree\n";

my ($buffer, @events, $mode) = ("hi\xff\xfb\x01there\xff\xff!\xff\xfa\x18\x01\xff\xf0bye\xff", (), 'data');
my $text = '';
while ($buffer =~ /\G(?:([^\xff]+)|\xff(\xff)|\xff([\xfb-\xfe])(.)|\xff\xfa(.)(.*?)\xff\xf0|(\xff)\z)/gcs) {
    if    (defined $1) { $text .= $1 }
    elsif (defined $2) { $text .= '<ff>' }
    elsif (defined $3) { push @events, (qw(WILL WONT DO DONT))[ord($3) - 251] . ' ' . ord $4 }
    elsif (defined $5) { push @events, sprintf 'SB %d [%s]', ord $5, unpack 'H*', $6 }
    else               { push @events, 'incomplete' }
}
print "$text\n", join(', ', @events), "\n";
