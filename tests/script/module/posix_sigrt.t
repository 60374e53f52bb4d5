# %POSIX::SIGRT: handlers of realtime signals, by number and by name; names in %SIG.
use strict;
use warnings;
use POSIX;

sub try {
    my ($name, $code) = @_;
    my $r = eval { $code->() };
    print "$name: ", defined $r ? ref $r ? ref $r : $r : 'undef', ' ', $@ =~ s/ at \S+ line.*//sr, "\n";
}
try 'tied' => sub { ref tied %POSIX::SIGRT };
for my $key ('SIGRTMIN', 'SIGRTMIN+1', 34, 64, 33, 65, 'RTMIN', SIGRTMIN + 2) {
    try "fetch $key"  => sub { $POSIX::SIGRT{$key} };
    try "exists $key" => sub { exists $POSIX::SIGRT{$key} ? 1 : 0 };
}
try 'store' => sub { $POSIX::SIGRT{SIGRTMIN} = sub { print "first $_[0]\n" }; 1 };
kill SIGRTMIN, $$;
try 'fetch'  => sub { $POSIX::SIGRT{SIGRTMIN} };
try '%SIG'   => sub { $SIG{RTMIN} };
try 'by number' => sub { $POSIX::SIGRT{35} = sub { print "second $_[0]\n" }; 1 };
kill 35, $$;
try 'sum' => sub { $POSIX::SIGRT{ SIGRTMIN + 3 } = sub { print "third $_[0]\n" }; 1 };
kill SIGRTMIN + 3, $$;
try 'ignore' => sub { $POSIX::SIGRT{34} = 'IGNORE'; 1 };
kill 34, $$;
try 'fetch' => sub { $POSIX::SIGRT{34} };
try 'name'  => sub { $POSIX::SIGRT{34} = 'by_name'; 1 };
sub by_name { print "by name $_[0]\n" }
kill 34, $$;
try 'scalar' => sub { scalar %POSIX::SIGRT };
try 'local' => sub { local $POSIX::SIGRT{36} = sub { print "local\n" }; kill 36, $$; 1 };
try 'after' => sub { $POSIX::SIGRT{36} };
$SIG{NUM36} = sub { print "NUM36 $_[0]\n" };
kill 'NUM36', $$;
try 'defined before the first call' => sub { defined &POSIX::getenv ? 1 : 0 };
try 'exists' => sub { exists &POSIX::getenv ? 1 : 0 };
try 'value'  => sub { getenv('HOME') eq $ENV{HOME} ? 1 : 0 };
try 'defined' => sub { defined &POSIX::getenv ? 1 : 0 };
try 'usage'   => sub { POSIX::getpid(1) };
