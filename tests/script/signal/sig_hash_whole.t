# %SIG as a whole: clearing, list assignment, local %SIG, delete local; what is in force afterwards.
use strict;
use warnings;
$| = 1;

# Runs the code in a child and tells how it ended.
sub in_child {
    my ($name, $code) = @_;
    print "$name:\n";
    my $pid = fork // die "fork: $!";
    if (!$pid) { $code->(); print "  end\n"; exit 0 }
    waitpid $pid, 0;
    printf "  signal %d status %d\n", $? & 127, $? >> 8;
}
sub h { my $word = shift; sub { print "  $word\n" } }
sub send_it { kill shift, $$ }

in_child 'local empty', sub {
    $SIG{USR1} = h('outer');
    {
        local %SIG;
        print "  ", defined $SIG{USR1} ? 'set' : 'unset', "\n";
        $SIG{USR1} = h('inner');
        send_it('USR1');
        $SIG{USR2} = h('two');
        send_it('USR2');
    }
    print "  ", ref $SIG{USR1}, defined $SIG{USR2} ? 'set' : 'unset', "\n";
    send_it('USR1');
    send_it('USR2');
};
in_child 'local without a handler of its own', sub {
    $SIG{USR1} = h('outer');
    { local %SIG; send_it('USR1') }
    send_it('USR1');
};
in_child 'local list', sub {
    $SIG{USR1} = h('outer');
    { local %SIG = (USR2 => h('two')); send_it('USR2'); send_it('USR1') }
    send_it('USR1');
    send_it('USR2');
};
in_child 'local copy', sub {
    $SIG{USR1} = 'IGNORE';
    { local %SIG = %SIG; send_it('USR1'); $SIG{USR1} = h('in'); send_it('USR1') }
    print "  $SIG{USR1}\n";
    send_it('USR1');
};
in_child 'clear', sub {
    $SIG{USR1} = h('kept');
    %SIG = ();
    print "  ", exists $SIG{USR1} ? 'there' : 'gone', "\n";
    send_it('USR1');
    $SIG{USR1} = h('new');
    send_it('USR1');
    print "  ", join(',', keys %SIG), "\n";
};
in_child 'undef', sub {
    @SIG{qw(USR1 USR2)} = (h('kept'), 'IGNORE');
    undef %SIG;
    send_it('USR1');
    send_it('USR2');
    delete $SIG{USR1};
    send_it('USR1');
};
in_child 'list', sub {
    $SIG{USR2} = h('old');
    %SIG = (USR1 => h('new'));
    send_it('USR1');
    send_it('USR2');
};
in_child 'delete local', sub {
    $SIG{USR2} = 'IGNORE';
    {
        delete local $SIG{USR2};
        print "  ", exists $SIG{USR2} ? 'there' : 'gone', "\n";
        $SIG{USR2} = h('in');
        send_it('USR2');
    }
    print "  $SIG{USR2}\n";
    send_it('USR2');
};
in_child 'delete local forgets', sub {
    $SIG{USR1} = h('old');
    { delete local $SIG{USR1} }
    print "  ", ref $SIG{USR1}, "\n";
    send_it('USR1');
};
in_child 'local slice', sub {
    $SIG{USR1} = h('one');
    {
        local @SIG{qw(USR1 USR2)} = (h('a'), h('b'));
        send_it($_) for qw(USR1 USR2);
    }
    send_it('USR1');
    send_it('USR2');
};
in_child 'local element that was not there', sub {
    %SIG = ();
    { local $SIG{USR1} = h('in'); send_it('USR1') }
    print "  ", exists $SIG{USR1} ? 'there' : 'gone', "\n";
    send_it('USR1');
};
in_child 'warn and die', sub {
    local $SIG{__WARN__} = sub { print "  W @_" };
    local $SIG{__DIE__} = sub { print "  D @_" };
    {
        local %SIG;
        warn "a\n";
        $SIG{__WARN__} = sub { print "  I @_" };
        warn "b\n";
        eval { die "c\n" };
    }
    warn "d\n";
    %SIG = ();
    warn "e\n";
    eval { die "f\n" };
    $SIG{__WARN__} = sub { print "  new @_" };
    { delete local $SIG{__WARN__} }
    print "  ", ref $SIG{__WARN__}, "\n";
};
in_child 'no code', sub {
    for my $hook ([], {}, \"x") {
        local $SIG{__DIE__} = $hook;
        eval { die "gone\n" };
        print "  $@";
        $SIG{__DIE__} = 'DEFAULT';
        local $SIG{__WARN__} = $hook;
        eval { warn "gone\n"; 1 } or print "  $@";
    }
};
my @gone = delete @SIG{qw(USR1 INT)};
print scalar @gone, "\n";
