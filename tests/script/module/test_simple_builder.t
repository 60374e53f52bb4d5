# Test::Simple, Test::Builder, planning functions and output handles.
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
run("use Test::Simple tests => 2;\nok 1, 'a';\nok 1 == 2, 'b';\n");
run(
    "use Test::Builder;\nmy \$t = Test::Builder->new;\n\$t->plan(tests => 2);\n\$t->ok(1, 'builder');\n\$t->is_num(1, 1);\n\$t->diag('d');\n\$t->note('n');\n"
);
run(
    "use Test::More;\nmy \$b = Test::More->builder;\nok 1;\nprint '# current ', \$b->current_test, \"\\n\";\nprint '# passing ', \$b->is_passing ? 1 : 0, \"\\n\";\nok 0;\nprint '# passing ', \$b->is_passing ? 1 : 0, \"\\n\";\ndone_testing;\n"
);
run(
    "use Test::More;\nmy \$b = Test::More->builder;\nmy \$o = '';\n\$b->output(\\\$o);\nok 1, 'captured';\n\$b->reset_outputs;\nprint \"# got: \$o\";\ndone_testing;\n"
);
run(
    "package My::T;\nuse Test::More;\nsub check { local \$Test::Builder::Level = \$Test::Builder::Level + 1; ok(\$_[0], \$_[1]) }\npackage main;\nuse Test::More;\nMy::T::check(0, 'level');\ndone_testing;\n"
);
run("use Test::More tests => 1;\nif (fork == 0) { exit 0 }\nwait;\nok 1, 'only parent counts';\n"
);
run("use Test::More;\nplan tests => 1;\nok 1;\n");
run("use Test::More;\nplan skip_all => 'dynamic';\n");
run("use Test::More tests => 'abc';\n");
run("use Test::More tests => 1;\nplan tests => 2;\n");
