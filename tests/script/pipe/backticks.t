# qx and backticks: contexts, interpolation, status, $/ in list context, shell features, failures.
use strict;
use warnings;
my $s = `echo one; echo two`;
print "scalar ", $s =~ tr/\n//, "\n";
my @l = `printf 'a\nb\nc'`;
print "list ", scalar(@l), " [$l[2]]\n";
my $v = 'in terpolated';
print `echo $v`;
print qx'echo $HOME' eq "$ENV{HOME}\n" ? "single quotes leave it to the shell\n" : "no\n";
print qx{echo {braces}};
`exit 3`;
print "status ", $? >> 8, "\n";
`kill -9 \$\$`;
print "signal ", $? & 127, "\n";
{
    local $/ = ',';
    my @c = `printf '1,2,3'`;
    print "by comma ", scalar(@c), " $c[0]\n";
    local $/;
    my @all = `printf '1\n2\n'`;
    print "undef sep ", scalar(@all), "\n";
}
my $e = `true`;
print "empty ", defined $e ? "[$e]" : 'undef', "\n";
{
    no warnings;
    $! = 0;
    my $r = `/nonexistent/cmd`;
    print "missing: ", defined $r ? "[$r]" : 'undef', " ", $?, " $!\n";
    my @r = `/nonexistent/cmd`;
    print "missing list ", scalar(@r), "\n";
}
print "stderr apart: ", `echo out; echo err >&2`;
print "joined: ",       `sh -c 'echo out; echo err >&2' 2>&1`;
my $n = () = `echo 1; echo 2; echo 3`;
print "count $n\n";
print "readpipe ", readpipe('echo rp');
$_ = 'echo topic';
print readpipe;
my $bin = `printf '\\000\\377'`;
print unpack('H*', $bin), "\n";
chomp(my $c = `echo chomped`);
print "[$c]\n";
