# local *name = REFERENCE saves only the kind that is assigned.
no warnings; our ($x,@x,%x)=(1); @x=(1,2); %x=(a=>1); sub x {"sub"}
sub show { print defined $x ? $x:'u', "|@x|", join(",",%x), "|", defined &x ? x():'n', "\n" }
{ local *x = \5; show; } show;
{ local *x = [7]; show; push @x, 8; } show;
{ local *x = {b=>2}; show; $x=9; } show;
{ local *x = sub {"new"}; show; } show;
{ local *x; show; $x=3; } show;
{ local *x = *y; $y=8; show; } show;
{ local *x = "y"; show; } show;
{ local *x = \my @l; @l=4; show; } show;
{ local *x = \*y; show; } show;
{ local (*x) = \6; show; } show;
{ local *{"x"} = \7; show; @x=(5) } show;
{ my $g=\*x; local *$g = \7; show; @x=(6) } show;
{ local *x; *x = \7; show; } show;
sub f { local *x = shift; show } f(\4); f([4]); show;
open F, "<", $0; { local *F = \5; print scalar <F>; } print "F:$F\n";
*z=*x; { local *x = \77; show; print "$z@z\n"; } show;
{ local *STDOUT = \1; print "still\n"; }
for my $i (1,2) { local *x = $i==1 ? \"a" : ["b"]; show }
our @arr; @arr = (1,2,3); { local *arr = [reverse @arr]; print "@arr\n" } print "@arr\n";
