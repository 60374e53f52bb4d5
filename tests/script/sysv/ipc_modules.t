# IPC::SharedMem, IPC::Semaphore and IPC::Msg objects.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_NOWAIT S_IRUSR S_IWUSR);
use IPC::Semaphore;
use IPC::Msg;
use IPC::SharedMem;
alarm 20;
my $s = IPC::Semaphore->new(IPC_PRIVATE, 4, IPC_CREAT | S_IRUSR | S_IWUSR) or die $!;
$s->setall(1, 2, 3, 4);
print join(',', $s->getall), " one ", $s->getval(2), "\n";
$s->setval(0, 9);
print $s->getval(0), "\n";
print "op ",         $s->op(0, -9, 0, 1, -1, 0) ? 1 : 0, " ", join(',', $s->getall), "\n";
print "nowait ",     $s->op(0, -1, IPC_NOWAIT) ? 1 : 'no', "\n";
print "nsems ", $s->stat->nsems, " ncnt ", $s->getncnt(0), " zcnt ", $s->getzcnt(0), " pid ",
    $s->getpid(0) == $$ ? 1 : 0, "\n";
print "remove ", $s->remove ? 1 : 0, "\n";
my $m = IPC::Msg->new(IPC_PRIVATE, IPC_CREAT | 0600) or die $!;
print "snd ", $m->snd(5, 'hello') ? 1 : 0, " ";
$m->snd(6, 'six');
my $b;
print "rcv ",   $m->rcv($b, 100, 6), " $b ", $m->rcv($b, 100), " $b\n";
print "empty ", defined $m->rcv($b, 10, 0, IPC_NOWAIT) ? 1 : 'undef', "\n";
print "qnum ",  $m->stat->qnum, " mode ", sprintf('%o', $m->stat->mode & 0777), "\n";
$m->set(mode => 0640);
printf "mode %o\n", $m->stat->mode & 0777;
$m->remove;
my $h = IPC::SharedMem->new(IPC_PRIVATE, 64, IPC_CREAT | 0600) or die $!;
print "write ", $h->write('shared', 3, 6) ? 1 : 0, " read ", $h->read(3, 6), "\n";
$h->attach or die;
print "attached write ", $h->write('!', 0, 1) ? 1 : 0, $h->read(0, 1), " size ", $h->stat->segsz,
    " attached ", $h->stat->nattch, "\n";
$h->detach;
print "remove ", $h->remove ? 1 : 0, "\n";
