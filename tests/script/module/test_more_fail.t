# Test::More's failing diagnostics on STDERR and the exit codes, run as children with merged output.
use strict;
use warnings;
sub run {
    my ($code) = @_;
    open my $o, '>', 't.pl' or die;
    print $o $code;
    close $o;
    my $out = `$^X t.pl 2>&1`;
    print $out =~ s/0x[0-9a-f]+/ADDR/gr, "exit ", $? >> 8, "\n---\n";
}
run("use Test::More tests => 3;\nok 0, 'fails';\nis 1, 2, 'numbers';\nis undef, 'x', 'undef';\n");
run(
    "use Test::More;\nlike 'abc', qr/z/, 'like';\nunlike 'abc', qr/a/, 'unlike';\ncmp_ok 1, '>', 2, 'cmp';\ncmp_ok 'a', 'eq', 'b', 'eq';\nisnt 1, 1, 'isnt';\ndone_testing;\n"
);
run(
    "use Test::More;\nis_deeply [1, 2, 3], [1, 2, 4], 'array';\nis_deeply { a => { b => 1 } }, { a => { b => 2 } }, 'hash';\nis_deeply [1], { a => 1 }, 'kinds';\nis_deeply [1, 2], [1], 'length';\nis_deeply { a => 1 }, { b => 1 }, 'keys';\nis_deeply undef, [], 'undef';\ndone_testing;\n"
);
run("use Test::More tests => 2;\nok 1;\n");
run("use Test::More tests => 1;\nok 1;\nok 1;\n");
run("use Test::More;\nok 1;\n");
run("use Test::More;\n");
run("use Test::More tests => 1;\ndie \"dead\\n\";\n");
run("use Test::More tests => 2;\nok 1;\ndie \"dead\\n\";\n");
run("use Test::More tests => 1;\nok 1;\nexit 7;\n");
run("use Test::More skip_all => 'no reason';\nok 0;\n");
run("use Test::More;\nok 1;\nBAIL_OUT('stop here');\nok 1;\n");
run("use Test::More;\nsubtest outer => sub { ok 1, 'good'; ok 0, 'bad' };\ndone_testing;\n");
run(
    "use Test::More;\nTODO: { local \$TODO = 'why'; ok 0, 'todo'; is 1, 2, 'todo is' }\ndone_testing;\n"
);
run(
    "use Test::More;\nfail 'plain fail';\nisa_ok {}, 'Foo';\ncan_ok 'Foo', 'bar', 'baz';\ndone_testing;\n"
);
run("use Test::More 'no_plan';\nok 1;\nok 0;\n");
run("use Test::More;\nok 1;\ndone_testing(3);\n");
run("use Test::More;\nuse_ok 'No::Such::Mod';\ndone_testing;\n") if 0;
run(
    "use Test::More;\nis_deeply [1, [2, { k => 'v' }]], [1, [2, { k => 'w' }]];\nok !1;\ndone_testing;\n"
);
run("use Test::More;\nok 0, 'n' for 1 .. 3;\ndone_testing;\n");
