# system ignores INT and QUIT in the parent while it waits; the child gets the defaults.
use strict;
use warnings;
alarm 20;
$| = 1;
my $n = 0;
$SIG{INT} = sub { $n++ };
my $r = system $^X, '-e', 'kill INT => getppid; exit 3';
print "exit ", $r >> 8, " handler calls $n\n";
kill INT => $$;
print "afterwards calls $n\n";
$r = system $^X, '-e', 'kill INT => $$; sleep 5';
print "child died of ", $r & 127, "\n";
{
    local $SIG{INT} = 'IGNORE';
    $r = system $^X, '-e', 'kill INT => $$; exit 4';
    print "ignored is inherited: ", $r & 127, " ", $r >> 8, "\n"
}
$SIG{INT} = 'DEFAULT';
$r = system $^X, '-e', 'kill INT => getppid; exit 0';
print "default parent survives $r\n";
$SIG{QUIT} = sub { print "quit\n" };
$r = system $^X, '-e', 'kill QUIT => getppid; exit 0';
print "quit ignored too\n";
my $t = 0;
$SIG{TERM} = sub { $t++ };
$r = system $^X, '-e', 'kill TERM => getppid; exit 0';
print "TERM is not blocked: $t\n";
