# SIGFPE is ignored here, and programs that are started find it as it was.
use strict;
use warnings;
$| = 1;
print $SIG{FPE} // 'undef', "\n";
sub ignored { $_[0] =~ /^SigIgn:\s*(\w+)/m ? hex($1) & 1 << 7 ? 'ignored' : 'default' : 'unknown' }
print ignored(scalar `cat /proc/self/status | grep SigIgn`), "\n";
open my $from, '-|', 'grep', 'SigIgn', '/proc/self/status' or die $!;
print ignored(scalar <$from>), "\n";
pipe my $r, my $w or die $!;
my $pid = fork // die $!;
if (!$pid) {
    open STDOUT, '>&', $w;
    exec 'grep', 'SigIgn', '/proc/self/status';
}
close $w;
print ignored(scalar <$r>), "\n";
waitpid $pid, 0;
{
    no warnings 'exec';
    print exec('/nonexistent/program') ? 'ran' : 'not run', "\n";
}
open my $own, '<', '/proc/self/status' or die $!;
print ignored(join '', <$own>), "\n";
