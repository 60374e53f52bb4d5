# Argument idioms: shift, @_ unpacking, named arguments, defaults, references, wantarray returns.
use strict; use warnings;
sub a1 { my $x = shift || 'def'; $x }
sub a2 { my ($x, $y) = @_; $y //= 'dy'; "$x$y" }
sub a3 { my %o = (size => 1, color => 'red', @_); join ",", map { "$_=$o{$_}" } sort keys %o }
sub a4 { my ($r, @rest) = @_; scalar(@$r) . scalar(@rest) }
sub a5 { my $o = ref $_[-1] eq 'HASH' ? pop : {}; "@_" . ($o->{sep} // '') }
sub a6 { @_ > 1 ? "many" : @_ ? "one" : "none" }
sub a7 { return unless defined wantarray; wantarray ? "list" : "scalar" }
sub a8 { my $n = @_; my $l = $_[-1]; my $m = $#_; "$n$l$m" }
print a1(), a1(0), a1("x"), "|", a2("p"), a2("p", 0), "|", a3(), "|", a3(color => 'blue', n => 2), "|", a4([1, 2], 3, 4), "|", a5(1, 2, { sep => '!' }), a5(3), "|", a6(), a6(1), a6(1, 2), "|", a8(5, 6), "\n";
my @l = a7();
my $s = a7();
print "@l $s\n";
{ my @w; local $SIG{__WARN__} = sub { push @w, @_ }; a3('odd'); print @w }
sub chain { my $c = { v => 0 }; $c->{add} = sub { $c->{v} += shift; $c }; $c }
my $c = chain();
$c->{add}->(2)->{add}->(3);
print $c->{v}, "\n";
undef $c->{add};
sub swap2 { @_[1, 0] }
print join(",", swap2(1, 2)), scalar(my ($p) = swap2(3, 4)), "\n";
sub minmax { my @s = sort { $a <=> $b } @_; wantarray ? @s[0, -1] : "$s[0]-$s[-1]" }
my ($mn, $mx) = minmax(3, 1, 2);
print $mn, $mx, scalar(minmax(5, 4)), "\n";
