# Methods of IO objects whose class is not loaded yet.
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
#### k7
eval { *STDIN{IO}->blocking(1); print "ok\n" }; print $@; eval { STDOUT->autoflush(1); print "ok2\n" }; print $@; open my $f,"<","/dev/null"; eval { print $f->opened,"\n" }; print $@; eval { print *STDIN{IO}->fileno,"\n" }; print $@; print ref *STDIN{IO},"\n"; print $INC{"IO/Handle.pm"}?1:0,$INC{"IO/File.pm"}?1:0,"\n"; eval { print *STDIN{IO}->can("blocking")?1:0,"\n" }; print $@; eval { my $x=*STDIN{IO}; print $x->blocking,"\n" }; print $@; eval { my $m="getline"; print defined(*STDIN{IO}->$m)?1:0,"\n" }; print $@;
