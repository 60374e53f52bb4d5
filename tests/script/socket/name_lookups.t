# gethostbyname('localhost'), getservbyname, getprotobyname and their numbers; list and scalar forms.
use strict;
use warnings;
use Socket;
my @h = gethostbyname 'localhost';
print "$h[0] type $h[2] length $h[3] ",            join('.', unpack 'C4', $h[4]), "\n";
print inet_ntoa(scalar gethostbyname 'localhost'), "\n";
print inet_ntoa(inet_aton 'localhost'),            "\n";
my $n = gethostbyaddr(inet_aton('127.0.0.1'), AF_INET);
print "by address $n\n";
my @p = getprotobyname 'tcp';
print "$p[0] $p[2] aliases [$p[1]]\n";
print scalar(getprotobyname 'udp'), " ", scalar(getprotobynumber 1), " ",
    scalar(getprotobyname 'nosuch') // 'undef', "\n";
my @s = getservbyname 'ftp', 'tcp';
print "$s[0] $s[2] $s[3]\n";
print scalar(getservbyname 'smtp', 'tcp'), " ", scalar(getservbyport 22, 'tcp'), " ",
    scalar(getservbyname('nosuchserv', 'tcp')) // 'undef', "\n";
my @none = getservbyname 'nosuchserv', 'tcp';
print scalar(@none), "\n";
my @q = getprotobynumber 17;
print "$q[0]\n";
print defined gethostbyname('no-such-host.invalid') ? 1 : 'undef', "\n";
my @list = gethostbyname 'no-such-host.invalid';
print scalar(@list), "\n";
setprotoent 1;
my $c = 0;
$c++ while getprotoent;
endprotoent;
print "protocols ", $c > 5 ? 1 : 0, "\n";
setservent 0;
my @first = getservent;
endservent;
print "services ", scalar(@first), "\n";
print getpwnam('root')->[0] // '', "\n" if 0;
print scalar(getpwuid 0), " ", (getpwnam 'root')[7], " ", scalar(getgrgid 0), " ",
    (getgrnam 'root')[2], "\n";
