# Bundling: -lne, -pie style traps, -wle, -lanF, -i with what follows, numbers attached to switches.
use strict;
use warnings;
$| = 1;
sub put { open my $o, '>', 'in' or die; print $o "a:1\nb:2\n"; close $o }
put();
sub run { print "> @_\n"; my $o = `$^X @_ 2>&1`; print $o, $? ? "[" . ($? >> 8) . "]\n" : '' }
run(q{-lne 'print "<$_>"' in});
run(q{-wle 'print "wle"'});
run(q{-lanF: -e 'print $F[1]' in});
run(q{-F: -lane 'print $F[0]' in});
run(q{-l -0777 -ne 'print length' in});
run(q{-nle 'print $.' in});
run(q{-i.orig -pe 's/a/z/' in});
print join(' ', sort glob 'in*'), "\n";
put();
run(q{-pi -e 's/b/y/' in});
run(q{-ne print in});
put();
unlink glob '*e';
run(q{-pie 's/a/q/' in});
print join(' ', sort glob '*'), "\n";
run(q{-Mstrict -wle 'print 1'});
run(q{-MPOSIX=floor -le 'print floor 2.5'});
run(q{-we '' in});
run(q{-le 'print for @ARGV' -- -x -y});
run(q{-l012e 'print 1'});
run(q{-0e 'print defined $/ ? ord $/ : "u", "\n"'});
run(q{-00e 'print length $/, "\n"'});
run(q{-0777e 'print defined $/ ? 1 : "undef", "\n"'});
run(q{-wnE 'say $. if eof' in});
run(q{-CS -e 'print chr 233' | od -An -c});
run(q{-C0 -e 'print chr 233' | od -An -c});
run(q{-CSDA -e 'print length $ARGV[0], "\n"' é});
run(q{-t -e 'print ${^TAINT}, "\n"'});
run(q{-T -e 'print ${^TAINT}, "\n"'});
run(q{-u -e 1}) if 0;
run(q{-a})      if 0;
