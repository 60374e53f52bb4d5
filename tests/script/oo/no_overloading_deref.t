# no overloading: dereferences and conversions are the plain ones. open "&" takes a bareword.
use strict; use warnings;
package P;
use overload '@{}' => sub { die "overloaded\n" }, '%{}' => sub { die "overloaded\n" }, '""' => sub { "text" };
package main;
my $o = bless [5], 'P';
{
    no overloading;
    print $o->[0], " @$o ", "$o" =~ /^P=ARRAY/ ? "plain" : "overloaded", "\n";
}
eval { my $x = $o->[0] };
print $@, "$o\n";
open my $save, '>&', STDOUT or die;
print $save "dup\n";
eval q{open my $in, "<&", STDIN; 1} or print $@ =~ s{eval \d+}{eval}r;
use IO::Socket::UNIX;
print IO::Socket::AF_UNIX == IO::Socket::INET::AF_UNIX() ? "Socket's\n" : "no\n";
