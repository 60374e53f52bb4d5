# __END__ in the main script opens DATA too; code after it is not compiled.
use strict; use warnings;
while (my $l = <DATA>) { chomp $l; print "$.: $l\n" }
print "at $.\n";
printf "%s\n", defined fileno(DATA) ? "open" : "closed";
BEGIN { print "begin\n" }
print "last\n";
__END__
this is (not perl {
=pod

not pod either

=cut
BEGIN { print "never\n" }
