# Handle operands that are undefined or names, under strict refs; handles left by failing calls.
use strict;
use warnings;
use Socket;
my $n = 'STDOUT';
my @undefined = (
    'close $c',        'binmode $c',      'seek $c, 0, 0', 'flock $c, 1',
    'sysread $c, $r, 1', 'syswrite $c, "x"', 'getc $c',     'listen $c, 1',
    'shutdown $c, 1',  'closedir $c',     'readdir $c',    'recv $c, $r, 1, 0',
    'accept $d, $c');
for my $code (@undefined) {
    eval "my (\$c, \$d, \$r); $code; 1" and next;
    print "$code: ", $@ =~ s/ at \(eval.*//sr, "\n";
}
my @named = (
    'print $n 1', 'print {$n} 1', 'printf {$n} 1', 'open $n, "<", "/dev/null"',
    'opendir $n, "."', 'socket $n, 1, 1, 1', 'accept $n, $n', 'pipe $n, $n');
for my $code (@named) {
    eval "$code; 1" and next;
    print "$code: ", $@ =~ s/ at \(eval.*//sr, "\n";
}
{
    my $r = accept(my $c, STDIN);
    print defined $r ? 1 : 'undef', ' ', ref $c, ' ', close($c) ? 1 : 0, "\n";
}
{
    # A failing accept does not close the handle there is.
    open my $c, '<', '/dev/null';
    print defined accept($c, STDIN) ? 1 : 'undef', ' ', close($c) ? 1 : 0, "\n";
}
