# What grep, map and blocks of dereferences match is not seen behind them.
"z"=~/(z)/; my @g=grep { /(g)/ } "g"; print "$1\n"; @g=grep /(h)/,"h"; print "$1\n"; @g = map /(k)/, "k"; print "$1 @g\n"; my $x="aXb"; if ($x=~/(X)/) { print "pre$1 @{[ lc($1) =~ /(x)/ ? 'in':'no' ]} post$1\n" } (my $t="xbx")=~s/(b)/"@{['q'=~m,(q),?$1:0]}$1"/e; print "$t\n";
