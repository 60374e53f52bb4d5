# use base and use parent: loaded or inline parents, fields refused, ISA contents.
use strict; use warnings;
BEGIN { package Inline; sub hi { "inline hi" } $INC{'Inline.pm'} = __FILE__; }
BEGIN { mkdir "lib"; open my $f, '>', "lib/FromFile.pm" or die; print $f "package FromFile; our \$VERSION = 2; sub where { 'file' } sub new { bless {}, shift } 1;\n"; close $f }
use lib 'lib';
package K1 { use parent 'Inline'; }
package K2 { use base 'Inline'; }
package K3 { use parent 'FromFile'; }
package K4 { use base qw(FromFile Inline); }
package K5 { BEGIN { package Local; sub l { "local" } } use parent -norequire, 'Local'; }
package main;
print K1->hi, K2->hi, K3->where, K4->where, K4->hi, K5->l, "\n";
print "@K4::ISA @K1::ISA\n";
print eval q{ package K6; use parent 'No::Such::Parent'; 1 } ? "ok" : $@ =~ s/ \(you may need.*//sr, "\n"; print eval q{ package K7; use base 'No::Such::Base'; 1 } ? "ok" : $@ =~ s/\(you may.*?\) \(\@INC.*?\)/(...)/sr; print K3->new->isa('FromFile') ? 1 : 0, K5->can('l') ? 1 : 0, exists $INC{'FromFile.pm'} ? 1 : 0, "\n"; unlink "lib/FromFile.pm"; rmdir "lib"; 
