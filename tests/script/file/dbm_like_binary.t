# Fixed-size binary records: pack, seek by record, in-place update, vec over a file.
use strict;
use warnings;
my $rec = 'A8 N n a2';
my $len = length pack $rec, '', 0, 0, '';
print "len $len\n";
open my $h, '+>', 'db' or die;
binmode $h;
print $h pack $rec, "name$_", $_ * 1000, $_, 'zz' for 0 .. 9;
sub get { my $i = shift; seek $h, $i * $len, 0; read($h, my $b, $len); unpack $rec, $b }
print join(',', get(3)), "\n";
print join(',', get(9)), "\n";
seek $h, 3 * $len, 0;
print $h pack $rec, 'changed', 4_000_000_000, 65535, 'ok';
print join(',', get(3)), "\n";
print join(',', get(4)), "\n";
print "size ", (stat $h)[7], " records ", (-s $h) / $len, "\n";
my @x = get(10);
print "past end ", scalar(@x), "\n";
{
    local $/ = \$len;
    seek $h, 0, 0;
    my $n = 0;
    while (my $r = <$h>) { $n++; print "last ", (unpack $rec, $r)[0], "\n" if $n == 10 }
}
print unpack(
    '%32C*',
    do { seek $h, 0, 0; local $/; <$h> }
    ),
    "\n";
close $h;
