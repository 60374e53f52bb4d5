use warnings; $SIG{__WARN__}=sub{print "W:$_[0]"};
my $x=1e15; $x++; print "$x\n"; $x=1e15; print $x+1,"\n"; $x=1e15; $x+=1; print "$x\n"; $x=1e15; $x--; print "$x\n"; $x=1e15+0.0; my $y=$x+1; $x++; print "$x\n";
$x=2**50; $x++; print "$x\n"; $x=1e15; my $z=$x|0; $x++; print "$x\n";
$x=3.0; $x++; print "$x\n"; 
for my $d (1..4) { for my $b (9007199254740990,9007199254740991,9007199254740992,9007199254740994) { for my $s (1,-1) { for my $up (0,1) {
my $v=($b+0.0)*$s; $v=unpack"d",pack"d",$v; print "$v ",$up?"++":"--"," "; $up?$v++:$v--; print "$v ", $v==9007199254740991, "\n"; 
$v="$b.0"; $v="-$v" if $s<0; print "$v ",$up?"++":"--"," "; $up?$v++:$v--; print "$v ", "\n"; 
$v=$b*$s; print "$v ",$up?"++":"--"," "; $up?$v++:$v--; print "$v ", "\n"; 
}}} last}
my $inf=9**9**9; $inf++; print "$inf\n"; $inf--; print "$inf\n"; $inf=-$inf;$inf++;$inf--; $inf-=1; 
$x=1e300; $x+=1; $x-=1; print "$x\n"; 
