# finally blocks: every way out of try and catch, what may not leave them.
use feature qw(defer try);
sub t {
  my ($code) = @_;
  my @warned;
  local $SIG{__WARN__} = sub { push @warned, @_ };
  print "--- $code\n";
  my $lived = eval "$code; 1";
  print "\n";
  print "  W: $_" for @warned;
  print "  E: $@" unless $lived;
}
t 'no warnings; try { die "x\n" } catch ($e) { print "c$e" } finally { print "f" }';
t 'use warnings; try { print 1 } catch ($e) { print "c$e" } finally { print "f" }';
t 'no warnings; sub f7 { try { return "a" } catch ($e) { } finally { print "f" } } print f7';
t 'no warnings; sub f8 { try { die 1 } catch ($e) { return "c" } finally { print "f" } } print f8';
t 'no warnings; sub f9 { try { die 1 } catch ($e) { return "c" } finally { return 1 } } print f9';
t 'no warnings; for (1..2) { try { next } catch ($e) {} finally { print "f$_" } }';
t 'no warnings; for (1..2) { try { 1 } catch ($e) {} finally { last } }';
t 'no warnings; for (1..2) { try { 1 } catch ($e) {} finally { die "q\n" } }';
t 'no warnings; try { die "q\n" } catch ($e) {die "z$e"} finally { print "E=[$@]" }';
t 'no warnings; my $x = do { try { 5 } catch ($e) { 6 } finally { 7 } }; print $x';
t 'no warnings; my $x = do { try { die } catch ($e) { 6 } finally { 7 } }; print $x';
t 'no warnings; sub tt { try { 5 } catch ($e) { 6 } finally { 7 } } print tt()';
