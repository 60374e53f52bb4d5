# The ...ent iterators of the user, group, host and network databases, and small rarely used functions.
use strict;
use warnings;
setpwent; my @first = getpwent; print "first user $first[0] $first[2]\n"; endpwent;
setpwent; my $again = getpwent; print "again $again\n"; endpwent;
setgrent; my @group = getgrent; print "first group $group[0] $group[2]\n"; endgrent;
my $users = 0; setpwent; $users++ while defined scalar getpwent; endpwent; print $users > 5 ? "users\n" : "none\n";
sethostent(0); my @host = gethostent; print "host $host[0] $host[2]\n"; endhostent;
setnetent(0); my @net = getnetent; print "net ", @net ? "$net[0] $net[2]" : 'none', "\n"; endnetent;
my @loop = getnetbyname('nosuchnet'); print "unknown net ", scalar(@loop), "\n";
my @by = getnetbyaddr(0, 2); print "net by address ", scalar(@by), "\n";
my $login = getlogin; print "login ", defined $login ? 'known' : 'unknown', "\n";
my $text = 'abc'; print "study ", study($text) ? 1 : 0, "\n";
print "syscall ", syscall(39) == $$ ? 'getpid' : 'other', "\n";
print "chroot ", chroot('/nonexistent/dir') ? 1 : 0, ' ', $!{ENOENT} ? 'ENOENT' : "$!", "\n";
