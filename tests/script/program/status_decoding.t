# $? everywhere: system, backticks, pipes, wait; die in children, END and DESTROY with local $?, exec failures.
use strict;
use warnings;
use POSIX qw(:sys_wait_h);

$| = 1;
sub decode {
    my $s = shift;
    return 'failed to start' if $s == -1;
    return sprintf 'exit %d', $s >> 8 unless $s & 127;
    return sprintf 'signal %d%s', $s & 127, $s & 128 ? ' core' : '';
}
my @perl = ($^X, '-e');
for my $case (
    ['exit 0',         'exit 0'],           ['exit 3',          'exit 3'],        ['exit 256',     'exit 256'],
    ['exit -1',        'exit -1'],          ['die',             'die "x\n"'],     ['die errno',    '$! = 13; die "x\n"'],
    ['die status',     '$! = 0; $? = 5 << 8; die "x\n"'], ['die nothing', '$! = 0; $? = 0; die "x\n"'],
    ['die object',     'die bless {}, "E"'], ['kill TERM',      'kill TERM => $$; sleep 1'],
    ['kill KILL',      'kill 9, $$; sleep 1'], ['END changes',  'END { $? = 9 } exit 1'],
    ['END keeps',      'END { system "false" } exit 4'], ['END local', 'END { local $?; system "false" } exit 4'],
    ['eval exit',      'eval { exit 6 }; print "no"'], ['die in END', 'END { die "end\n" } exit 2'],
    ['DESTROY local',  'package D; sub DESTROY { local $?; system "exit 7" } package main; my $o = bless [], "D"; exit 2'],
    ['DESTROY eval',   'package D; sub DESTROY { local $@; eval { die "inner\n" } } package main; eval { my $o = bless [], "D"; die "outer\n" }; exit($@ eq "outer\n" ? 0 : 1)'],
    ['warn handler',   '$SIG{__WARN__} = sub { exit 8 }; warn "x"'], ['die handler', '$SIG{__DIE__} = sub { exit 12 }; die "x"'],
    ['not compiled',   'if (', ], ['missing file', 'require "./no/such/file.pl"'],
) {
    my ($name, $code) = @$case;
    my $st = system "$^X -e '$code' 2>/dev/null";
    my $out = `$^X -e '$code' 2>/dev/null`;
    my $bt = $?;
    open my $p, '-|', "exec $^X -e '$code' 2>/dev/null" or die;
    my @l = <$p>;
    close $p;
    printf "%-14s system %-12s backticks %-12s pipe %s\n", $name, decode($st), decode($bt), decode($?);
}
no warnings 'exec';
print "missing: ", decode(system { '/no/such' } 'x'), " errno ", $! + 0, " ", $?, "\n";
print "missing list: ", decode(system '/no/such/program', 'arg'), "\n";
print "missing shell: ", decode(system '/no/such/program; exit 9'), "\n";
print "backtick missing: ", defined(my $r = `/no/such/program`) ? 'defined' : 'undef', " $?\n";
my @codes;
for my $n (0, 1, 127, 255) { my $pid = fork // die; exit $n unless $pid; waitpid $pid, 0; push @codes, $? >> 8 }
print "codes @codes\n";
my $pid = fork // die;
if (!$pid) { close STDERR; die "child dies quietly\n" }
waitpid $pid, 0;
print "die in a child: ", decode($?), "\n";
{
    local $? = 77;
    system 'true';
    print "inside $?\n";
}
print "after local: $?\n";
$? = 0;
{ local $SIG{CHLD} = 'IGNORE'; my $rc = system 'exit 3'; print "ignored: ", $rc, ' ', $!{ECHILD} ? 'ECHILD' : 'other', "\n" }
my $st = do { local $SIG{CHLD} = sub { }; system 'exit 4' };
print "with handler: ", decode($st), "\n";
print "WNOHANG without children: ", waitpid(-1, WNOHANG), " $?\n";
print "native: ${^CHILD_STATUS_NATIVE} ", WIFEXITED(${^CHILD_STATUS_NATIVE}) ? 1 : 0, "\n";
printf "wstatus: %d %d %d\n", WEXITSTATUS(0x0300), WTERMSIG(9), WIFSIGNALED(15) ? 1 : 0;
sub END_local::DESTROY { system 'exit 11' }
my $end = bless [], 'END_local';
undef $end;
print "destructor left ", decode($?), "\n";
END { print "END sees $?\n"; $? = 0 }
exit 21;
