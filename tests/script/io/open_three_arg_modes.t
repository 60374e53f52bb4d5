# Every three-argument mode: what it creates, truncates, positions and refuses.
use strict;
use warnings;
sub slurp {
    my ($n) = @_;
    open my $h, '<', $n or return "<$!>";
    local $/;
    my $d = <$h>;
    defined $d ? $d : '';
}
sub put { my ($n, $d) = @_; open my $h, '>', $n or die "put: $!"; print $h $d; close $h or die }
put('a', "one\ntwo\n");
print "write truncates: ", length(slurp('a')), "\n";
open my $h, '>>', 'a' or die;
print "append tell after open: ", tell($h), "\n";
print $h "three\n";
print "append tell after print: ", tell($h), "\n";
close $h;
print "appended: ", slurp('a') =~ tr/\n//, " lines\n";
open $h, '+<', 'a' or die;
my $l = <$h>;
print "update read: $l";
seek $h, 0, 1;
print $h "TWO\n";
seek $h, 0, 0;
print "update all: ", join('|', map { chomp; $_ } <$h>), "\n";
close $h;
open $h, '+>', 'a' or die;
print "plus-write size: ", -s $h, "\n";
print $h "xyz";
seek $h, 1, 0;
print "plus-write back: ", scalar(<$h>), "\n";
close $h;
open $h, '+>>', 'a' or die;
print $h "END";
seek $h, 0, 0;
print "plus-append: ", scalar(<$h>), "\n";
seek $h, 0, 0;
print $h "!";
seek $h, 0, 0;
print "append ignores seek: ", scalar(<$h>), "\n";
close $h;
for my $mode ('<', '+<', '>', '+>', '>>', '+>>') {
    unlink 'new';
    my $ok = open my $n, $mode, 'new';
    my $e  = $ok ? '' : " ($!)";
    print "missing file, $mode: ", ($ok ? 'opened' : 'failed'), $e, ", exists ",
        (-e 'new' ? 1 : 0), "\n";
}
