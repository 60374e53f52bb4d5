# An object that was the key of a tied element goes with its variable, not later.
package D; sub DESTROY{print "D "} package T; sub TIEHASH{bless{}} sub STORE{ 1 } sub FETCH{1} sub EXISTS {1} sub DELETE {1} package main; tie my %h,"T"; our %g; tie %g,"T"; my $r=\%h;
{ my $p=bless [],'D'; $h{$p}=1; print "1 "; } print "out\n";
{ my $p=bless [],'D'; $g{$p}=1; print "2 "; } print "out\n";
{ my $p=bless [],'D'; $r->{$p}=1; print "3 "; } print "out\n";
{ my $p=bless [],'D'; my $x=$h{$p}; print "4 "; } print "out\n";
{ my $p=bless [],'D'; my $x=exists $h{$p}; print "5 "; } print "out\n";
{ my $p=bless [],'D'; delete $h{$p}; print "6 "; } print "out\n";
{ my $p=bless [],'D'; $h{$p}=$h{$p}; print "8 "; } print "out\n";
{ my $p=bless [],'D'; push @{$h{$p}=[]},1; print "9 "; } print "out\n";
{ my $p=bless [],'D'; @h{$p,$p}=(1,2); print "10 "; } print "out\n";
sub f { my $p=bless [],'D'; $h{$p}=1; print "11 "; } f(); print "out\n"; f(); print "out\n";
{ my $p=bless [],'D'; local $h{$p}=1; print "12 "; } print "out\n";
{ my $p=bless [],'D'; for ($h{$p}) { $_=1 } print "13 "; } print "out\n";
