# Overloaded arithmetic: operands, swapped flag, assignment variants, fallback through "-".
use strict; use warnings;
package V { use overload '+' => sub { V->new($_[0]{v} + (ref $_[1] ? $_[1]{v} : $_[1])) }, '-' => sub { my ($a, $b, $sw) = @_; $b = $b->{v} if ref $b; V->new($sw ? $b - $a->{v} : $a->{v} - $b) }, '*' => sub { V->new($_[0]{v} * (ref $_[1] ? $_[1]{v} : $_[1])) }, '/' => sub { my ($a, $b, $sw) = map { ref ? $_->{v} : $_ } @_; V->new($sw ? $b / $a : $a / $b) }, '**' => sub { my ($a, $b, $sw) = map { ref ? $_->{v} : $_ } @_; V->new($sw ? $b ** $a : $a ** $b) }, '%' => sub { "mod" . ($_[2] ? "s" : "") }, 'x' => sub { "rep$_[1]" }, '.' => sub { $_[2] ? "$_[1]<cat>" : "<cat>" . (ref $_[1] ? "obj" : $_[1]) }, '""' => sub { "V($_[0]{v})" }, 'neg' => sub { V->new(-$_[0]{v}) }, '!' => sub { "not" }, '~' => sub { "compl" }, 'abs' => sub { V->new(abs $_[0]{v}) }, 'int' => sub { "int" }, 'sqrt' => sub { "sqrt" }, '++' => sub { $_[0]{v}++; $_[0] }, '--' => sub { $_[0]{v}--; $_[0] }, '+=' => sub { $_[0]{v} += ref $_[1] ? $_[1]{v} : $_[1]; $_[0]{pe}++; $_[0] }, '=' => sub { V->new($_[0]{v}) }, '<<' => sub { "shl" }, '&' => sub { "and" }, '|' => sub { "or" }, '^' => sub { "xor" }, 'cos' => sub { "cos" }, 'atan2' => sub { "atan2" . ($_[2] ? "s" : "") }; sub new { bless { v => $_[1] }, $_[0] } }
package main;
my ($p, $q) = (V->new(7), V->new(3));
print join("|", map "$_", $p + $q, $p + 1, 1 + $p, $p - $q, 10 - $p, $p - 10, $p * 2, $p / 2, 14 / $p, $p ** 2, 2 ** $q), "\n";
print $p % 2, 2 % $p, $p x 3, " ", -$p, " ", !$p, ~$p, " ", abs(V->new(-4)), int $p, sqrt $p, cos $p, atan2($p, 1), atan2(1, $p), $p << 1, $p & 1, $p | 1, $p ^ 1, "\n";
print "a" . $p, $p . "b", $p . $q, " [$p]", "\n";
my $r = $p;
$r++;
print "", $r->{v}, $p->{v}, "\n";
$r = $p;
my $old = $r++;
print $old->{v}, $r->{v}, $p->{v}, "\n";
$r = $p;
$r += 5;
print $r->{v}, $p->{v}, $r->{pe} // 'np', "\n";
$r -= 1;
print $r->{v}, "\n";
$r *= 2;
print $r->{v}, "\n";
--$r;
print $r->{v}, "\n";
my $s = 5;
$s += $p;
print ref $s, $s->{v}, "\n";
$s = "x";
$s .= $p;
print "$s\n";
