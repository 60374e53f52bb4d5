# The functions of IPC::SysV: what they return and how they fail.
use IPC::SysV qw(:all shmat shmdt memread memwrite ftok);
sub show { print join(' ', map { defined $_ ? "<$_>" : '<undef>' } @_), "\n" }
my $id = shmget IPC_PRIVATE, 4096, 0600 or die "shmget: $!";
my $address = shmat $id, undef, 0;
show(length $address, memwrite($address, "hello", 2, 5), memread($address, my $got, 0, 8), unpack 'H*', $got);
show(memwrite($address, "abc", 0, 6), memread($address, $got, 0, 8), unpack 'H*', $got);
show(shmdt($address));
show(shmdt($address), $!);
shmctl $id, IPC_RMID, 0;
show(shmat($id, undef, 0), $!);
show(eval { shmdt('abc') }, $@);
show(eval { shmdt(undef) }, $@);
show(eval { memread('abc', $got, 0, 8) }, $@);
show(ftok('/nonexistent'), ftok('/', 1) == ftok('/', 1), ftok('/') == ftok('/', 1), ftok('/', 'A') == ftok('/', 65));
show(eval { ftok('/', 'ABC') }, $@);
show(eval { &$_(1, 2, 3, 4, 5) }, $@) for \&ftok, \&shmat, \&shmdt, \&memread, \&memwrite;
