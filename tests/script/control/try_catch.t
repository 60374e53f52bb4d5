# feature try: values, return, next, nesting, $@ untouched.
use strict; use warnings; use feature 'try'; no warnings 'experimental::try';
sub f { my $x = shift; try { die "boom\n" if $x; return "from try" } catch ($e) { chomp $e; return "caught $e" } "after" }
print f(0), " ", f(1), "\n";
try { print "body\n" } catch ($e) { print "never\n" } try { die { code => 42 } } catch ($e) { print ref $e, $e->{code}, "\n" }
for my $i (1 .. 3) { try { next if $i == 2; die "odd\n" if $i == 3; print "i$i " } catch ($e) { print "c$e"; last } } $@ = "kept";
try { die "x\n" } catch ($e) { print $@ eq "kept" ? "kept\n" : "[$@]\n" } try { try { die "inner\n" } catch ($e) { die "re-$e" } } catch ($e) { print $e }
sub nested { try { try { die "a\n" } catch ($x) { return "ret $x" } } catch ($y) { return "outer" } }
print nested();
my $v = do { try { "value" } catch ($e) { "c" } };
print $v // 'undef', "\n";
my @l = sub { try { return (1, 2, 3) } catch ($e) { } }->();
print "@l\n";
try { my $z = 1 / ($_[0] // 0) } catch ($e) { print $e } { local $SIG{__DIE__} = sub { print "handler: $_[0]" }; try { die "sig\n" } catch ($e) { print "then $e" } } try { undef->method } catch ($err) { print $err }
print "end\n";
