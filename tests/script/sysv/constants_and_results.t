# shmdt's result and a constant as the variable of shmread.
# Each program runs by itself; its output, messages and status are shown.
use strict;
use warnings;
$| = 1;
my ($name, %program, @order);
while (my $line = <DATA>) {
    if ($line =~ /^#### (.*)/) { push @order, $name = $1 }
    else { $program{$name} .= $line }
}
for my $test (@order) {
    print "== $test\n";
    open my $file, '>', 'p.pl' or die;
    print $file $program{$test};
    close $file;
    my $status = system "$^X p.pl < /dev/null > out 2> err";
    for my $which ('out', 'err') {
        open my $in, '<', $which or die;
        my $text = join '', <$in>;
        print "$which: $text" if length $text;
    }
    print "\nstatus $status\n";
}
__DATA__
#### f3
use IPC::SysV qw(:all); my $id=shmget(IPC_PRIVATE,20,0600); my $a=shmat($id,undef,0); print shmdt($a),"\n"; $!=0; print shmdt($a)//'undef'," ",$!+0,"\n"; shmctl $id,IPC_RMID,0; print shmat(99999999,undef,0)//'undef',"\n"; my $id2=shmget(IPC_PRIVATE,20,0600); $a=shmat($id2,undef,0); print memwrite($a,"abc",0,3),"\n"; print memread($a,my $v,0,3),"$v\n"; eval { memread($a,"x",0,3)}; print $@; eval { print memread("zz",$v,0,3)?1:0}; print $@; eval { print shmdt("zz")?1:0,"\n"}; print $@; eval { print shmdt(0)//'undef',"\n"}; print $@; eval { print shmdt(undef)//'undef',"\n"}; print $@; print ftok("/nonexistent")//'undef',"\n"; shmctl $id2,IPC_RMID,0;
#### f4
use IPC::SysV; shmread(1,"const",0,2); print "run\n"
