# Objects that an expression only looked at go when their last holder does, not later.
package D { sub new { bless { n => $_[1] }, $_[0] } sub DESTROY { print "D$_[0]{n} " } }
eval { die D->new(1) }; print "c "; $@ = ""; print "\n";
sub t { my $d = D->new(2); die $d } eval { t() }; print "c "; $@ = ""; print "\n";
sub u { my $d = D->new(3); local $x = 1; die $d } eval { u() }; print "c "; $@ = ""; print "\n";
eval { die D->new(4) }; print "c ", ref $@, " "; $@ = ""; print "\n";
eval { die D->new(5) }; my $r = ref $@; $@ = ""; print "\n";
