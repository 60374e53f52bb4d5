# Symbol: gensym, qualify, qualify_to_ref, delete_package, geniosym.
use strict;
use warnings;
use Symbol qw(gensym ungensym qualify qualify_to_ref delete_package geniosym);
my $s = gensym;
print ref $s, " ", *$s =~ /^\*Symbol::GEN\d+$/ ? 1 : 0, "\n";
open $s, '<', $0 or die;
my $l = <$s>;
print $l =~ /^# Symbol/ ? "usable\n" : "no\n";
print qualify('x'), " ", qualify('x', 'P'), " ", qualify('A::x', 'P'), " ",
    qualify('STDIN', 'P'), " ", qualify('ENV', 'P'), " ", qualify('$x', 'P'), " ",
    qualify("a'b"), " ", qualify('\*x'), " ", qualify('_'), "\n";
my $r = qualify_to_ref('name', 'Pkg');
print ref $r, " ", *$r, "\n";
{
    no strict 'refs';
    *{ qualify_to_ref('made', 'Pkg') } = sub {"made it\n"};
}
print Pkg::made();
print defined &Pkg::made ? 1 : 0, "\n";
delete_package('Pkg');
no strict 'refs';
print defined &{'Pkg::made'} ? 1 : 0, "\n";
my $io = geniosym;
print ref $io, "\n";
my ($a, $b) = (gensym, gensym);
print $a != $b                    ? "distinct\n"  : "same\n";
print qualify(\*STDOUT) =~ /GLOB/ ? "refs pass\n" : "no\n";
