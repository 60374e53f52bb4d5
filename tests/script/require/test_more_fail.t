# exit: 5
# Test::More: diagnostics of failures and the exit status with their number.
use strict; use warnings; use Test::More;
ok(0, 'fails');
ok(0);
is("got", "expected", 'is fails');
is(undef, "x", 'undef');
is_deeply([1, { a => 2 }], [1, { a => 3 }], 'deep fails');
ok(1, 'fine');
TODO: { local $TODO = 'not done'; ok(0, 'todo failure') } done_testing();
