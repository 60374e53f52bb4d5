# Order of BEGIN, UNITCHECK, CHECK, INIT, END and main code; ${^GLOBAL_PHASE}.
use strict; use warnings; BEGIN { $| = 1 }
print "main ${^GLOBAL_PHASE}\n";
END { print "end 1 ${^GLOBAL_PHASE}\n" } INIT { print "init 1 ${^GLOBAL_PHASE}\n" } CHECK { print "check 1 ${^GLOBAL_PHASE}\n" }
BEGIN { print "begin 1 ${^GLOBAL_PHASE}\n" } END { print "end 2\n" } INIT { print "init 2\n" } CHECK { print "check 2\n" } UNITCHECK { print "unitcheck 1\n" }
BEGIN { print "begin 2\n" } UNITCHECK { print "unitcheck 2\n" }
eval 'BEGIN { print "eval begin\n" } UNITCHECK { print "eval unitcheck\n" } END { print "eval end\n" } print "eval main\n"';
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; eval 'INIT { print "never\n" } CHECK { print "never\n" } 1' or print $@; }
my $x;
BEGIN { $x = "from begin" }
print "$x\n";
my $y = "assigned";
BEGIN { print defined $y ? "d" : "u", "\n" }
sub f { "f" }
BEGIN { print f(), "\n" }
print eval 'BEGIN { die "in begin\n" } 1' ? "ok" : $@;
print defined &BEGIN ? "d" : "u", "\n";
package D { sub new { bless {}, shift } sub DESTROY { print "destroy ${^GLOBAL_PHASE}\n" } }
our $global = D->new;
{ my $lex = D->new; }
print "last\n";
