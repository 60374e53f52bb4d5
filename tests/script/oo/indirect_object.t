our $x = bless [1,2,3], 'O';
sub O::foo { shift; print "foo(@_)\n"; 10 } 
sub O::aref { $_[0] }
print foo $x, 3; print "\n";
print +(aref $x->[1]), "\n"; foo $x (3), 4; foo $x 'a', "b"; foo $x if 1; print "t\n" if foo $x; foo {$x}, 3; foo $x (1..3); foo O 1; print ref(aref $x), "\n"; my $r = foo $x =~ /0/;
print "$r\n"; 
