# Test::More: TAP of passing tests, skip, todo, subtests, is_deeply, plan.
use strict; use warnings; use Test::More tests => 17;
ok(1, 'ok');
is(1 + 1, 2, 'is');
isnt(1, 2, 'isnt');
like("hello", qr/ell/, 'like');
unlike("hello", qr/xyz/, 'unlike');
is_deeply([1, { a => [2, 3] }], [1, { a => [2, 3] }], 'deep');
cmp_ok(5, '>', 3, 'cmp_ok');
can_ok('Test::More', qw(ok is));
isa_ok([], 'ARRAY');
is(undef, undef, 'undef is undef');
SKIP: { skip "not today", 2 if 1; ok(0); ok(0) } TODO: { local $TODO = "later"; ok(1, 'todo that passes') } subtest 'inner' => sub { plan tests => 2; ok(1, 'in 1'); ok(1, 'in 2') };
pass('passed');
note "a note";
diag "to stderr";
my $o = new_ok('Obj' => [n => 1]);
package Obj { sub new { my $c = shift; bless {@_}, $c } } is($o->{n}, 1, 'name # with hash');
