# In-memory handles on values that cannot be changed.
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
#### ro1
eval { open $a,"<",\undef; print "alive\n" }; print "alive\n"; print $@;
#### ro2
eval { open $a,">",\undef or print "no $!\n" }; print "alive\n"; print $@;
#### ro3
eval { open $a,">>",\undef or print "no $!\n" }; print "alive\n"; print $@;
#### ro4
eval { open $a,">",\"abc"; print "alive $!\n" }; print "alive\n"; print $@;
#### ro5
eval { for my $z (undef) { open $a,"<",\$z or print "q $!\n"; print "alive\n" } }; print "alive\n"; print $@;
#### ro6
eval { use constant U=>undef; open $a,"<",\U; print "alive\n" }; print "alive\n"; print $@;
