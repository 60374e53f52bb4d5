# Unix-domain stream sockets: names, file type, errors, server and client, unlink and reuse.
use strict;
use warnings;
use Socket;
alarm 20;
socket(my $s, PF_UNIX, SOCK_STREAM, 0) or die;
my $uaddr = sockaddr_un('sock');
bind($s, $uaddr)      or die "bind: $!";
listen($s, SOMAXCONN) or die;
print "type ", -S 'sock' ? 1 : 0, " name ", (sockaddr_un getsockname $s)[0], "\n";
my $pid = fork // die;
if (!$pid) {
    for (1 .. 2) {
        my $p = accept(my $c, $s) or die;
        syswrite $c, "family " . sockaddr_family($p) . "\n";
        my $l = <$c>;
        syswrite $c, uc $l;
        close $c;
    }
    exit 0;
}
for (1 .. 2) {
    socket(my $c, AF_UNIX, SOCK_STREAM, 0);
    connect $c, sockaddr_un('./sock') or die;
    print scalar <$c>;
    syswrite $c, "client $_\n";
    print scalar <$c>;
    print "peer ", unpack_sockaddr_un(getpeername $c), "\n";
    close $c;
}
waitpid $pid, 0;
socket(my $t, AF_UNIX, SOCK_STREAM, 0);
print "again: ", bind($t, $uaddr) ? 1 : $!{EADDRINUSE} ? 'EADDRINUSE' : $!, "\n";
close $s;
socket(my $c, AF_UNIX, SOCK_STREAM, 0);
print "nobody: ", connect($c, $uaddr) ? 1 : $!{ECONNREFUSED} ? 'ECONNREFUSED' : $!, "\n";
unlink 'sock';
print "gone: ", connect($c, $uaddr) ? 1 : $!{ENOENT} ? 'ENOENT' : $!, "\n";
print "rebind ", bind($t, $uaddr) ? 1 : 0, "\n";
unlink 'sock';
my $long = eval {
    no warnings;
    local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at .*//sr, "\n" };
    sockaddr_un('x' x 200);
};
print "long name ", $@ ? 'dies' : 'length ' . length $long, "\n";
open my $o, '>', 'plain';
print "plain file: ", connect($c, sockaddr_un('plain')) ? 1 : $!, "\n";
print length($uaddr), " ", unpack_sockaddr_un($uaddr), "\n";
