# Message queues: types, order, negative type, truncation, IPC_NOWAIT, E2BIG, removal.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID IPC_NOWAIT MSG_NOERROR IPC_STAT);
alarm 20;
our $owner = $$;
our $q     = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
die "msgget: $!" unless defined $q;
END { msgctl($q, IPC_RMID, 0) if $$ == $owner && defined $q }
sub put { msgsnd($q, pack('l! a*', @_), 0) }
sub get {
    my ($t, $f, $n) = @_;
    my $r = msgrcv($q, my $b, $n // 100, $t, $f // IPC_NOWAIT);
    return $r ? "$r:" . join('/', unpack 'l! a*', $b) : "$r " . ($!{ENOMSG} ? 'ENOMSG' : $!);
}
print "send ",       put(1, 'first'), put(3, 'third'), put(2, 'second'), put(1, 'fourth'), "\n";
print get(0),        " ",             get(2), " ",    get(-3), " ", get(3), " ", get(0), "\n";
print "empty send ", put(5, ''),      " ",    get(5), "\n";
put 1, 'long message';
print "too big ",   msgrcv($q, my $b, 4, 0, 0) ? 1 : $!{E2BIG} ? 'E2BIG' : $!, "\n";
print "noerror ",   get(0, MSG_NOERROR, 4),                                    "\n";
print "type zero ", put(0, 'x') ? 1 : "no $!",                                 "\n";
print "short buffer ";
eval { msgsnd $q, 'ab', 0 };
print $@ =~ s/ at .*//sr, "\n";
my $pid = fork // die;
if (!$pid) {
    for (1 .. 5) {
        my $r = msgrcv $q, my $m, 100, 1, 0;
        my ($t, $s) = unpack 'l! a*', $m;
        msgsnd $q, pack('l! a*', 2, uc $s), 0;
    }
    exit 0;
}
for my $w (qw(a bc def ghij k)) { put 1, $w; print get(2, 0), " " }
print "\n";
waitpid $pid, 0;
my $st = '';
print "stat ",   msgctl($q, IPC_STAT, $st)            ? 1 : 0,  "\n";
print "bad id ", msgsnd(-1, pack('l! a*', 1, 'x'), 0) ? 1 : $!, "\n";
$pid = fork // die;
if (!$pid) { my $r = msgrcv $q, my $m, 10, 99, 0; exit($r ? 1 : $!{EIDRM} || $!{EINVAL} ? 7 : 2) }
print "remove ", msgctl($q, IPC_RMID, 0), "\n";
waitpid $pid, 0;
print "waiter ", $? >> 8, "\n";
undef $q;
