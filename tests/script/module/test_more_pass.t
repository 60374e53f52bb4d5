# Test::More's passing output: ok, is, like, is_deeply, cmp_ok, subtests, skip, todo, notes.
use strict;
use warnings;
use Test::More;
ok 1, 'ok with name';
ok 1;
is 1 + 1, 2,     'is';
is undef, undef, 'undef';
isnt 1,   2,     'isnt';
like 'hello',   qr/ell/, 'like';
unlike 'hello', qr/zzz/, 'unlike';
cmp_ok 5, '<', 6, 'cmp_ok';
is_deeply { a => [1, { b => 2 }] }, { a => [1, { b => 2 }] }, 'is_deeply';
can_ok 'Test::More', qw(ok is);
can_ok 'Test::More', 'like';
isa_ok [], 'ARRAY';
isa_ok bless({}, 'Cls'), 'Cls', 'object';
new_ok 'Thing' => [5];
{
    package Thing;
    sub new { bless [@_], shift }
}
pass 'pass';
subtest 'inner'   => sub { plan tests => 2; ok 1, 'one'; is 'a', 'a', 'two' };
subtest 'no plan' => sub {
    ok 1;
    subtest 'nested' => sub { ok 1, 'deep'; done_testing };
};
subtest 'skipped all' => sub { plan skip_all => 'not today'; ok 0 };
SKIP: { skip 'reason', 2 if 1; ok 0; ok 0 }
TODO: { local $TODO = 'later'; ok 1, 'todo passes'; }
TODO: { todo_skip 'todo skipped', 1; ok 0 }
note 'a note';
diag 'a diag';
note "multi\nline";
is_deeply [1, 2], [1, 2];
ok 1, 'name with # hash';
ok 1, "name\nnewline";
my @l = explain { a => 1 };
note @l;
use_ok 'List::Util';
require_ok 'File::Spec';
eq_or_not();
sub eq_or_not {
    ok eq_array([1], [1]),              'eq_array';
    ok eq_hash({ a => 1 }, { a => 1 }), 'eq_hash';
    ok eq_set([1, 2], [2, 1]), 'eq_set';
}
done_testing;
