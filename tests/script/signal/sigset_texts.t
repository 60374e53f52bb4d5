# What POSIX::SigSet says about signals that are none.
use strict;
use warnings;
use POSIX;
my $s = POSIX::SigSet->new;
for my $call (
    sub { $s->ismember(-1) }, sub { $s->addset(-1) }, sub { $s->delset(-1) },
    sub { POSIX::SigSet->new(-3) }, sub { POSIX::sigaction(-1, undef) },
    sub { print $s->addset(1000) // 'undef', " $!\n" }, sub { print $s->ismember(1000), " $!\n" },
    sub { POSIX::SigSet->new(1000) }, sub { POSIX::SigSet->new(1, -5) },
    sub { POSIX::sigaction(1000, POSIX::SigAction->new('DEFAULT')) },
    ) {
    eval { $call->() };
    print $@;
}
