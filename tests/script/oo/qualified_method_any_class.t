# A method called by its full name is found for classes that do not exist; messages name it alone.
use strict; use warnings;
package TT; sub io { print "io @_\n" }
package main;
No::Such->TT::io(1);
'No::Such2'->TT::io(2);
my $m = "TT::io";
No::Such3->$m(3);
my $c = "No::Such4";
$c->TT::io(4);
$c->$m(5);
"x y"->TT::io;
3->TT::io;
for my $code (
    sub { No::Such->TT::nope }, sub { No::Such->Nope::nope }, sub { No::Such->nope },
    sub { ""->TT::io }, sub { my $u; $u->TT::io }, sub { {}->TT::io }, sub { (bless [], "B")->TT::foo },
) {
    eval { $code->(); 1 } or print $@;
}
