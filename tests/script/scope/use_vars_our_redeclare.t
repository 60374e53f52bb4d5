# our redeclared in inner scopes, with the same and other packages; use vars; string eval sees them.
use strict; use warnings; BEGIN { $SIG{__WARN__} = sub { print "W: $_[0]" } }
our $x = 1;
{ our $x = 2; print "$x\n" }
print "$x\n";
{ package P; our $x = 'p'; print "$x $main::x\n"; { package main; print "$x\n" } }
print "$x\n";
our $x;
print eval '$x', "\n";
{ my $x = 'lexical'; print "$x $main::x\n"; our $y = 5; { our $x; print "$x\n" } }
print eval('$y') // "no y: $@";
our ($p, @q, %r) = (1, 2, 3);
print "$p @q ", scalar(%r), "\n";
sub f { our $once //= 10; $once++ } f();
print f(), our $once, "\n";
