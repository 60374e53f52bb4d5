# Deep data: autovivification, slices, exists/delete/each, sorting by several keys, LRU cache, deep copy and compare.
use strict;
use warnings;
use Scalar::Util qw(reftype blessed looks_like_number weaken refaddr dualvar readonly);
use List::Util qw(sum max first shuffle uniq pairs pairkeys pairmap any all none reduce);
use Data::Dumper;
$Data::Dumper::Sortkeys = 1;
$Data::Dumper::Indent   = 1;

my %db;
while (<DATA>) {
    chomp;
    my ($name, $city, $year, @tags) = split /\s*[,;]\s*/;
    push @{ $db{$city}{$year} }, { name => $name, tags => [@tags], n => scalar @tags };
}
for my $city (sort keys %db) {
    print "$city: ", join('; ', map { my $y = $_; "$y=" . join('+', map $_->{name}, @{ $db{$city}{$y} }) } sort { $a <=> $b } keys %{ $db{$city} }), "\n";
}
my @all = map { my $c = $_; map { my $y = $_; map { +{ %$_, city => $c, year => $y } } @{ $db{$c}{$y} } } keys %{ $db{$c} } } keys %db;
print join(' ', map "$_->{name}($_->{n})", sort { $b->{n} <=> $a->{n} || $a->{year} <=> $b->{year} || $a->{name} cmp $b->{name} } @all), "\n";
print join(' ', map $_->[0], sort { $a->[1] <=> $b->[1] or $a->[2] cmp $b->[2] } map [$_->{name}, length $_->{name}, lc $_->{name}], @all), "\n";
my %by_tag;
push @{ $by_tag{$_->[1]} }, $_->[0] for map { my $p = $_; map [$p->{name}, $_], @{ $p->{tags} } } sort { $a->{name} cmp $b->{name} } @all;
print map { "$_: @{ $by_tag{$_} }\n" } sort keys %by_tag;

