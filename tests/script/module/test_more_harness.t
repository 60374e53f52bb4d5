# Under a harness a failing test begins a new line; one that is to do does not.
BEGIN { $ENV{HARNESS_ACTIVE} = 1 }
use Test::More;
open my $err, ">&", \*STDOUT; Test::More->builder->failure_output($err); Test::More->builder->todo_output($err);
Test::More->builder->no_ending(1);
ok(0, "x"); is(1, 2, "y"); { local $TODO = "later"; ok(0, "x"); is_deeply([1], [2]); is(1, 3) }
like("a", qr/b/); fail("f"); done_testing;
