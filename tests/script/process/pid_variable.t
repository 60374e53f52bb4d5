# $$ assigned, and what children and POSIX::getpid say.
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
#### e14
print "$$\n" eq "x"; my $p0=$$; $$=5; print $$,"\n"; if(!fork){ print $$==5?"five":$$==$p0?"parent":"pid","\n"; exit } wait; print $$,"\n"; if(!fork) { $$=7; print "$$\n"; if (!fork) { print $$==7?"seven":"pid","\n"; exit } wait; exit } wait; system("true"); print "$$\n"; print `echo \$\$` == 5 ? "no":"shell","\n"; $$="abc"; print "$$\n"; { local $$=9; print "$$\n" } print "$$\n"; use POSIX; print getpid()==$p0?1:0,"\n"; print getppid()==POSIX::getppid()?1:0,"\n";
