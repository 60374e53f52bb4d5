use warnings; $SIG{__WARN__}=sub{print "W:$_[0]"}; my $u;
for my $i (1..3) { my $s = ("a".."b"); print "[$s]"; } 
for my $i (1..3) { my $s = (1..2); print "[$s]"; } 
for my $i (1..3) { my $s = ($u..2); print "[$s]"; } for my $i (1..3) { my $s = ($i..2); print "[$s]"; } 
for my $i (1..3) { my $s = (1..$i==2); print "[$s]"; } for my $i (1..2) { my $s = ("1"..2.5); print "[$s]"; }  for my $i (1..2) { my $s = (undef..2.5); print "[$s]"; } for my $i (1..2) { my $s = (1...2); print "[$s]"; } for my $i (1..2) { my $s = ($i==1..2); print "[$s]"; } for my $i (1..2) { my $s = ($i==1..."d"); print "[$s]"; } use constant K=>3; for my $i (1..2) { my $s = (K..2); print "[$s]"; } for (-1..-1) { my $s=(-1..1); print "[$s]"; }
open F,"<",$0; while(<F>){ print "<$.>" if 2..3; print "{$.}" if 2...2; print "($.)" if "2".."3x"; }
