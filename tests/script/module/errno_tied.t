# %! is tied to Errno: reading, walking, refusing changes, and a hash of one's own tied to it.
use strict;
use warnings;
$! = 2;
print "$!{ENOENT} $!{EPERM} <$!{NOSUCH}> ", exists $!{EPERM} ? 1 : 0, exists $!{NOSUCH} ? 1 : 0, "\n";
print ref tied(%!), " $INC{'Errno.pm'}\n" =~ s{ .*/}{ }r;
for my $change (
    sub { $!{EPERM} = 1 },
    sub { $!{X}     = 1 },
    sub { delete $!{EPERM} },
    sub { %! = () },
    sub { local $!{EPERM} = 3 },
    )
{
    print eval { $change->(); 1 } ? "changed\n" : $@ =~ s/!.*//sr . "\n";
}
$! = 1;
my %copy = %!;
print join(',', grep { $copy{$_} } sort keys %copy), "\n";
tie my %own, 'Errno' or die;
$! = 4;
print "$own{EINTR} $own{EPERM} ", exists $own{EPERM} ? 1 : 0, "\n";
my @set;
while (my ($name, $value) = each %own) { push @set, "$name=$value" if $value }
print "@set\n";
print join('', map { Errno->can($_) ? 1 : 0 } qw(TIEHASH FETCH STORE CLEAR DELETE EXISTS FIRSTKEY NEXTKEY)),
    "\n";
