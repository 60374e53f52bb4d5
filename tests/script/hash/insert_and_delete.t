# Keys that come and go in a large hash.
use strict;
use warnings;

my %h = map { $_ => 1 } 1 .. 70_000;
for (1 .. 60_000) {
  $h{x} = 1;
  delete $h{x};
}
print scalar(keys %h), " ", exists $h{x} ? 1 : 0, " ", exists $h{70_000} ? 1 : 0, "\n";

# The same against a plain list, in an order that mixes all that can happen.
my (%m, @model);
my $seed = 7;
sub number { $seed = ($seed * 1103515245 + 12345) % 2147483648; return int($seed / 65536) % $_[0] }
my $wrong = 0;
for my $step (1 .. 30_000) {
  my $n = number($step % 5_000 < 2_500 ? 400 : 40);
  if (number(3)) {
    $m{"k$n"} = $step;
    $model[$n] = $step;
  } else {
    my $was = delete $m{"k$n"};
    ++$wrong if ($was // 0) != ($model[$n] // 0);
    $model[$n] = undef;
  }
  my $other = number(400);
  ++$wrong if ($m{"k$other"} // 0) != ($model[$other] // 0);
}
print "wrong: $wrong, left: ", scalar(keys %m) == grep({ defined } @model) ? "same" : "other", "\n";
my $sum = 0;
$sum += $_ for values %m;
$sum -= $_ // 0 for @model;
print "sum: $sum\n";

# delete of what each has returned, and all at last
my $seen = 0;
while (my ($key) = each %m) {
  ++$seen;
  delete $m{$key};
}
print "seen: ", $seen == grep({ defined } @model) ? "all" : $seen, ", left: ", scalar(keys %m), "\n";
$m{$_} = 1 for 1 .. 100;
delete @m{1 .. 99};
print join(",", keys %m), "\n";

our %local = map { $_ => 1 } 1 .. 1000;
for (1 .. 20_000) { local $local{new} = $_ }
print scalar(keys %local), "\n";
for (1 .. 20_000) { local $SIG{__DIE__}; local $SIG{ALRM} = 'IGNORE' }
print exists $SIG{__DIE__} ? 1 : 0, "\n";
