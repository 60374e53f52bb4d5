# $ and its variables at odd places of strings; escapes that lack something.
use strict; use warnings;
our ($b, @b) = (7, 8);
for my $c ('"a $ b"', '"a $ {b}"', '"a$"', '"a $ "', '"$* b"', '"$#"',
    '"${}"', '"@{ }"', '@{}', '${ }', '@b[]', '@b{}', '"\o{}"', '"\c"', 's/a/$/',
    "\n\n\"\\o\"\n.3") {
    local $SIG{__WARN__} = sub { print "W: @_" };
    my $r = eval $c;
    print "$c: ", defined $r ? $r : 'undef', " $@\n";
}
