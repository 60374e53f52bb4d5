# __DIE__ and __WARN__ handlers: arguments, nesting, modification, disabling.
use strict; use warnings;
{ local $SIG{__WARN__} = sub { print "W[", $_[0], "]\n" }; warn "one\n"; warn "two"; my $u; my $x = "a" . $u; warn "list", " of", " things\n" } { local $SIG{__DIE__} = sub { print "D[$_[0]]" }; eval { die "dying\n" }; print "after $@"; eval "1 +"; print "syntax: ", $@ ? "yes" : "no", "\n"; eval { undef_fn() }; print "E $@" } { local $SIG{__DIE__} = sub { die "changed: $_[0]" }; eval { die "orig\n" }; print $@ } { local $SIG{__DIE__} = sub { die { wrapped => $_[0] } }; eval { die "obj\n" }; print $@->{wrapped} } { local $SIG{__WARN__} = sub { die "fatal warning: $_[0]" }; eval { warn "w\n"; print "never" }; print $@ } { local $SIG{__WARN__} = sub { warn "inner $_[0]" }; local *STDERR; open STDERR, '>', \my $buf; warn "nested\n"; close STDERR; our $cap = $buf }
print "captured: ", our $cap;
sub handler { print "named handler: $_[0]" } { local $SIG{__WARN__} = \&handler; warn "x\n" } { local $SIG{__WARN__} = 'handler'; warn "by name\n"; local $SIG{__WARN__} = 'main::handler'; warn "qualified\n" } { local $SIG{__WARN__} = sub { print "outer\n" }; { local $SIG{__WARN__}; open my $old, '>&', \*STDERR; close STDERR; open STDERR, '>', '/dev/null'; warn "lost\n"; close STDERR; open STDERR, '>&', $old } warn "x\n" }
my $n = 0;
{ local $SIG{__DIE__} = sub { $n++ }; eval { eval { die "in\n" }; die "out\n" } }
print "$n\n";
{ local $SIG{__DIE__} = sub { print "in_eval: ", defined $^S ? $^S : 'undef', "\n" }; eval { die "s\n" }; eval "die 's'"; eval "sub {" } { no warnings; local $SIG{__WARN__} = sub { print "never\n" }; my $u; my $x = "a$u" }
print defined $SIG{__WARN__} ? "d" : "u", "\n";
{ my @w; local $SIG{__WARN__} = sub { push @w, @_ }; eval 'my $x; my $x; 1'; print scalar(@w), " $w[0]" } 
