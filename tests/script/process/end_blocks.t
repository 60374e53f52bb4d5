# END blocks: reverse order, $? visible and changeable, die inside, exit inside, string eval, fork.
use strict;
use warnings;
$| = 1;
print "start\n";
END { print "first compiled, last run, \$? $?\n" }
END { print "second\n" }
eval 'END { print "from string eval\n" } 1' or die;
sub later { eval 'END { print "from sub\n" }' }
later();
BEGIN     { print "begin\n" }
INIT      { print "init\n" }
CHECK     { print "check\n" }
UNITCHECK { print "unitcheck\n" }
print
    `$^X -e 'END { print qq{a \$?\\n}; \$? = 5 } END { print qq{b\\n}; \$! = 0; die qq{in end\\n} } exit 3' 2>&1`,
    "child ", $? >> 8, "\n";
print `$^X -e 'END { print qq{still\\n} } END { exit 4 } die qq{dead\\n}' 2>&1`, "child ",
    $? >> 8, "\n";
print `$^X -e 'END { print "not for syntax errors" } sub {' 2>/dev/null`, "syntax ", $? >> 8,
    "\n";
print `$^X -e 'BEGIN { exit 2 } END { print "no" }'`, "begin exit ", $? >> 8, "\n";
print `$^X -e 'END { print "yes " } BEGIN { exit 2 }'`, "end compiled before exit ", $? >> 8,
    "\n";
print `$^X -ce 'END { print "no" } BEGIN { print "b " }' 2>&1`;
print `$^X -e 'END { print "untouched" } kill 9, \$\$'`, "kill ", $? & 127, "\n";
print
    `$^X -e 'use strict; package Foo; sub DESTROY { print "destroy " } our \$g = bless []; END { print "end " }'`,
    "\n";
print `$^X -e 'my \$x = bless []; sub DESTROY { print "D" } END { print "E" } exit'`, "\n";
exit 0;
