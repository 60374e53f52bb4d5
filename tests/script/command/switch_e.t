# -e and -E: several pieces, features, arguments, $0, line numbers.
use strict;
use warnings;
$| = 1;
sub run { print "> @_\n"; system $^X, @_; print "failed\n" if $? }
run('-e', 'print "one\n"');
run('-e', 'print "a";',         '-e', 'print "b\n"');
run('-e', 'print "$0 @ARGV\n"', 'x',  '-y', '--z');
run('-e', 'print "@ARGV\n"',    '--', '-e', 'x');
run('-E', 'say "feature"; state $x = 5; say $x');
run('-e', 'say "no feature"');
run('-e', 'die "line"', '-e', '');
run('-e', '1;',         '-e', 'die "second"');
run('-E', 'say fc "ABC"; say __SUB__ // "none"');
run('-e', 'use v5.36; say "bundle"; my sub f { 7 } say f()');
run('-e');
run('-E', 'say for 1..2', 'arg');
run('-e', 'print __FILE__, __LINE__, "\n"');
run('-eprint 5');
run('-e', "print 'x';\n# comment\nprint qq{y\\n}");
run('-e', '$x = ; ');
run('-e', '');
