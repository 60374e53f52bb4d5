# @_ as a list: passed on, looped over, joined, copied; it aliases the caller's variables all the way.
use strict; use warnings;
sub inc { $_++ for @_ } sub inc_all { inc(@_) } sub inc_ref { my @r = \(@_); ${$_}++ for @r; scalar @r }
my ($p, $q) = (1, 2); my @l = (5, 6); my %h = (k => 1);
inc($p, $q, @l, $h{k}, $l[3]); print "$p $q @l[0,1] $l[3] $h{k} ", defined $l[2] ? 1 : 0, "\n";
inc_all($p, @l[0, 1], $h{k}); print "$p @l[0,1] $h{k}\n"; inc_ref($p, @l[0, 1]); print "$p @l[0,1]\n";
sub setx { $_[0]{x} = 5; $_[1][1] = 6 } my @v = (undef, undef); setx(@v); print "$v[0]{x} $v[1][1]\n"; my ($u, $w); setx($u, $w); print "$u->{x} $w->[1]\n";
sub sum { my $s = 0; $s += $_ for @_; $s } sub total { return sum(@_) + sum(1, @_, 1) } print total(1, 2), " ", sum(), " ", sum(map { $_ * 2 } 1 .. 3), "\n";
sub largest { my $m = shift; for my $x (@_) { $m = $x if $x > $m } $m } print largest(3, 9, 2), "\n";
sub live { my @seen; for my $x (@_) { push @seen, $x; push @_, 7 if @_ < 4 } "@seen" } print live(1, 2), "\n";
sub eats { my @seen; for my $x (@_) { push @seen, $x; shift if @seen == 1 } "@seen" } print eats(1, 2, 3), "\n";
sub late { my $first = shift; my $j = join "-", @_; @_ = (8, 9); return "$first $j " . join "-", @_ } print late(1, 2, 3), "\n";
sub amp { &count } sub count { scalar @_ } sub mix { my $n = join ",", @_; shift; return "$n " . &amp . amp(@_) } print mix(1, 2, 3), "\n";
sub full { return @_ ? "some" : "none" } sub empty { return "none" unless @_; "some" } print full(0), full(), empty(), empty(undef), "\n";
sub opts { my ($x, %o) = (shift, z => 1, y => 2, @_); return join ",", $x, map { "$_$o{$_}" } sort keys %o } print opts(1, z => 3), "\n";
sub rest { my ($x, %o) = @_; my $n = keys %o; $_[1] = "seen"; return "$n" . join ",", map { "$_=" . (defined $o{$_} ? $o{$_} : "u") } sort keys %o }
my $key = "k"; print rest(0, $key, 1, b => undef, 1.5, 2, k => 4), " $key\n";
{ my @w; local $SIG{__WARN__} = sub { push @w, $_[0] =~ /^(.*?) at / }; my $odd = "a"; print rest(0, $odd), " @w\n"; }
sub back { return @_ } my ($b1, $b2) = back($p, "lit"); my $last = back(4, 5, 6); print "$b1 $b2 $last ", scalar(my @x = back()), "\n";
sub rev { join ",", reverse @_ } sub sorted { join ",", sort { $a <=> $b } @_ } sub mapped { join ",", map { $_ * 2 } grep { $_ > 1 } @_ } print rev(1, 2, 3), " ", sorted(3, 1, 2), " ", mapped(1, 2, 3), "\n";
sub keep { my @c; push @c, sub { "@_" }, map { my $x = $_; sub { $x } } @_; join "|", $c[0]->("own"), map { $_->() } @c[1 .. $#c] } print keep(1, 2), "\n";
sub refs { return map { \$_ } @_ } my @got = refs($p, $q); ${ $got[1] } = 40; print "$q\n"; my ($lit) = refs("const"); print "$$lit\n";
package Base { sub new { my ($c, %a) = @_; bless { %a }, $c } } package Kid { our @ISA = 'Base'; sub new { my $c = shift; return $c->SUPER::new(@_, kid => 1) } } print join(",", map { "$_" } sort %{ Kid->new(a => 2) }), "\n";
eval { inc(1) }; print $@ =~ /^(Modification of a read-only value)/, "\n"; eval { inc_all("x" . "y") }; print $@ ? "died" : "temp", "\n";
sub rec { my $n = shift; return @_ unless $n; return rec($n - 1, @_, $n) } print join(" ", rec(4)), "\n";
sub nest { my $t = ""; for my $x (@_) { for my $y (@_) { $t .= $x * $y . "," } } $t } print nest(2, 3), "\n";
sub out { for (@_) { return $_ if $_ > 1 } "no" } print out(1, 2, 3), out(0), "\n"; my ($e1, $e2) = (4, 5); sub ev { eval { $_ *= 2 for @_; 1 }; "@_" } print ev($e1, $e2), "$e1\n";
sub interp { "<@_>" } print interp(1, "b"), "\n"; sub sl { join ",", @_[0, -1], $#_, $_[-1], $_[1] } print sl(1, 2, 3), "\n"; sub cond { my $y = @_ > 1 && @_; $y } print cond(1, 2), "\n";
