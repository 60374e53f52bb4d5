# Numbers beyond what characters, int, ranges, subscripts and repetition counts take.
use warnings; $SIG{__WARN__}=sub{print "W:$_[0]"}; $|=1;
for my $n (2**63,1e30,-1,2**64,9.3e18,-2**63,"inf"+0,"nan"+0,-1.5,0x110000,1e19) {
 my $c=eval{chr $n}; print "chr($n): ", defined $c ? join(".",map sprintf("%x",ord),split //,$c) : $@, "\n";
 $c=eval{sprintf "%c", $n}; print "sprintf: ", defined $c ? join(".",map sprintf("%x",ord),split //,$c) : $@, "\n";
 $c=eval{pack "U", $n}; print "packU: ", defined $c ? sprintf("%vx",$c) : $@, "\n";
 $c=eval{pack "W", $n}; print "packW: ", defined $c ? sprintf("%vx",$c) : $@, "\n";
 { use bytes; $c=eval{chr $n}; print "bytes: ", defined $c ? sprintf("%vx",$c) : $@, "\n"; }
}
print int(-2**63), " ", int(2**63), " ", int(2**64), " ", int(-2**64), " ", int(9223372036854775807), " ", int(-9223372036854775808)," ", int(1e20), " ", int(-0.5), " ", int("inf")," ", int("-9223372036854775808"), " ", int("9223372036854775808"),"\n";
print -"nan", " ", -"inf", " ", -"-inf"," ", -"infinity", " ", -"nanx"," ", -"foo", " ", - -"foo", " ", -"-foo"," ", -"10foo", "\n";
for my $e ('1..9.3e18','9.3e18..9.4e18','"nan"+0..5','1.."nan"+0','"inf"+0.."inf"+0','1.."inf"+0','"inf"..1','-9.3e18..1','9223372036854775806..9223372036854775807','9223372036854775807..9223372036854775807','"nan".."nao"','"inf".."inh"', '2**63..2**63','-2**63..-2**63+1','"-inf"+0..1') {
 my @r=eval "no warnings 'void'; my \@x; for ($e) { push \@x,\$_; last if \@x>3 } \@x"; print "$e for: @r $@\n"; 
}
for my $e ('9.3e18..9.4e18','"nan"+0..5','1.."nan"+0','"inf"+0.."inf"+0','-9.3e18..1','9223372036854775806..9223372036854775807','"nan".."nao"','"inf".."inh"','"inf"..1','2**63..2**63','-2**63..-2**63+1') {
 my @r=eval "($e)"; print "$e: @r $@\n"; 
}
for my $i (-1e30,1e30,"inf"+0,"nan"+0,-6,5,4.9,-5.9,2**63,2**64) { my $v=eval{(1..5)[$i]}; print "slice $i: ", $v//'u', " $@\n"; my @a=(1..5); $v=eval{$a[$i]}; print "elem: ", $v//'u', " $@\n"; }
for my $i (1e30,"inf"+0,"nan"+0,"-inf"+0,-1,2.9,-0.5) { my $v=eval{"ab" x $i} if $i ne 1e30; print "x $i: ", $v//'u', " $@\n"; my @v=eval{(1,2) x $i} if $i ne 1e30; print "@v $@\n" }
