# $! is the same before and after a handler interrupts a call; $! inside the handler.
use strict;
use warnings;
use Time::HiRes 'ualarm';
my $seen = 0;
$SIG{ALRM} = sub { $seen++; $! = 0; open my $f, '<', '/nonexistent'; };
pipe my $r, my $w;
ualarm 30_000;
my $n = sysread $r, my $b, 1;
print "sysread ", defined $n ? $n : 'undef', " ", $!{EINTR} ? 'EINTR' : "other $!",
    " seen $seen\n";
ualarm 30_000;
$n = select undef, undef, undef, 5;
print "select $n ", $!{EINTR} ? 'EINTR' : "other $!", "\n";
$SIG{USR1} = sub { mkdir '/nonexistent/x' };
$! = 17;
kill USR1 => $$;
print "after kill ", $! + 0, "\n";
$! = 13;
my $x = 0;
kill USR1 => $$;
$x++ for 1 .. 10;
print "after work ", $! + 0, "\n";
$SIG{USR1} = sub { print "inside ", $! + 0, "\n" };
$! = 11;
kill USR1 => $$;
print "then ", $! + 0, "\n";
$@ = '';
eval {
    $SIG{USR1} = sub { $! = 3; die "out\n" };
    $! = 4;
    kill USR1 => $$;
    1;
} or print "died $@";
