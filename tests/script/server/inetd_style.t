# An inetd-style super server: the client socket becomes STDIN and STDOUT of an exec'd program.
use strict;
use warnings;
use Socket;
alarm 30;
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
listen $s, 5;
my $name = getsockname $s;
open my $o, '>', 'service.pl';
print $o
    'use Socket; $| = 1; my ($p, $a) = sockaddr_in(getpeername STDIN); print "service for ", inet_ntoa($a), "\n"; while (<STDIN>) { s/\s+$//; last if /^quit/; print scalar reverse, "\n" } print STDERR "logged\n"; exit 6;';
close $o;
my $super = fork // die;
if (!$super) {
    for (1 .. 2) {
        accept(my $c, $s) or die;
        my $k = fork // die;
        if (!$k) {
            open STDIN,  '<&', $c or die;
            open STDOUT, '>&', $c or die;
            open STDERR, '>>', 'log';
            close $c;
            close $s;
            exec $^X, 'service.pl' or die;
        }
        close $c;
        waitpid $k, 0;
        exit 9 if $? >> 8 != 6;
    }
    exit 0;
}
for my $i (1 .. 2) {
    socket(my $c, PF_INET, SOCK_STREAM, 0);
    connect $c, $name or die;
    { my $o = select $c; $| = 1; select $o }
    print scalar <$c>;
    for my $w ("word$i", 'abc') { print $c "$w\r\n"; print scalar <$c> }
    print $c "quit\n";
    print "eof ", defined(my $x = <$c>) ? 0 : 1, "\n";
}
waitpid $super, 0;
print "super $?\n";
open my $l, '<', 'log';
print <$l>;
