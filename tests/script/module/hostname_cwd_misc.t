# Sys::Hostname, Cwd, constant, parent, base, lib, vars, integer, if, FindBin, Benchmark-free helpers.
use strict;
use warnings;
use Sys::Hostname;
use POSIX ();
use FindBin;
use constant { ONE => 1, LIST => [1, 2] };
use constant PI3 => (3, 1, 4);
use if 1, 'List::Util' => 'sum';
use vars qw($old @older);
print hostname eq (POSIX::uname())[1] ? 1 : 0, "\n";
print ONE +1, " ", LIST->[1], " ", (PI3)[2], " ", scalar(my @x = PI3), " ", sum(1, 2), "\n";
$old   = 1;
@older = (2);
print "$old @older\n";
print $FindBin::Script =~ /^hostname_cwd_misc\.t$/ ? 1 : 0, " ",
    -f "$FindBin::Bin/$FindBin::Script"            ? 1 : 0, "\n";
BEGIN {
    package Par;
    $INC{'Par.pm'} = 1;
    sub hi { 'hi from ' . shift }
}
{ package Kid; use parent -norequire, 'Par'; }
print Kid->hi, " @Kid::ISA\n";
{ package Kid2; use base 'Par' }
print Kid2->hi, "\n";
eval 'package K3; use base "No::Such::Base"; 1' or print $@ =~ s/\n.*//sr =~ s/ at .*//sr, "\n";
{ use integer; print 7 / 2, " ", -7 / 2, " ", -7 % 3, "\n" }
require lib;
lib->import('/some/dir');
print $INC[0], "\n";
lib->unimport('/some/dir');
print $INC[0] eq '/some/dir' ? 1 : 0, "\n";
print __PACKAGE__->can('ONE') ? 1 : 0, " ", defined &PI3 ? 1 : 0, "\n";
eval 'use constant "bad name" => 1; 1' or print $@ =~ s/ at .*//sr,       "\n";
eval 'use No::Such::Module::Here; 1'   or print $@ =~ s/ \(you may.*//sr, "\n";
eval 'use List::Util 999; 1'
    or print $@ =~ s/ at .*//sr =~ s/this is only version [\d.]+/only version N/r, "\n";
eval 'use 5.006; 1' and print "5.006 ok\n";
eval 'use 7; 1'    or print $@ =~ s/ at .*//sr, "\n";
eval 'no 5.006; 1' or print $@ =~ s/ at .*//sr, "\n";
