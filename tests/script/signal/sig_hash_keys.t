# %SIG as a hash: keys, unknown signals warn, aliases, KILL and STOP, defaults at start.
use strict;
use warnings;
local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at \S+ line.*//sr, "\n" };
my @k = grep { !/^(NUM|RT|__)/ } sort keys %SIG;
print scalar(grep { $_ eq 'INT' || $_ eq 'KILL' || $_ eq 'CHLD' } @k), " known\n";
print "defined at start: ", join(' ', grep { defined $SIG{$_} } @k), "\n";
$SIG{NOSUCH} = sub { };
print "exists ", exists $SIG{NOSUCH} ? 1 : 0, "\n";
$SIG{INT} = 'nothere';
kill INT => $$;
print "still alive\n";
$SIG{INT} = 'DEFAULT';
$SIG{CLD} = sub { print "CLD handler got $_[0]\n" };
kill CHLD => $$;
print "alias CHLD ", defined $SIG{CHLD} ? 1 : 0, "\n";
$SIG{CLD}  = 'DEFAULT';
$SIG{CHLD} = 'DEFAULT';
$SIG{KILL} = sub { };
print "KILL accepted ", ref $SIG{KILL}, "\n";
delete $SIG{KILL};
my %copy = %SIG;
print "copy ", ref \%copy, "\n";
{
    local $SIG{ALRM} = sub { print "alrm\n" };
    kill ALRM => $$;
}
for my $s (qw(USR1 USR2)) {
    $SIG{$s} = sub { print "loop $s $_[0]\n" }
}
kill USR1 => $$;
kill USR2 => $$;
my ($a, $b) = @SIG{qw(USR1 USR2)};
print ref $a,                   ref $b,                        "\n";
print exists $SIG{INT} ? 1 : 0, exists $SIG{nonsense} ? 1 : 0, "\n";
$SIG{USR1} = sub { print "replaced\n" };
kill USR1 => $$;
my $w = 'USR1';
$SIG{$w} = 'IGNORE';
kill $w => $$;
print "done\n";
$SIG{PIPE} = 'lowercase_undefined';
print "assigned\n";
