# Programs that cannot be started: who says so, where, and what is left in $! and $?.
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
#### e1
no warnings; $!=0; my @a; exec @a; print "$!\n"; $!=0; print exec(@a)?1:0,"$!\n"; $!=0; print exec("")?1:0,"$!\n"; $!=0; print system(@a),"$! $?\n"; $!=0; print system(""),"$! $?\n"; $!=0; print exec(" ")?1:0,"$!\n"; $!=0; print system(" "),"$! $?\n"; $!=0; print system {"x"} (),"$! $?\n";
#### e2
use warnings; print system("nonexist_xyz a b 2>&1"),"$?\n"; print system("nonexist_xyz a b"),"$?\n"; print system("nonexist_xyz a b >/dev/null"),"$?\n"; print system("nonexist_xyz a; true"),"$?\n"; print `nonexist_xyz 2>&1`,"$?\n"; print `nonexist_xyz`,"$?\n";
#### e3
use warnings; system("nonexist_xyz 2>&1 "); system("  nonexist_xyz  a 2>&1"); system("nonexist_xyz 2>&1 b"); system("nonexist_xyz a2>&1"); print "$?\n";
#### e4
use warnings; exec("nonexist_xyz a b 2>&1"); print "after $!\n"; { exec("nonexist_xyz a b"); } print "after $!\n";
#### e5
use warnings; open F,"nonexist_xyz 2>&1|" or print "failed $!\n"; print <F>; close F; print "$?\n"; open F,"|nonexist_xyz 2>&1" or print "failed $!\n"; open F,"-|","nonexist_xyz" or print "failed $!\n";
