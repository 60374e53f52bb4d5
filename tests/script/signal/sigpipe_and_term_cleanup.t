# Handlers that exit: END blocks run, exit code given, temp files removed; die outside eval in a handler.
use strict;
use warnings;
sub st {
    my ($l, $code, $sig) = @_;
    pipe my $r, my $w;
    my $pid = fork // die;
    if (!$pid) {
        close $r;
        open STDERR, '>&', \*STDOUT;
        $| = 1;
        exec $^X, '-e', "\$| = 1; $code; print qq{ready\\n}; sleep 20; print qq{not reached\\n}"
            if 0;
        $code->($w);
        sleep 20;
        exit 99;
    }
    close $w;
    sysread $r, my $b, 1;
    kill $sig => $pid;
    waitpid $pid, 0;
    print "$l: exit ", $? >> 8, " signal ", $? & 127, "\n";
}
$| = 1;
our $who = 'parent';
END {
    if ($who eq 'child') { print "  END in child \$? $?\n" }
}
st(
    'exit in handler',
    sub {
        $who = 'child';
        $SIG{TERM} = sub { exit 3 };
        syswrite $_[0], '.';
    },
    'TERM'
);
st(
    'die in handler',
    sub {
        $who = 'child';
        $SIG{TERM} = sub { $! = 0; $? = 0; die "terminated\n" };
        syswrite $_[0], '.';
    },
    'TERM'
);
st('default', sub { $who = 'child'; syswrite $_[0], '.' }, 'TERM');
st(
    'reraise',
    sub {
        $who = 'child';
        $SIG{INT} = sub { $SIG{INT} = 'DEFAULT'; kill INT => $$ };
        syswrite $_[0], '.';
    },
    'INT'
);
st('name', sub { $who = 'child'; $SIG{HUP} = 'on_hup'; syswrite $_[0], '.' }, 'HUP');
sub on_hup { print "  on_hup $_[0]\n"; exit 5 }
st(
    'end sets',
    sub {
        $who = 'child2';
        $SIG{TERM} = sub { exit 0 };
        syswrite $_[0], '.';
    },
    'TERM'
);
END { $? = 8 if $who eq 'child2' }
