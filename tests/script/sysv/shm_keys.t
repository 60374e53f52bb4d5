# Keyed segments: IPC_CREAT and IPC_EXCL, sizes, permissions, ftok.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_EXCL IPC_RMID ftok);
open my $o, '>', 'keyfile';
close $o;
my $key = ftok('keyfile');
print "key ", defined $key ? 1 : 0, " same ", ftok('keyfile') == $key ? 1 : 0, " other project ",
    ftok('keyfile', 7) != $key ? 1 : 0, " missing ", defined ftok('nofile') ? 1 : 'undef', "\n";
our $owner = $$;
our @ids;
END { shmctl($_, IPC_RMID, 0) for @ids }
print "absent ", defined shmget($key, 100, 0) ? 1 : "undef $!", "\n";
my $id = shmget $key, 100, IPC_CREAT | IPC_EXCL | 0600;
die "shmget: $!" unless defined $id;
push @ids, $id;
print "exclusive again ",
    defined shmget($key, 100, IPC_CREAT | IPC_EXCL | 0600) ? 1 : "undef $!", "\n";
print "same id ", shmget($key, 100, 0600) == $id      ? 1 : 0,          "\n";
print "larger ",  defined shmget($key, 100_000, 0600) ? 1 : "undef $!", "\n";
shmwrite $id, 'by key', 0, 6;
my $out =
    `$^X -MIPC::SysV=ftok -e 'my \$i = shmget(ftok("keyfile"), 100, 0); shmread(\$i, my \$b, 0, 6) or die; print "\$b\\n"'`;
print "another process: $out";
