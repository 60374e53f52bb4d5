# The place of a tied element (foreach, map, arguments, references) is fetched once until it is stored to.
package A;
sub TIEARRAY { my $c = shift; bless [@_], $c }
sub FETCH { print "F($_[1]) "; $_[0][$_[1]] }
sub STORE { print "S($_[1],$_[2]) "; $_[0][$_[1]]=$_[2] }
sub FETCHSIZE { scalar @{ $_[0] } }
sub EXISTS { print "E($_[1]) "; 1 } sub DELETE { print "D($_[1]) "; 1 }
package H; sub TIEHASH { my $c = shift; bless {@_}, $c }
sub FETCH { print "F($_[1]) "; $_[0]{ $_[1] } }
sub STORE { print "S($_[1],$_[2]) "; $_[0]{$_[1]}=$_[2] }
sub EXISTS { print "E($_[1]) "; 1 } sub DELETE { print "D($_[1]) "; 1 }
sub FIRSTKEY { 'a' } sub NEXTKEY { $_[1] eq 'a' ? 'b' : undef }
package main;
my $t = tie my @a, 'A', 5, 6;
my $h = tie my %h, 'H', a=>5, b=>6;
my ($x,$y);
print "1: "; for (@a) { print "[$_]"; $t->[0] = 50; print "[$_]"; $a[0] = 51; print "[$_]"; } print "\n";
print "2: "; my $r = \$a[1]; print "[$$r]"; $t->[1]=99; print "[$$r]"; $$r = 4; print "[$$r][$$r]"; $t->[1]=7; print "[$$r]\n";
print "3: "; sub f { $x=$_[0]; $t->[0]=3; print "[$_[0]]"; $_[0]=8; print "[$_[0]]" } f($a[0]); print "\n";
print "4: "; for ($h{a}) { $x=$_; $h->{a}=9; print "[$_]"; $_++; print "[$_]"; } print "\n";
print "5: "; for (values %h) { $x=$_; $y=$_; } print "\n";
print "6: "; $r=\$h{b}; $x=$$r; $x=$$r; print "\n"; $r=\$h{b}; $x=$$r; print "\n";
print "7: "; sub g { my ($p,$q)=@_; $p+$q } g($h{a},$h{a}); print "\n";
print "8: "; $x = \@h{"a","b"}; $x=$$x; $x=1; print "\n";
print "9: "; for (@h{"a","b"}) { $x = "$_$_"; $_ = 1; $x="$_" } print "\n";
print "10: "; for (1..2) { for ($a[0]) { $x=$_; $x=$_ } } print "\n";
print "11: "; sub k { for (@_) { $x=$_; $x=$_ } for (@_) { $x=$_ } } k(@a); print "\n";
print "12: "; my @m = map { $x=$_; $_ } $h{a}, $h{b}; print "\n";
print "13: "; for ($a[0]) { if ($_ > 1 and $_ < 100) { $x = $_ . $_ } } print "\n";
print "14: "; for ($a[0]) { $_ .= "x"; $_ .= "y"; } print "\n";
print "15: "; for ($a[0]) { $x = \$_; $x = $$x; $x = $_ } print "\n";
print "16: "; { local $_ = $a[0]; $x=$_; $x=$_ } print "\n";
print "17: "; for ($a[0]) { for ($_) { $x=$_; $x=$_ } $x=$_ } print "\n";
print "18: "; for ($a[0]) { $x = defined $_; $x=$_; chop; $x=$_; $x = defined $_ } print "\n";

package main; untie @a;
package B;
sub TIEARRAY { my $c = shift; bless [@_], $c }
sub FETCH { print "F($_[1]) "; $_[0][$_[1]] }
sub STORE { print "S($_[1],$_[2]) "; $_[0][$_[1]]=$_[2] }
sub FETCHSIZE { print 'FS '; scalar @{ $_[0] } }
package main;
tie @a, 'B', 5, 6;
print "1: "; for (@a) { print "[$_ $_]" } print "\n";
print "2: "; for (@a) { $x = $_; my $y = $_ + 1; } print "\n";
print "3: "; for my $e (@a) { $x = $e; my $y = $e + 1; $e = 7; $x = $e } print "\n";
print "4: "; @m = map { $_ + $_ } @a; print "@m\n";
print "5: "; @m = grep { $_ && $_ } @a; print "@m\n";
print "6: "; sub f2 { $x = $_[0]; my $y = $_[0]; } f2($a[0]); f2(@a); print "\n";
print "7: "; $r = \$a[1]; $x = $$r; $x = $$r; print "\n";
print "8: "; for ($a[0], $a[1]) { $x = $_; $x = $_ } print "\n";
print "9: "; @m = map { $_ } @a; print "@m\n";
print "10: "; @m = @a; print "@m\n"; 
print "11: "; for (@a) { s/7/8/; $_ .= 1 } print "\n";
print "12: "; print "@a[0,1]\n"; 
print "14: "; print join(",", @a), "\n"; print "15: "; print @a, "\n"; print "16: "; print sort(@a), "\n"; print "17: "; print reverse(@a), "\n";
print "18: "; f2($a[5]); print "\n"; print "19: "; if ($a[0] == $a[1]) {} print "\n"; print "20: "; my ($p, $q) = @a; print "\n"; 
print "22: "; foreach (reverse @a) { $x = $_ } print "\n"; print "23: "; $a[0]++; print "\n"; print "24: "; $a[0] .= $a[1]; print "\n"; print "25: "; vec($a[1],0,8)=65; print "\n";
 print "27: "; { local $a[0] = 4; } print "\n"; print "28: "; $x = $a[0] || $a[1]; print "\n"; print "29: "; chop $a[0]; print "\n"; print "30: "; push @m, @a; print "\n"; print "31: "; $x = [@a]; print "\n"; print "32: "; $x="$a[0]$a[0]"; print "\n"; 33; print "34: "; lc $a[0]; $x = lc $a[0]; print "\n"; print "35: "; $x = $a[0] ? 1 : 2; print "\n"; print "36: "; $x = () = @a; print "\n"; print "37: "; $x = exists $h{$a[0]}; print "\n"; print "38: "; printf "%s %s", @a; print "\n"; 
