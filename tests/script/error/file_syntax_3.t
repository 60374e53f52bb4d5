# exit: 255
# A missing brace is reported at the end of the file.
use strict; use warnings;
sub f {
    if (1) {
        print "x\n";
}
f();
