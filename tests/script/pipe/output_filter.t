# perlipc's filter idiom: a child on the other end of STDOUT, END blocks and ordering.
use strict;
use warnings;
$| = 1;
sub filter {
    my ($prefix) = @_;
    my $pid = open(STDOUT, '|-') // die "fork: $!";
    return $pid if $pid;
    while (<STDIN>) { print "$prefix$_" }
    exit 0;
}
print "plain\n";
open my $save, '>&', \*STDOUT or die;
my $pid = filter('1: ');
print "filtered one\n";
print "filtered two\n";
system $^X, '-e', 'print "from system\n"';
close STDOUT;
print STDERR "status $?\n";
open STDOUT, '>&', $save or die;
print "plain again\n";
print "done\n";
