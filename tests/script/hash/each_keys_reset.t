# The iterator: keys and values reset it, delete of the current key is safe.
use strict; use warnings;
my %h = map { $_ => ord } 'a' .. 'e';
my $first = each %h;
my $again = (keys %h, scalar each %h)[-1];
print $first eq $again ? "reset\n" : "not reset\n";
keys %h;
my ($k1) = each %h;
each %h;
values %h;
my ($k2) = each %h;
print $k1 eq $k2 ? "same\n" : "differ\n";
keys %h;
my %seen;
while (my ($k, $v) = each %h) { $seen{$k} = $v }
print join(",", map "$_$seen{$_}", sort keys %seen), "\n";
print defined each %h ? "restarts\n" : "ended\n";
keys %h;
my $n = 0;
while (my $k = each %h) { $n++; last if $n == 2 }
my %rest;
while (my $k = each %h) { $rest{$k}++ }
print scalar(keys %rest), "\n";
$_++ for values %h;
print join(",", map $h{$_}, sort keys %h), "\n";
for my $v (values %h) { $v = 0 }
print join(",", values %h), "\n";
my @k = keys %h;
my @v = @h{@k};
my @v2 = values %h;
print "@v" eq "@v2" ? "order agrees\n" : "order differs\n";
my $r = \%h;
print scalar(keys %$r), scalar(keys $r->%*), scalar(values %$r), "\n";
while (my ($k) = each %$r) { delete $r->{$k} }
print scalar(keys %h), "\n";
print eval 'keys $r; 1' ? "ok" : $@;
print eval 'each 5; 1' ? "ok" : $@;
print eval 'my $s = values "x"; 1' ? "ok" : $@;
