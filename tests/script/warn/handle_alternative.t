# FILEHANDLE || something, with and without parentheses: the word decides, and perl says so.
use strict;
use warnings;
local $SIG{__WARN__} = sub { print "W: $_[0]" };
for my $code ('close(STDIN || 1); 1', 'fileno(STDOUT || 5)', 'eof(STDIN || 3)', 'open(F1 || die)',
    'open F2 || die', 'open(F3 || 2, "<", $0) && <F3> =~ /^# FILE/', 'binmode STDOUT || die', 'opendir D || die; 1') {
    my $r = eval $code;
    print "$code: ", defined $r ? "'$r'" : 'undef', " $@\n";
}
