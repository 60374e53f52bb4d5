# next/last inside do, eval, sub, grep and conditions, with the Exiting warnings.
use strict; use warnings; $SIG{__WARN__} = sub { print "W: $_[0]" };
for my $i (1 .. 3) { eval { next if $i == 2; 1 }; print "e$i " }
print "\n";
sub nxt { next }
for my $i (1 .. 2) { nxt() if $i == 1; print "s$i " }
print "\n";
for my $i (1 .. 3) { my @x = grep { last if $_ == 2; 1 } 1 .. 3; print "g$i " }
print "\n";
for my $i (1 .. 3) { my $v = do { next if $i == 1; $i }; print "d$v " }
print "\n";
for my $i (1 .. 3) { $i == 2 && next; print "a$i " }
print "\n";
for my $i (1 .. 2) { my @l = map { next } 1; print "never" }
print "m\n";
my $cb = sub { last };
for (1 .. 3) { $cb->(); print "never" }
print "cb\n";
for (1 .. 2) { eval 'next'; print "never" }
print "str\n";
my @s = sub { for (1 .. 5) { return $_ if $_ == 3 } }->();
print "@s\n";
my $n = 0;
while ($n++ < 3) { if ($n == 2) { next } else { unless (0) { print "w$n " } } }
print "\n";
X: for (1 .. 2) { my $c = sub { for (1) { next X } }; $c->(); print "never" }
print "label sub\n";
for my $i (1 .. 2) { last if do { $i == 2 }; print "i$i\n" } { no warnings 'exiting'; for (1 .. 2) { nxt() } }
print "quiet\n";
eval { sub { last }->(); 1 } or print $@;
