# Standard handles opened the other way round, and messages that have nowhere to go.
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
#### e6
use warnings; open STDIN,">","g"; print "ok\n";
#### e7
use warnings; close STDIN; open STDIN,">","g"; print "ok\n"; close STDIN; open my $f,">","g"; print "ok2\n"; close STDOUT; open X,"<","g"; print STDERR "k\n";
#### e8
use warnings; close STDIN; open FH,">","g"; close FH; open STDIN,">","g"; close STDIN; open STDOUT,"<","g"; open STDERR,"<","g";
#### e9
use warnings; close STDOUT; open STDOUT,"<","g1"; open STDOUT,"<","/dev/null"; print STDERR "x\n"; close STDERR; open STDERR,"<","/dev/null";
#### e10
use warnings; open F,"<","/dev/null"; close F; my $c=getc F; print defined $c?1:0,"\n"; $c=getc NOFH; open my $g,">","g"; $c=getc $g; use IO::Handle; $c=$g->getc; close $g; $c=getc($g); $c=getc(STDOUT);
