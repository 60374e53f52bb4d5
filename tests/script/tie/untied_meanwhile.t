# Methods that untie the container an operator is at work with.
use Tie::Array; package T; our @ISA="Tie::StdArray"; sub FETCHSIZE { untie @main::t; 2 } package main; tie @t,"T"; while(my($i,$v)=each @t){last if $n++>3} print "alive\n"; package U; our @ISA="Tie::StdArray"; sub STORESIZE { untie @main::u } package main; tie @u,"U"; undef @u; print "alive\n";
require Tie::Hash; package I; our @ISA="Tie::StdHash"; sub EXISTS { untie %main::i; 1 } package main; tie %i,"I"; { local $i{a}=1 } print "alive\n";
