# What stands in the braces of @{...} and %{...} is a block whose last variable is made a reference.
our ($y, %h, $k);
sub kind { print "$_[0]: ", ref $k, "\n"; undef $k }
push @{our $r}, 1, 2; print "@$r\n";
push @{my $q}, 3; unshift @{my $u}, 4; splice @{my $sp}, 0, 0, 7, 8;
for (@{my $ff}) { print "never\n" }
$#{my $l} = 2; @{my $t} = (1, 2); ${my $s} = 5;
%{our $hh} = (a => 1); print %$hh, "\n";
${our $e}{a} = 1; print %$e, "\n";
push @{1; $y}, 4; print "@$y\n";
keys %{our $k}; kind("keys"); for (@{our $k}) {} kind("for"); map { 1 } @{our $k}; kind("map");
sub g {} g(@{our $k}); kind("call"); \@{our $k}; kind("ref"); delete ${our $k}{a}; kind("delete");
exists ${our $k}{a}; kind("exists"); each %{our $k}; kind("each"); pop @{our $k}; kind("pop");

sub f { my $x = shift; push @{my $z = $x; $z->{l}}, 1, 2; print "@{$x->{l}}\n" } f({}); f({l => [3]});
for my $i (1 .. 3) { push @{my $q; $h{$i}}, $i * 2 } print map("@$_,", @h{1 .. 3}), "\n";
sub i { for (@{my $ff = [1, 2]}) { print } print "\n" } i; i;
{ use strict; my @a = eval { @{my $zz} }; print $@; }
print join(",", map { push @{my $q}, $_; $_ } 1 .. 3), "\n";
