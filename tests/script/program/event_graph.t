# Graph algorithms: topological sort with cycle reports, Dijkstra with a heap, components, MST, shortest paths.
use strict;
use warnings;

package Heap {
    sub new { my ($class, $cmp) = @_; bless { cmp => $cmp, a => [] }, $class }
    sub push {
        my ($s, $v) = @_;
        my ($a, $cmp) = @$s{qw(a cmp)};
        CORE::push @$a, $v;
        my $i = $#$a;
        while ($i and my $p = ($i - 1) >> 1 || 0 or $i) {
            last if $cmp->($a->[$p], $a->[$i]) <= 0;
            @$a[$p, $i] = @$a[$i, $p];
            $i = $p or last;
        }
        $s;
    }
    sub pop {
        my $s = shift;
        my ($a, $cmp) = @$s{qw(a cmp)};
        return unless @$a;
        my $top = $a->[0];
        my $last = CORE::pop @$a;
        return $top unless @$a;
        $a->[0] = $last;
        my $i = 0;
        while ((my $c = 2 * $i + 1) < @$a) {
            $c++ if $c + 1 < @$a && $cmp->($a->[$c + 1], $a->[$c]) < 0;
            last if $cmp->($a->[$i], $a->[$c]) <= 0;
            @$a[$i, $c] = @$a[$c, $i];
            $i = $c;
        }
        $top;
    }
    sub size { scalar @{ $_[0]{a} } }
}

package main;
my $h = Heap->new(sub { $_[0] <=> $_[1] });
my $seed = 42;
sub rnd { $seed = ($seed * 1103515245 + 12345) & 0x7fffffff; $seed % shift }
$h->push(rnd(1000)) for 1 .. 200;
my @sorted;
while (defined(my $x = $h->pop)) { push @sorted, $x }
print "heap sorts: ", ("@sorted" eq join(' ', sort { $a <=> $b } @sorted) ? 'yes' : 'no'), " ($#sorted)\n";

my %deps = (
    app => [qw(lib ui)], ui => [qw(lib theme)], lib => [qw(core)], theme => [], core => [], test => [qw(app mock)], mock => ['core'],
);
sub topo {
    my ($g) = @_;
    my (%state, @order, @path);
    my $visit;
    $visit = sub {
        my $n = shift;
        return if ($state{$n} // 0) == 2;
        if ($state{$n}) {
            my @cycle = @path;
            shift @cycle while $cycle[0] ne $n;
            die 'cycle: ' . join(' > ', @cycle, $n) . "\n";
        }
        $state{$n} = 1;
        push @path, $n;
        $visit->($_) for sort @{ $g->{$n} || [] };
        pop @path;
        $state{$n} = 2;
        push @order, $n;
    };
    $visit->($_) for sort keys %$g;
    undef $visit;
    return @order;
}
print "order: @{[topo(\%deps)]}\n";
{
    local $deps{core} = ['ui'];
    print eval { "order: @{[topo(\%deps)]}\n" } || $@;
}
print "core restored: @{ $deps{core} }.\n";

my %road;
for (split /;\s*/, 'A-B 7; A-C 9; A-F 14; B-C 10; B-D 15; C-D 11; C-F 2; D-E 6; E-F 9; X-Y 1') {
    my ($x, $y, $d) = /(\w)-(\w) (\d+)/ or die;
    $road{$x}{$y} = $road{$y}{$x} = $d;
}
sub dijkstra {
    my ($g, $from) = @_;
    my (%dist, %prev) = ($from => 0);
    my $q = Heap->new(sub { $_[0][0] <=> $_[1][0] || $_[0][1] cmp $_[1][1] })->push([0, $from]);
    while (my $e = $q->pop) {
        my ($d, $n) = @$e;
        next if $d > $dist{$n};
        for my $m (sort keys %{ $g->{$n} }) {
            my $nd = $d + $g->{$n}{$m};
            next if defined $dist{$m} && $dist{$m} <= $nd;
            ($dist{$m}, $prev{$m}) = ($nd, $n);
            $q->push([$nd, $m]);
        }
    }
    return (\%dist, \%prev);
}
my ($dist, $prev) = dijkstra(\%road, 'A');
for my $to (sort keys %road) {
    my @path = $to;
    unshift @path, $prev->{ $path[0] } while exists $prev->{ $path[0] };
    printf "A to %s: %s\n", $to, defined $dist->{$to} ? "$dist->{$to} via " . join('', @path) : 'unreachable';
}
my %comp;
my $n = 0;
for my $s (sort keys %road) {
    next if $comp{$s};
    my @todo = $s;
    $n++;
    while (defined(my $x = pop @todo)) { next if $comp{$x}; $comp{$x} = $n; push @todo, keys %{ $road{$x} } }
}
print "components: ", join(' | ', map { my $c = $_; join '', grep { $comp{$_} == $c } sort keys %comp } 1 .. $n), "\n";
my %root;
sub find { my $x = shift; $root{$x} //= $x; $root{$x} = find($root{$x}) if $root{$x} ne $x; $root{$x} }
my @mst;
my %edge = map { my $x = $_; map { $x lt $_ ? ("$x$_" => $road{$x}{$_}) : () } keys %{ $road{$x} } } keys %road;
for my $e (sort { $edge{$a} <=> $edge{$b} || $a cmp $b } keys %edge) {
    my ($r, $s) = map find($_), split //, $e;
    next if $r eq $s;
    $root{$r} = $s;
    push @mst, $e;
}
my $w = 0;
$w += $_ for @edge{@mst};
print "mst: @mst weight $w\n";
my @v = sort keys %road;
my %d = map { my $x = $_; $x => { map { $_ => $x eq $_ ? 0 : $road{$x}{$_} // 9**9**9 } @v } } @v;
for my $k (@v) { for my $i (@v) { for my $j (@v) { my $t = $d{$i}{$k} + $d{$k}{$j}; $d{$i}{$j} = $t if $t < $d{$i}{$j} } } }
print join(' ', $_, map { sprintf '%4s', $d{v} || $_ } @{ $d{$_} }{@v}), "\n" for @v;
