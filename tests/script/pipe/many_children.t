# Fan-out and fan-in: ten children each with its own pipe, collected in order and by select.
use strict;
use warnings;
my @k;
for my $i (1 .. 10) {
    my $pid = open(my $h, '-|') // die;
    if (!$pid) { print "child $i\n"; exit $i }
    push @k, [$pid, $h, $i];
}
for (@k) {
    my ($pid, $h, $i) = @$_;
    my $l = <$h>;
    close $h;
    print $l =~ s/\n//r, " exit ", $? >> 8, "\n";
}
my %h;
for my $i (1 .. 5) {
    my $pid = open(my $h, '-|') // die;
    if (!$pid) { syswrite STDOUT, "$i" x (20000 * $i); exit 0 }
    $h{ fileno $h } = [$h, 0];
}
my $eof = 0;
while (%h) {
    my $rin = '';
    vec($rin, $_, 1) = 1 for keys %h;
    my $n = select(my $ro = $rin, undef, undef, 10);
    last unless $n > 0;
    for (grep { vec $ro, $_, 1 } keys %h) {
        my $k = sysread $h{$_}[0], my $b, 8192;
        if   ($k) { $h{$_}[1]             += $k }
        else      { close $h{$_}[0]; $eof += $h{$_}[1]; delete $h{$_} }
    }
}
print "bytes $eof\n";
print "wait ", wait, "\n";
