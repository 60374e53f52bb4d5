# *name{THING} is a value: references to it, arguments and loops leave %name alone.
sub f { 1 }
sub kind { ref $_[0] }
print join(' ', ref \*STDOUT{IO}, ref *STDOUT{IO}, ref \*f{CODE}, ref \*f{SCALAR}, ref \*f{PACKAGE}), "\n";
print kind(*f{CODE}), kind(*STDOUT{IO}), kind(\*f{CODE}), "\n";
print ref, ' ' for *f{CODE}, *STDOUT{IO};
print map({ ref } *f{CODE}), " ${\*f{PACKAGE}} ${\*f{NAME}}\n";
my $code = \*f{CODE};
print $$code->(), join('|', %f), "\n";
# local of a variable that is an alias of a literal: a new scalar, which may be changed
our ($lq, $lx) = ("qq"); sub lf { local $lq = "f"; print "L: $lq\n" } for $lq (1, 2) { lf() } print "L: $lq\n";
*lx = \5; { local $lx = 6; print "L: $lx\n" } print "L: $lx\n"; print eval { $lx = 7; 1 } ? "changed\n" : $@;
