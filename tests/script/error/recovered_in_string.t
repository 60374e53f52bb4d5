# exit: 255
# A brace missing inside a string, after an error that the parser has recovered from in the text around it.
use strict;
my %h = (a => 1);
print join(",", keys %h) ($c) = scalar %h;
print "$c\n";
print "str: ${\ scalar, "\n";
my $cnt = keys %{{ map { $_ => 1 } qw(a b a) }};
