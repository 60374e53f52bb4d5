# split assigned to a list of scalars stops one field behind them.
use strict;
use warnings;
my ($x, $y, @all, %h, @e);
print my $none = () = split(/,/, 'a,b,c,,,'), "\n";
print scalar(() = split /,/, 'a,b'), scalar(() = split /,/, 'a,b', -1), scalar(() = split ' ', ''), "\n";
my ($p, $q);
print scalar(($p, $q) = split /,/, 'a,b,c,d,,'), " $q\n";
print scalar((my ($s, $t)) = split /,/, 'a,b,c,d,,'), "\n";
print scalar(($x, $y) = split /,/, 'a,,'), " '$y'\n";
print scalar((undef, $x, $h{k}, $e[2]) = split /,/, 'a,b,c,d,e,f'), " $x $h{k} $e[2]\n";
print scalar(($x, @all) = split /,/, 'a,b,c,d,,'), " @all\n";
print scalar(($x, $y) = split(/,/, join ',', split /;/, 'a;b;c;d')), " $x $y\n";
my ($only) = split /(,)/, 'a,b,c';
print "$only\n";
my $count = () = "a,b,c" =~ /,/g;
print "$count\n";
