# An arrow behind an array or a hash: neither is a reference to one.
my ($i, $x, $h) = (0);
for my $c ('@x->[0]','%h->{a}','@x->@*','@x->()','(@x)->[0]','@x[0]->[1]','@x->$#*','%h->%*','my @y; @y->[0]','@{$x}->[1]', '%{$h}->{q}', '$#x->[0]', 'my @y->[0]', '@x->[0] = 1', 'push @x->[0], 1','@x->@[0,1]', '%h->{a}{b}', '@x -> [0]', 'f(@x)->[0]', '&f->[0]','@x->$*') { eval "no warnings; $c; 1"; print "$c: ", $@ || "ok\n"; }
