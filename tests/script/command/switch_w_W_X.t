# -w, -W and -X against lexical warnings; $^W at run time.
use strict;
use warnings;
$| = 1;
sub run {
    print "> @_\n";
    my $o = do {
        open my $p, '-|', "$^X " . join(' ', map { "'" . s/'/'\\''/gr . "'" } @_) . " 2>&1";
        local $/;
        <$p>;
    };
    print $o // '';
}
run('-we', 'my $x = undef; print "a" . $x . "\n"');
run('-e',  'my $x; print "a" . $x . "\n"');
run('-We', 'no warnings; my $x; print "a" . $x . "\n"');
run('-Xe', 'use warnings; my $x; print "a" . $x . "\n"');
run('-we', 'no warnings; my $x; print "a" . $x . "\n"');
run('-we', '$y = 1');
run('-we',
    'print $^W, "\n"; { local $^W = 0; my $x; print "b" . $x . "\n" } my $z; print "c" . $z . "\n"'
);
run('-e',   '$^W = 1; my $x; print "d" . $x . "\n"');
run('-we',  'my @a = (1); print @a[0], "\n"');
run('-we',  'print (1) + 2; print "\n"');
run('-we',  'my $x = "abc"; print $x + 1, "\n"');
run('-wE',  'say undef');
run('-we',  'sub f { 1 } sub f { 2 } print f(), "\n"');
run('-we',  'my $x; my $x; print "masked\n"');
run('-we',  'if (my $x = 5) { print "ok\n" } "const";');
run('-cwe', 'my $q = 1; print $r');
