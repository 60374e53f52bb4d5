# Handlers during print and readline on pipes lose no data.
use strict;
use warnings;
use Time::HiRes 'ualarm';
alarm 0;
my $ticks = 0;
$SIG{ALRM} = sub { $ticks++ };
pipe my $r, my $w or die;
my $pid = fork // die;
if (!$pid) {
    ualarm 0;
    close $r;
    local $SIG{ALRM} = sub { $ticks++ };
    ualarm 1000, 1000;
    for my $i (1 .. 20_000) { print $w "line $i\n" }
    close $w;
    ualarm 0;
    exit($ticks > 0 ? 0 : 1);
}
close $w;
ualarm 1000, 1000;
my ($n, $sum, $bad) = (0, 0, 0);
while (my $l = <$r>) { $n++; $l =~ /^line (\d+)$/ && $1 == $n or $bad++; $sum += $1 }
ualarm 0;
waitpid $pid, 0;
print "lines $n sum $sum bad $bad child $?\n";
print "ticks ", $ticks > 0 ? 1 : 0, "\n";
ualarm 1000, 1000;
my $data = '';
for my $i (1 .. 300) { my $o = `echo $i`; $data .= $o }
ualarm 0;
print "qx ", length $data, "\n";
ualarm 1000, 1000;
my $ok = 0;
for (1 .. 30) { $ok++ if system($^X, '-e', 'exit 0') == 0 }
ualarm 0;
print "system $ok\n";
