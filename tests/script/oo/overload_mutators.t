# Mutators by nomethod and by other methods: arguments, copies and error texts.
my $n;
package NM; use overload nomethod=>sub{ $n++; print "nm(@{[map{defined $_?ref$_||$_:'undef'}@_]}) "; bless {n=>$n}, 'NM' };
package main; my $p=bless{n=>0},'NM'; my $q=$p; $q++; print $q->{n},"\n"; $q=bless{n=>'z'},'NM'; $q++; print $q->{n},"\n";
$q=bless{n=>'z'},'NM'; my $z=$q++; print $q->{n},$z->{n},"\n";
$q=bless{n=>'z'},'NM'; my $z=++$q; print $q->{n},$z->{n},"\n";
package O; use overload '+='=>sub{print "+=(@{[map{defined $_?ref$_||$_:'undef'}@_]}) ";$_[0]}, '=' => sub {print "copy ";$_[0]}; 
package main; my $p=bless{n=>0},'O'; my $q=$p; $q++; $q=bless{},'O'; $q++; print "\n"; $q--  if 0; my $w=$q++; print "\n"; eval {$q--;1} or print $@; eval {$q-=1;1} or print $@;
eval {$q.=1;1} or print $@; eval {$q x=1;1} or print $@; eval {my $z=$q+1;1} or print $@; eval {my $z=$q x 1;1} or print $@;
eval {$q|=1;1} or print $@;eval {$q<<=1;1} or print $@;
{ use integer; eval {$q+=1;1} or print $@; eval {$q-=1;1} or print $@; print "\n"; }
package P; use overload 'x='=>sub{print "x= ";$_[0]},'.='=>sub{print ".= ";$_[0]},'|='=>sub{print "|= ";$_[0]},'<<='=>sub{print "<<= ";$_[0]},'**='=>sub{print "**= ";$_[0]},'|.='=>sub{print "|.= ";$_[0]},'&.'=>sub{print "&. (@{[map{defined $_?ref$_||$_:'undef'}@_]})";$_[0]};
package main; use feature 'bitwise'; $q=bless{},'P'; $q x=2; $q.=2;$q|=3; $q<<=2; $q**=2; $q|.="x"; $q&.="x"; print "\n"; 
print "end\n";
