# $! after a handler that dies out of a waiting builtin; arguments of kill, alarm and sleep that are
# no good; fileno of a closed handle.
use strict;
use Socket;
$| = 1;
$SIG{ALRM} = sub { die "alarm $!{EINTR}\n" };
pipe my $r, my $w or die;
socketpair my $x, my $y, AF_UNIX, SOCK_STREAM, 0 or die;
socket my $listen, AF_INET, SOCK_STREAM, 0 or die;
bind $listen, sockaddr_in(0, INADDR_LOOPBACK) or die;
listen $listen, 1 or die;
my %wait = (
    sleep   => sub { sleep 5 },
    select  => sub { select undef, undef, undef, 5 },
    sysread => sub { sysread $r, my $b, 1 },
    recv    => sub { recv $x, my $b, 1, 0 },
    accept  => sub { accept my $c, $listen },
);
for my $name (sort keys %wait) {
    $! = 0;
    alarm 1;
    eval { $wait{$name}->() };
    chomp $@;
    print "$name: $@ ", $!{EINTR} ? "EINTR" : "errno " . ($! + 0), "\n";
}
for my $name ('-FOO', '-SIGFOO', 'FOO', 'SIGFOO') {
    eval { kill $name, $$ };
    print $@ =~ s/ at .*//sr, "\n";
}
local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at .*//sr, "\n" };
alarm -1;
print sleep(-1), "\n";
{ no warnings; alarm -1; sleep -1 }
{ use warnings; alarm -1 }
close STDIN;
$! = 0;
print defined fileno(STDIN) ? 1 : 0, $! + 0, "\n";
