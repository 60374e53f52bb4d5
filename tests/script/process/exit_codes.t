# Exit status of exit, die, $!, $? and signals, seen from a parent.
use strict;
use warnings;
sub st {
    my ($l, @a) = @_;
    my $p = fork // die;
    if (!$p) { open STDERR, '>', '/dev/null'; exec $^X, @a }
    waitpid $p, 0;
    print "$l: ", $? & 127 ? "signal " . ($? & 127) : $? >> 8, "\n";
}
st("exit",             '-e', 'exit');
st("exit 3",           '-e', 'exit 3');
st("exit 256",         '-e', 'exit 256');
st("exit -1",          '-e', 'exit -1');
st("exit 1.9",         '-e', 'exit 1.9');
st("exit str",         '-e', 'exit "7x"');
st("end",              '-e', '1');
st("die",              '-e', 'die "x"');
st("die errno",        '-e', '$! = 5; die "x"');
st("die errno 256",    '-e', '$! = 256; die "x"');
st("die status",       '-e', '$! = 0; $? = 3 << 8; die "x"');
st("die low status",   '-e', '$! = 0; $? = 9; die "x"');
st("die both",         '-e', '$! = 4; $? = 3 << 8; die "x"');
st("die obj",          '-e', '$! = 0; die { a => 1 }');
st("syntax",           '-e', '$x = ;');
st("strict",           '-e', 'use strict; $y = 1');
st("begin die",        '-e', 'BEGIN { $! = 0; die "x" }');
st("end block sets",   '-e', 'END { $? = 9 } exit 2');
st("end die",          '-e', 'END { $! = 0; die "x" } exit 0');
st("end exit",         '-e', 'END { exit 6 } exit 2');
st("in eval",          '-e', 'eval { exit 4 }; exit 5');
st("in sub",           '-e', 'sub f { exit 8 } print f()');
st("warn handler die", '-e', '$! = 0; $SIG{__WARN__} = sub { die @_ }; warn "x"');
st("term",             '-e', 'kill TERM => $$; sleep 5');
st("abort", '-MPOSIX', '-e',
    'setrlimit() if 0; $SIG{ABRT} = "DEFAULT"; kill USR1 => $$; sleep 5');
st("require",            '-e',      'require Nope::Module');
st("exit in begin",      '-e',      'BEGIN { exit 12 } exit 13');
st("exit in sort",       '-e',      'my @a = sort { exit 14 } 1, 2');
st("_exit",              '-MPOSIX', '-e', 'END { $? = 1 } POSIX::_exit(15)');
st("die in die handler", '-e',      '$! = 0; $SIG{__DIE__} = sub { exit 16 }; die "x"');
st("exec",               '-e',      'exec "false"');
st("errno 0 status 0",   '-e',      '$! = 0; $? = 0; die');
