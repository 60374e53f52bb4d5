# Sys::Syslog: names and numbers, masks, and messages sent to a socket of our own.
use strict;
use warnings;
use Sys::Syslog qw(:standard :macros :extended);
use IO::Socket::UNIX;
use Socket;

{
    no strict 'refs';
    print "$_=", &{"Sys::Syslog::$_"}(), ' ' for grep { /^LOG_/ && defined prototype "Sys::Syslog::$_" } sort @Sys::Syslog::EXPORT_OK, @{ $Sys::Syslog::EXPORT_TAGS{macros} };
}
print "\n", Sys::Syslog::LOG_FAC(26), ' ', Sys::Syslog::LOG_PRI(27), ' ', Sys::Syslog::LOG_MAKEPRI(16, 3), ' ', LOG_MASK(3), ' ', LOG_UPTO(3), "\n";
print eval { Sys::Syslog::LOG_ZORK(); 1 } || $@;
print eval { Sys::Syslog::LOG_MASK();  1 } || $@;
print Sys::Syslog::xlate($_), ' ' for qw(local3 LOG_ERR mail nothing);
print "\n";

my $path = "/tmp/sys_syslog.$$";
socket(my $server, AF_UNIX, SOCK_DGRAM, 0) or die;
bind $server, pack_sockaddr_un($path) or die "bind: $!";
Sys::Syslog::setlogsock({ type => 'unix', path => $path }) or die;
openlog('tester', 'ndelay,nofatal', 'local2');
sub received {
    recv $server, my $text, 1000, 0;
    $text =~ s/\0\z//;
    $text =~ s/\w{3} [ \d]\d \d\d:\d\d:\d\d/TIME/;
    print "<<$text>>\n";
}
print syslog('info', 'plain message') ? 1 : 0, "\n";
received();
print syslog('local5|warning', 'number %d and %s', 5, 'text') ? 1 : 0, "\n";
received();
$! = 2;
syslog('err', 'error: %m');
received();
my $old = setlogmask(LOG_UPTO(LOG_ERR));
print "$old ", defined syslog('debug', 'unseen') ? 'defined' : 'undef', "\n";
syslog('crit', "line\n");
received();
setlogmask($old);
print eval { syslog('zork', 'x'); 1 } || $@;
print eval { syslog(); 1 } || $@;
print eval { syslog('info|err', 'x'); 1 } || $@;
closelog();
unlink $path;
