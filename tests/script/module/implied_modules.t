# Modules that others load are there: Carp with POSIX and IO::Socket, List::Util with File::Temp.
use strict; use warnings;
use POSIX ();
use IO::Socket;
use File::Temp ();
sub f { Carp::carp "hello", " you" }
f();
eval { Carp::croak("x") };
print $@;
my $c = \&Carp::shortmess;
print $c->("z");
print List::Util::max(1, 5, 3), "\n";
print Fcntl::S_ISDIR((stat ".")[2]) ? "directory\n" : "no\n";
eval { Nobody::there(1) } or print $@;
