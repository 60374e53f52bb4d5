# VERSION, use Module VERSION, import methods, DOES overrides.
use strict; use warnings;
package Mod { our $VERSION = '1.23'; sub import { my $c = shift; print "import($c: @_)\n" } sub unimport { print "unimport(@_[1..$#_])\n" } BEGIN { $VERSION = '1.23'; $INC{'Mod.pm'} = 1 } }
package NoVer { BEGIN { $INC{'NoVer.pm'} = 1 } }
package main;
print Mod->VERSION, "\n";
print eval { Mod->VERSION(1.2); 1 } ? "ok\n" : $@;
print eval { Mod->VERSION(2); 1 } ? "ok\n" : $@;
print eval { Mod->VERSION("1.30"); 1 } ? "ok\n" : $@;
print eval { NoVer->VERSION(1); 1 } ? "ok\n" : $@;
print defined NoVer->VERSION ? "d" : "u", "\n";
print eval { Nope->VERSION(1); 1 } ? "ok\n" : $@;
use Mod qw(a b);
use Mod;
use Mod ();
use Mod 1.0;
use Mod 1.1 qw(x);
no Mod 'y';
print eval 'use Mod 9; 1' ? "ok\n" : $@;
eval 'use NoVer; 1' and print "no import is fine\n";
Mod->import("run");
NoVer->import("silently");
print eval { NoVer->nope; 1 } ? 1 : $@;
package Role { sub DOES { $_[1] eq 'Quack' || $_[0]->SUPER::DOES($_[1]) } }
print Role->DOES('Quack') ? 1 : 0, Role->DOES('Role') ? 1 : 0, Role->DOES('X') ? 1 : 0, "\n";
{ package V2; our $VERSION = 'v1.2.3'; }
print V2->VERSION, eval { V2->VERSION('v1.2.4'); 1 } ? "ok\n" : $@;
{ package Bad; our $VERSION = 'abc'; }
print eval { Bad->VERSION(1); 1 } ? "ok\n" : $@;
package Blk 1.5 { sub v { $Blk::VERSION } }
print Blk->v, " ", Blk->VERSION, "\n";
package Stm v3.4.0;
print sprintf("%vd", $Stm::VERSION), "\n";
