# A chat hub over Unix sockets with select: messages fan out to every other member.
use strict;
use warnings;
use IO::Socket::UNIX;
use IO::Select;
use Socket;
use POSIX ();
alarm 30;
my $hub = IO::Socket::UNIX->new(Type => SOCK_STREAM, Local => 'hub', Listen => 5) or die $@;
my $pid = fork // die;
if (!$pid) {
    my $sel = IO::Select->new($hub);
    my (%name, $seen);
    while (1) {
        for my $h ($sel->can_read(10)) {
            if ($h == $hub) { my $c = $hub->accept; $c->autoflush(1); $sel->add($c); next }
            my $l = <$h>;
            if (!defined $l) {
                $sel->remove($h);
                delete $name{$h};
                close $h;
                POSIX::_exit(0) if ++$seen == 3;
                next;
            }
            chomp $l;
            if (!$name{$h}) { $name{$h} = $l; print $h "welcome $l\n"; next }
            for my $o ($sel->handles) {
                next if $o == $hub || $o == $h;
                print $o "$name{$h}: $l\n";
            }
            print $h "sent\n";
        }
    }
}
my %c;
for my $n (qw(ann bob cid)) {
    my $c = $c{$n} = IO::Socket::UNIX->new(Type => SOCK_STREAM, Peer => 'hub') or die;
    $c->autoflush(1);
    print $c "$n\n";
    print scalar <$c>;
}
for my $t (['ann', 'hello all'], ['bob', 'hi ann'], ['cid', 'bye']) {
    my ($n, $m) = @$t;
    print { $c{$n} } "$m\n";
    print "$n got ", scalar readline $c{$n};
    for my $o (grep { $_ ne $n } sort keys %c) {
        print "$o got ", scalar readline $c{$o};
    }
}
close $_ for values %c;
waitpid $pid, 0;
print "hub $?\n";
unlink 'hub';