my %h = (a => 1, b => 2, c => 3, d => 4);
my ($x, @rest) = @h{qw(b c d)};
my %sub = map { $_ => $h{$_} } grep { $h{$_} % 2 } keys %h;
my %inv = reverse %h;
my @gone = delete @h{qw(a d)};
my %slice = %inv{1, 2};
print "x=$x rest=@rest sub=@{[map qq($_$sub{$_}), sort keys %sub]} inv=$inv{3} gone=@gone left=@{[sort keys %h]} slice=@{[map qq($_$slice{$_}), sort keys %slice]}\n";
my $deep;
$deep->{list}[3]{key}[1] = 'v';
print exists $deep->{list}[0] ? 'exists' : 'not', ' ', scalar @{ $deep->{list} }, ' ', exists $deep->{nope}{x} ? 1 : 0, ' ', join(',', sort keys %$deep), "\n";
my @m = ([1, 2, 3], [4, 5, 6]);
my @t = map { my $c = $_; [map $_->[$c], @m] } 0 .. $#{ $m[0] };
print join('|', map { "@$_" } @t), ' ', join(',', map { join '', @$_[0, -1] } @m), ' last ', $m[-1][-1], ' ', $#{ $m[0] }, "\n";
my @a = (1 .. 10);
print "splice: @{[splice @a, 2, 3, 'x', 'y']} -> @a; ", join(',', @a[grep { $_ % 2 } 0 .. $#a]), "; @a[-2, -1]; ", "@{[reverse @a[0 .. 2]]}\n";

package LRU {
    sub new { my ($c, $max) = @_; bless { max => $max, map => {}, head => undef, tail => undef, hits => 0 }, $c }
    sub _unlink { my ($s, $n) = @_; my ($p, $q) = @$n{qw(prev next)}; if ($p) { $p->{next} = $q } else { $s->{head} = $q } if ($q) { $q->{prev} = $p; Scalar::Util::weaken($q->{prev}) if $p } else { $s->{tail} = $p } }
    sub _front { my ($s, $n) = @_; @$n{qw(prev next)} = (undef, $s->{head}); if ($s->{head}) { $s->{head}{prev} = $n; Scalar::Util::weaken($s->{head}{prev}) } $s->{head} = $n; $s->{tail} //= $n }
    sub get { my ($s, $k) = @_; my $n = $s->{map}{$k} or return; $s->{hits}++; $s->_unlink($n); $s->_front($n); $n->{value} }
    sub set { my ($s, $k, $v) = @_; if (my $n = $s->{map}{$k}) { $n->{value} = $v; $s->_unlink($n); $s->_front($n); return } if (keys %{ $s->{map} } >= $s->{max}) { my $t = $s->{tail}; $s->_unlink($t); delete $s->{map}{ $t->{key} } } my $n = { key => $k, value => $v }; $s->{map}{$k} = $n; $s->_front($n) }
    sub keys { my ($s, @k) = shift; for (my $n = $s->{head}; $n; $n = $n->{next}) { push @k, $n->{key} } @k }
}
my $lru = LRU->new(3);
$lru->set($_ => uc) for qw(a b c);
$lru->get('a');
$lru->set(d => 'D');
print "lru: @{[$lru->keys]} b=", $lru->get('b') // 'gone', " c=", $lru->get('c'), " order @{[$lru->keys]} hits $lru->{hits}\n";

sub clone { my $d = shift; my $r = ref $d; $r eq 'HASH' ? { map { $_ => clone($d->{$_}) } keys %$d } : $r eq 'ARRAY' ? [map clone($_), @$d] : $r eq 'SCALAR' ? \(my $c = $$d) : $d }
sub same { my ($x, $y) = @_; return !defined $x && !defined $y if !defined $x || !defined $y; return 0 if ref $x ne ref $y; return $x eq $y unless ref $x; return ref $x eq 'ARRAY' ? @$x == @$y && all { same($x->[$_], $y->[$_]) } 0 .. $#$x : ref $x eq 'HASH' ? keys %$x == keys %$y && all { exists $y->{$_} && same($x->{$_}, $y->{$_}) } keys %$x : $$x eq $$y }
my $orig = { a => [1, { b => undef }], s => \'str', c => [[], {}] };
my $copy = clone($orig);
print "same: ", same($orig, $copy) ? 1 : 0;
$copy->{a}[1]{b} = 0;
print ' changed: ', same($orig, $copy) ? 1 : 0, ' distinct: ', $orig->{c} != $copy->{c} ? 1 : 0, "\n";
print Data::Dumper->new([$orig, [1, 'two', -3.5, '007', undef, \undef]], [qw(orig *list)])->Dump;
{ local $Data::Dumper::Terse = 1; local $Data::Dumper::Indent = 0; local $Data::Dumper::Useqq = 1; print Dumper({ x => "tab\t\x{263a}", y => [1 .. 3], z => sub { } } ), "\n" }
print join(' ', reftype(bless [], 'X'), blessed(bless {}, 'Y'), looks_like_number('1e5') ? 1 : 0, looks_like_number('abc') ? 1 : 0, dualvar(5, 'five') + 1, dualvar(5, 'five') . ''), "\n";
print join(' ', uniq(1, 1, 2, 3, 3), 'sum', sum(1 .. 4), 'max', max(3, 9, 2), 'first', first { $_ > 3 } 1 .. 9), ' ', (any { $_ == 2 } 1, 2) ? 'any' : '', ' ', join(',', pairkeys(a => 1, b => 2)), ' ', join(',', pairmap { "$a-$b" } (x => 1, y => 2)), "\n";
my ($i, %seen) = 0;
while (my ($k, $v) = each @m) { print "$k:@$v " }
print "\n";
__DATA__
Ann, Paris, 1990, red, blue
bob, Oslo; 1985, green
Cid, Paris, 1985
Dee, Oslo, 1990, blue,red , green
eve, Paris, 1990, red
