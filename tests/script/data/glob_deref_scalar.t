# ${\*FOO} is the glob itself.
use strict; use warnings;
our $FOO = 1;
my $g = \*FOO;
print $$g, " ", ${\*FOO}, " ", "$$g", "\n";
sub kind { my ($x) = @_; print "$x ", ref(\$x), "\n" }
kind($$g); kind(*$g);
my @l = ($$g, 1);
print "@l\n";
for my $z ($$g) { print "$z\n" }
$$g = \5;
print "$FOO\n";
my $out = \*STDOUT;
print {$$out} "to a glob\n";
sub named { print "named(@_)\n" }
eval { require No::Such::Module; named No::Such::Module; };
print $@ =~ /^Can't locate No/ ? "ok\n" : "no\n";
