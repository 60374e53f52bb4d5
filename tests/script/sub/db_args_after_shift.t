# caller() in package DB shows the arguments a sub was called with, also those shifted off.
use strict; use warnings;
sub show { package DB; my @c = caller(1); print "$c[3](", join(",", @DB::args), ")\n" }
sub f { my $x = shift; my ($y) = @_; show(); shift; show() }
f(1, 2, 3);
f("a", "b" . "c");
my $v = 7;
f($v, "z$v");
sub at { my $self = shift; show() }
main->at("k");
sub popped { pop; show() }
popped(1, 2);
sub assigned { @_ = (5, 6); show() }
assigned(1);
sub passed { &again }
sub again { package DB; for my $n (1, 0) { my @c = caller($n); print "$c[3](@DB::args)\n" } }
passed(4, 5);
use Carp;
sub outer { my $self = shift; my ($n) = @_; inner($n, "x") }
sub inner { my $n = shift; local $@; eval { Carp::confess("here") }; print $@ =~ s/ at \S+ line \d+\.?//gr }
outer("me", 1);
