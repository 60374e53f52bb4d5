# Closures as iterators and generators: lazy lists, zip, permutations, fibers by hand, memoize, currying.
use strict;
use warnings;

package Iter {
    use overload '<>' => sub { $_[0]->() }, '&{}' => sub { my $s = shift; sub { $s->{next}->() } }, 'bool' => sub { 1 };
    sub new   { my ($class, $code) = @_; bless { next => $code }, $class }
    sub from  { my $class = shift; my @l = @_; $class->new(sub { shift @l }) }
    sub count { my ($class, $i, $step) = (@_, 1); $i //= 0; $class->new(sub { my $v = $i; $i += $step; $v }) }
    sub map   { my ($s, $f) = @_; (ref $s)->new(sub { my @v = $s->() // return; local $_ = $v[0]; $f->($_) }) }
    sub grep  { my ($s, $f) = @_; (ref $s)->new(sub { while (defined(my $v = $s->())) { local $_ = $v; return $v if $f->($v) } return }) }
    sub take  { my ($s, $n) = @_; (ref $s)->new(sub { $n-- > 0 ? $s->() : () }) }
    sub while { my ($s, $f) = @_; my $done; (ref $s)->new(sub { return if $done; my $v = $s->(); local $_ = $v; $f->() ? $v : do { $done = 1; return } }) }
    sub zip   { my @its = @_; (ref $_[0])->new(sub { my @v = map { $_->() // return } @its; \@v }) }
    sub chain { my @its = @_; (ref $_[0])->new(sub { while (@its) { my $v = $its[0]->(); return $v if defined $v; shift @its } return }) }
    sub list  { my $s = shift; my @r; while (defined(my $v = $s->())) { push @r, $v } @r }
    sub fold  { my ($s, $f, $acc) = @_; while (defined(my $v = $s->())) { $acc = $f->($acc, $v) } $acc }
}

package main;
my $squares = Iter->count(1)->map(sub { $_ ** 2 });
print "squares: @{[$squares->take(5)->list]} then ", $squares->(), "\n";
print "even: @{[Iter->count(0, 3)->grep(sub { !($_ & 1) })->while(sub { $_ < 40 })->list]}\n";
print "zip: ", join(' ', map { "$_->[0]$_->[1]" } Iter->from('a' .. 'e')->zip(Iter->count(1))->list), "\n";
print "chain: @{[Iter->from(1, 2)->chain(Iter->from, Iter->from('x'))->list]}\n";
print "fold: ", Iter->count(1)->take(10)->fold(sub { $_[0] * $_[1] }, 1), "\n";
my $it = Iter->from(qw(p q r));
while (defined(my $v = <$it>)) { print "<$v>" }
print "\n";

sub primes { my %c; my $n = 1; Iter->new(sub { while (1) { $n++; my $p = delete $c{$n}; if (!$p) { $c{ $n * $n } = [$n]; return $n } push @{ $c{ $n + $_ } }, $_ for @$p } }) }
print "primes: @{[primes->take(15)->list]}\n";

sub permutations {
    my @items = @_;
    my @idx = 0 .. $#items;
    my $first = 1;
    return sub {
        return @items[@idx] if $first-- > 0;
        my $i = $#idx - 1;
        $i-- while $i >= 0 && $idx[$i] >= $idx[$i + 1];
        return if $i < 0;
        my $j = $#idx;
        $j-- while $idx[$j] <= $idx[$i];
        @idx[$i, $j] = @idx[$j, $i];
        @idx[$i + 1 .. $#idx] = reverse @idx[$i + 1 .. $#idx];
        return @items[@idx];
    };
}
my $next = permutations(qw(a b c));
while (my @p = $next->()) { print join('', @p), ' ' }
print "\n";
sub combinations { my ($n, @set) = @_; return [] if !$n; return if @set < $n; my ($h, @t) = @set; return ((map [$h, @$_], combinations($n - 1, @t)), combinations($n, @t)) }
print join(' ', map { join '', @$_ } combinations(2, qw(w x y z))), "\n";
sub cartesian { my @r = []; for my $l (@_) { @r = map { my $p = $_; map [@$p, $_], @$l } @r } @r }
print join(' ', map { join '', @$_ } cartesian([1, 2], ['a', 'b'], ['-', '+'])), "\n";

sub memoize { my ($name) = @_; no strict 'refs'; no warnings 'redefine'; my $f = \&$name; my %c; *$name = sub { my $k = join $;, @_; $c{$k} //= $f->(@_) }; return \%c }
my $calls = 0;
sub fib { my $n = shift; $calls++; $n < 2 ? $n : fib($n - 1) + fib($n - 2) }
my $plain = fib(15);
my $n1 = $calls;
$calls = 0;
my $cache = memoize('fib');
print "fib: $plain in $n1 calls, ", fib(80), " in $calls, cache ", scalar(keys %$cache), "\n";

sub curry { my $f = shift; my @a = @_; sub { $f->(@a, @_) } }
sub compose { my @f = reverse @_; return sub { my @a = @_; @a = $_->(@a) for @f; wantarray ? @a : $a[0] } }
my $inc = curry(sub { $_[0] + $_[1] }, 1);
print compose($inc, $inc, sub { $_[0] * 10 })->(4), ' ', join(',', compose(sub { map $_ * 2, @_ }, sub { reverse @_ })->(1, 2, 3)), "\n";
my @subs = map { my $n = $_; { inc => sub { $n += shift // 1 }, get => sub { $n } } } 1 .. 3;
$subs[0]{inc}->(10);
$_->{inc}->() for @subs;
print "counters: @{[map $_->{get}->(), @subs]}\n";
my @late;
for my $i (1 .. 3) { push @late, sub { $i * 10 } }
my $k = 5;
push @late, sub { $k }, sub { $k++ };
$k = 7;
print "late: @{[map $_->(), @late]} $k\n";
my $y = sub { my $f = shift; (sub { $_[0]->($_[0]) })->(sub { my $x = shift; $f->(sub { $x->($x)->(@_) }) }) };
print "Y: ", $y->(sub { my $self = shift; sub { my $n = shift; $n < 2 ? 1 : $n * $self->($n - 1) } })->(10), "\n";
use feature qw(state current_sub);
sub ticket { state $n = 100; state @log; push @log, $n; return wantarray ? @log : $n++ }
ticket() for 1 .. 3;
my $t = ticket();
print "ticket $t: @{[ticket()]}\n";
print "hanoi: ", scalar(sub { my ($n, $f, $t, $v) = @_; $n ? (__SUB__->($n - 1, $f, $v, $t), "$f$t", __SUB__->($n - 1, $v, $t, $f)) : () }->(3, 'A', 'C', 'B')), ' ', join(' ', sub { my ($n, $f, $t, $v) = @_; $n ? (__SUB__->($n - 1, $f, $v, $t), "$f$t", __SUB__->($n - 1, $v, $t, $f)) : () }->(3, 'A', 'C', 'B')), "\n";
