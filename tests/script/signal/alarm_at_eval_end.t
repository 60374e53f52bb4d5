# A timer that goes off just before its eval ends dies into that eval.
use Time::HiRes "ualarm"; $SIG{ALRM}=sub{die "to\n"}; pipe R,W; if(!fork){for(1..400){syswrite W,"l\n"; select undef,undef,undef,.001} exit} eval{for(1..200){ eval{ualarm 1000; $l=<R>; ualarm 0; 1} or $n++ } 1} or print "outer $@"; print "fin\n";
