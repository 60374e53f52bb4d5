# Which variable split names as uninitialized.
use warnings;
$SIG{__WARN__}=sub{print "W:@_"}; my ($x,@a,%h); $_=undef; my @b=split; @b=split /,/; @b=split /,/,$x; @b=split /,/,$a[0]; @b=split " ",$h{k}; my ($p)=split; my $n=split; $n=()=split /x/; @a=split //; @b=split $x,"a"; our @g=split /,/; @b=split /,/,undef; my @l=map{split}(undef); for(undef){ my @z=split /,/}
