# In-memory handles: &= shares the variable, read-only ones; numbers that are none.
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
#### e15
open $a,"<",\"q\nw\n"; open my $c,"<&=",$a or print "dup2 $!\n"; print <$c>; print eof($a)?1:0,"\n"; open $a,"<",\"q\nw\n"; $l=<$a>; open $c,"<&",$a; print <$c>; print "rest:",<$a>; open $a,"<",\"q\nw\n"; $l=<$a>; open $c,"<&=",$a; print scalar(<$c>); print "rest:",<$a>; close $c; print "still:",defined(<$a>)?1:0,eof($a)?1:0,"\n"; my $s=""; open $a,">",\$s; print $a "one"; open $c,">&=",$a or print "no $!\n"; print $c "two"; print $a "three"; close $a; print $c "4"; close $c; print "$s\n"; $s=""; open $a,">",\$s; print $a "one"; open $c,">&",$a or print "no $!\n"; print $c "two"; print $a "three"; close $a; print $c "4"; close $c; print "$s\n";
#### c3
for my $m (1,0) { open $g,">&1x" or print "x $!\n"; open $g,">&=1x" or print "y $!\n"; }
#### c4
eval { open $g,">&","1x" or print "z $!\n"}; print $@;
#### c5
open $g, ">& 1" or print "w $!\n"; open $g,">&1 " or print "v $!\n"; open $g,">&=01" or print "u $!\n"; open $g,">&-1" or print "t $!\n";
#### c6
eval { open $g,">&" or print "s $!\n"}; print $@; eval {open $g,">&=" or print "r $!\n"}; print $@; open $g,">&1.5" or print "q $!\n"; open $g,">&99" or print "p $!\n";
#### c7
eval { open $g,">&","1.5" or print "n $!\n"}; print $@;
#### c8
eval { open $g,">&","" or print "m $!\n"}; print $@; open $g,">&",1.5 or print "l $!\n"; open $g,">&=",-1 or print "k $!\n"; open $g,">&",99999999999 or print "j $!\n"; open $g,">&NOSUCH" or print "i $!\n";
#### c9
eval { open $g,">&","+1" or print "g $!\n"}; print $@; open $g,">&+1" or print "f $!\n"; open $g,">&0x1" or print "f $!\n";  open $g,">&1e0" or print "f $!\n"; open $g,">&1_0" or print "f $!\n"; open $g,">&00001" or print "f $!\n"; open $g,">&99999999999" or print "f $!\n";
#### c10
open $g,">&","01" or print "01 $!\n"; eval {open $g,">&"," 1" or print "sp1 $!\n"}; print $@; eval {open $g,">&","1 " or print "1sp $!\n"}; print $@; eval{open $g,">&","1e0" or print "1e0 $!\n"}; print $@; eval{open $g,">&","-1" or print "-1 $!\n"}; print $@; eval{open $g,">&=","1x" or print "1x $!\n"}; print $@; eval{open $g,">&=","1\n" or print "1n $!\n"}; print $@;
