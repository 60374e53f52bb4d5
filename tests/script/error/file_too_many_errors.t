# exit: 255
# perl gives up after ten errors.
use strict;
$a1; $a2; $a3; $a4;
$b1 = 1;
$b2 = 2;
$b3 = 3;
$b4 = 4;
$b5 = 5;
$b6 = 6;
$b7 = 7;
$b8 = 8;
$b9 = 9;
print "never\n";
