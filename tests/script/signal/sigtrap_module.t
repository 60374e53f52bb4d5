# The sigtrap pragma: named handlers, die, untrapped and normal-signals.
use strict;
use warnings;
sub run {
    my (@a) = @_;
    my $o = `$^X @a 2>&1`;
    print $o =~ s/ at \S+ line \d+.*//gr, "-> ", $? >> 8, " ", $? & 127, "\n";
}
run(
    q{-e 'use sigtrap "handler" => \&h, "USR1"; sub h { print "got $_[0]\n" } kill USR1 => $$; print "end\n"'}
);
run(q{-e 'use sigtrap qw(die USR2); $! = 0; eval { kill USR2 => $$; sleep 1 }; print "E: $@"'});
run(
    q{-e 'use sigtrap qw(handler mine normal-signals); sub mine { print "normal $_[0]\n" } kill TERM => $$; kill HUP => $$; kill INT => $$'}
);
run(
    q{-e 'BEGIN { $SIG{USR1} = sub { print "first\n" } } use sigtrap qw(die untrapped USR1); kill USR1 => $$; print "kept\n"'}
);
run(
    q{-e 'use sigtrap qw(die any USR1); $! = 0; BEGIN { $SIG{USR1} = sub { print "first\n" } } kill USR1 => $$; print "kept\n"'}
);
