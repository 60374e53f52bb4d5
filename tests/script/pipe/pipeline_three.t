# A pipeline of three processes built by hand with pipe, fork and dup onto 0 and 1.
use strict;
use warnings;
use POSIX ();
$| = 1;
my @stage = (
    sub { print "$_\n" for 1 .. 20 },
    sub {
        while (<STDIN>) { print $_ * $_, "\n" if $_ % 2 }
    },
    sub { my $s = 0; $s += $_ while <STDIN>; print "sum $s\n" });
my ($in, @pid);
for my $i (0 .. $#stage) {
    my ($r, $w);
    if ($i < $#stage) { pipe $r, $w or die }
    my $pid = fork // die;
    if (!$pid) {
        if ($in) { open STDIN, '<&', $in or die; close $in }
        if ($w) { close $r; open STDOUT, '>&', $w or die; close $w }
        $stage[$i]->();
        exit $i;
    }
    close $in if $in;
    close $w  if $w;
    $in = $r;
    push @pid, $pid;
}
print join(',', map { waitpid $_, 0; $? >> 8 } @pid), "\n";
pipe my $r, my $w;
my $pid = fork // die;
if (!$pid) { POSIX::dup2(fileno $w, 1) // die; exec 'echo', 'through dup2' or die }
close $w;
print <$r>;
waitpid $pid, 0;
print "exit $?\n";
$pid = fork // die;
if (!$pid) { close STDOUT; open STDOUT, '>', 'o' or die; exec $^X, '-e', 'print "fd 1 again\n"' }
waitpid $pid, 0;
open my $o, '<', 'o';
print <$o>;
