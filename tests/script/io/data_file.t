# DATA is the program's own file: its position is shared with children.
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
#### e23
print fileno(DATA),"\n"; print scalar <DATA>; package Foo; print fileno(main::DATA),"\n"; $x=<main::DATA>; print $x; seek(main::DATA,-5,1); print <main::DATA>; print tell(main::DATA),"\n";
__DATA__
one
two
three
