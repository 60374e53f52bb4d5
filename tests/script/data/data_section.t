# __DATA__: reading, seek/tell position, line numbers and paragraph mode.
use strict; use warnings;
my $first = <DATA>;
print "1: $first";
print "$.\n";
my @two = map { scalar <DATA> } 1 .. 2;
chomp @two;
print join("|", @two), "\n";
{ local $/ = ""; my $para = <DATA>; print "para[", $para =~ s/\n/\\n/gr, "]\n"; } { local $/ = \4; print "fixed[", scalar <DATA>, "]\n"; } warn "with handle";
local $/;
my $rest = <DATA>;
print "rest[", $rest =~ s/\n/\\n/gr, "]\n";
print eof(DATA) ? "eof\n" : "more\n";
print defined(scalar <DATA>) ? "def" : "undef", "\n";
close DATA;
print __PACKAGE__, "\n";
__DATA__
first line
second
third
para one
para one b


fixed block
__END__ is just text here
last without end
