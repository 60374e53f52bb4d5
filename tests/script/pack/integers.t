# c C s S l L q Q j J n N v V with ranges, wrap-around and modifiers.
use strict; use warnings; no warnings 'pack';
for my $t (qw(c C s S l L q Q j J i I n N v V n! N! v! V! s< s> S< S> l< l> L> q> Q> j> s! S! l! L! i! I!)) { for my $v (0, 1, -1, 65, 255, 300, 65537, -32769, 4294967297, 1.9) { my $p = pack $t, $v; print "$t $v: ", unpack("H*", $p), " ", unpack($t, $p), "\n" } }
