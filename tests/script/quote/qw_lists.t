# qw in for, slices, use, nested; comments warnings; whitespace kinds.
use strict; use warnings; $SIG{__WARN__} = sub { print "W: $_[0]" };
for (qw(a b c)) { print }
print "\n";
for my $x (qw/x y/) { print $x }
print "\n";
my %h;
@h{qw(a b)} = (1, 2);
print join(",", map "$_$h{$_}", sort keys %h), "\n";
my ($p, $q) = qw(1 2);
print $p + $q, "\n";
print((qw(a b c))[1], "\n");
print +(qw(x y z))[-1], "\n";
my @l = (qw(a b), 'c', qw(d));
print scalar(@l), "\n";
my @e = qw();
print scalar(@e), "\n";
print join("|", qw(
  multi line
    words	tab
)), "\n"; my $last = qw(a b c); print "$last\n"; eval q{my @x = qw(a,b c); 1} or print $@; eval q{my @x = qw(#a b); 1} or print $@; print join("|", qw($x @y %z \n \\ a\)b)), "\n"; print "in: @{[qw(i j)]}\n"; my %o = map { $_ => 1 } qw(k1 k2); print join(",", sort keys %o), "\n"; print "yes\n" if grep { $_ eq 'b' } qw(a b); sub f { scalar @_ } print f(qw(a b c)), f qw(d e); print "\n"; push @e, qw(p q); print "@e\n"; print join(",", map { ucfirst } qw/foo bar/), "\n"; eval 'for my $x qw(a b) { } 1' or print $@; eval 'use constant qw(Q 5); print Q, "\n"; 1' or print $@; my ($f) = (qw(first second))[1] =~ /(s)/; print "$f\n"; print exists $h{(qw(a))[0]} ? 1 : 0, "\n";
