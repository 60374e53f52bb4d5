# Messages about arguments name a sub as it was defined, whatever it was imported as.
use List::Util ();
BEGIN {
    *main::f = \&List::Util::first;
    package Q;
    sub array (\@) { }
    sub one ($)    { }
    sub two ($$)   { }
    *main::array = \&array;
    *main::one   = \&one;
    *main::pair  = \&two;
    *main::anon  = sub ($$) { };
}
sub local_two ($$) { }
BEGIN { *again = \&local_two }
for my $code ('f(1, 2)', 'f 1, 2', 'array(1)', 'array(%x)', 'one(1, 2)', 'one()', 'pair(1)', 'pair(1, 2, 3)', 'again(1)',
    'local_two(1)', 'anon(1)', 'Q::two(1)', 'List::Util::first(1, 2)', 'my sub in ($$) {} in(1)') {
    eval "$code; 1" or print "$code: ", $@ =~ s/\(eval \d+\)/(eval)/gr;
}
