# A hand-written HTTP/1.0 exchange with CRLF line ends, binmode and $/ set to "\015\012".
use strict;
use warnings;
use Socket qw(:DEFAULT :crlf);
alarm 20;
print "crlf ", $CRLF eq "\015\012" ? 1 : 0, " ", CRLF eq CR . LF ? 1 : 0, "\n";
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
listen $s, 5;
my $name = getsockname $s;
my $pid  = fork // die;
if (!$pid) {
    for (1 .. 2) {
        accept(my $c, $s) or die;
        binmode $c;
        local $/ = $CRLF;
        my @h;
        while (my $l = <$c>) { chomp $l; last if $l eq ''; push @h, $l }
        my ($m, $path) = split ' ', $h[0];
        my $body = "method $m path $path headers $#h\n";
        print $c "HTTP/1.0 200 OK$CRLF", "Content-Length: ", length $body, $CRLF, $CRLF, $body;
        close $c;
    }
    exit 0;
}
for my $p ('/', '/a?b=c') {
    socket(my $c, PF_INET, SOCK_STREAM, 0);
    connect $c, $name or die;
    { my $o = select $c; $| = 1; select $o }
    print $c "GET $p HTTP/1.0\015\012Host: x\015\012X: y\015\012\015\012";
    my $st;
    {
        local $/ = "\015\012";
        $st = <$c>;
        chomp $st;
        while (<$c>) { chomp; last unless length; print "header $_\n" if /Length/ }
    }
    local $/;
    print "$st: ", <$c>;
    close $c;
}
waitpid $pid, 0;
print "server $?\n";
