# -F: its pattern ends at white space; what counts as delimiters around it. `undef` before + or -.
sub run {
    my @arguments = @_;
    open my $in, '>', 'input' or die; print $in "a b:c,d\n"; close $in;
    my $pid = fork // die;
    if (!$pid) { open STDIN, '<', 'input'; open STDERR, '>&', \*STDOUT; exec $^X, @arguments or die }
    waitpid $pid, 0;
    print "\n[$?]\n";
}
$| = 1;
my $join = 'print join "|", map { chomp; $_ } @F';
run($_, '-ane', $join) for '-F:', '-F: ', '-F/:/', '-F/[:,]/', '-F/[: ]/', '-F/ /', '-F":"', "-F'b x'", '-F,', '-F/', '-F[:,]';
run('-we', $_) for 'print -f undef + 1', 'my $x = undef + 1', 'print undef +1', 'print undef . ""', 'print undef . 1';
