# local $SIG{X}: nesting, restoring of disposition, leaving by die, local on the hash, undefined before.
use strict;
use warnings;
my @log;
$SIG{USR1} = sub { push @log, 'outer' };
sub hit { kill USR1 => $$ }
hit;
{
    local $SIG{USR1} = sub { push @log, 'inner' };
    hit;
    { local $SIG{USR1} = 'IGNORE'; hit; }
    hit;
}
hit;
print "@log\n";
@log = ();
eval {
    local $SIG{USR1} = sub { die "left by die\n" };
    hit;
    1;
} or print "error $@";
hit;
print "@log\n";
delete $SIG{USR2};
{
    local $SIG{USR2} = sub { print "temp\n" };
    kill USR2 => $$;
}
print "restored to ", defined $SIG{USR2} ? $SIG{USR2} : 'undef', "\n";
my $pid = fork // die;
if (!$pid) { kill USR2 => $$; exit 0 }
waitpid $pid, 0;
print "default again kills ", $? & 127, "\n";
{
    local @SIG{qw(USR1 USR2)} = (sub { print "slice $_[0]\n" }) x 2;
    kill USR1 => $$;
    kill USR2 => $$;
}
@log = ();
hit;
print "@log\n";
{
    local $SIG{USR1};
    print "bare local ", defined $SIG{USR1} ? 1 : 'undef', "\n";
    $pid = fork // die;
    if (!$pid) { hit; exit 0 }
    waitpid $pid, 0;
    print "is default ", $? & 127, "\n";
}
hit;
print "@log\n";
sub rec {
    my $n = shift;
    return unless $n;
    local $SIG{USR1} = sub { print "level $n\n" };
    rec($n - 1);
    hit;
}
rec(3);
# Between the handlers there is no moment without one: nothing kills the process.
@log = ();
$SIG{USR2} = sub { push @log, 'outer' };
my $sender = fork // die;
if (!$sender) { my $parent = getppid; kill USR2 => $parent for 1 .. 300; exit 0 }
until (waitpid($sender, 1) > 0) { local $SIG{USR2} = sub { push @log, 'inner' } }
print "alive ", scalar(grep { !/^(outer|inner)$/ } @log), "\n";
