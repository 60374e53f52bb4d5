# Descriptors over exec: close-on-exec, $^F, fcntl, dup and numbered descriptors, STDIN/STDOUT redirection and restoring.
use strict;
use warnings;
use Fcntl;
use POSIX ();

$| = 1;
my $probe = 'for (@ARGV) { open my $fh, "<&=", $_ or do { print "$_ closed\n"; next }; my $l = <$fh>; print "$_ open: ", $l // "(eof)\n" }';
sub file { my ($name, $text) = @_; open my $fh, '>', $name or die; print $fh $text; close $fh }
file("f$_", "content $_\n") for 1 .. 3;
open my $a, '<', 'f1' or die;
my $fd = fileno $a;
print "cloexec by default: ", (fcntl($a, F_GETFD, 0) & FD_CLOEXEC ? 'yes' : 'no'), "\n";
print `$^X -e '$probe' $fd` =~ s/\d+/N/r;
fcntl $a, F_SETFD, 0 or die;
print `$^X -e '$probe' $fd` =~ s/\d+/N/r;
{
    local $^F = 100;
    open my $b, '<', 'f2' or die;
    my $n = fileno $b;
    print `$^X -e '$probe' $n` =~ s/\d+/N/r;
    pipe my $r, my $w or die;
    print "pipe cloexec: ", join(',', map { fcntl($_, F_GETFD, 0) & FD_CLOEXEC ? 1 : 0 } $r, $w), "\n";
}
print "STD cloexec: ", join(',', map { fcntl($_, F_GETFD, 0) & FD_CLOEXEC ? 1 : 0 } *STDIN, *STDOUT, *STDERR), "\n";

# A child that talks on descriptors 3 and 4.
pipe my $from, my $to or die;
my $pid = fork // die;
if (!$pid) {
    POSIX::dup2(fileno $to, 9) or die;
    exec 'sh', '-c', 'echo on nine >&9; echo stdout; echo stderr >&2' or die;
}
close $to;
waitpid $pid, 0;
print "child said: ", <$from>;

# Saving and restoring the standard handles.
open my $saved_out, '>&', \*STDOUT or die;
open my $saved_in,  '<&STDIN' or die;
open STDOUT, '>', 'captured' or die;
open STDIN,  '<', 'f3' or die;
print "to the file\n";
system 'cat; echo from the shell';
my $line = <STDIN>;
open STDOUT, '>&', $saved_out or die;
open STDIN,  '<&', $saved_in or die;
print "stdin was at eof: ", defined $line ? $line : 'yes', "\n";
print "fileno after restore: ", fileno STDIN, fileno STDOUT, "\n";
open my $c, '<', 'captured' or die;
print "captured: $_" while <$c>;

# stderr into stdout and a swap.
open my $olderr, '>&', \*STDERR or die;
open STDERR, '>&', \*STDOUT or die;
warn "warning on stdout\n";
system q{echo 'shell error' >&2};
open STDERR, '>&', $olderr or die;
my $both = `sh -c 'echo out; echo err >&2' 2>&1 1>/dev/null`;
print "only err: $both";

# An alias shares the position and the descriptor; a dup has its own descriptor.
open my $orig, '+>', 'shared' or die;
open my $alias, '>&=', $orig or die;
open my $dup, '>&', $orig or die;
print "same number: ", (fileno $alias == fileno $orig ? 1 : 0), (fileno $dup == fileno $orig ? 1 : 0), "\n";
for ($orig, $dup) { syswrite $_, 'ab' }
syswrite $alias, "c\n";
seek $orig, 0, 0;
print "together: ", <$orig>;
open my $fdopen, '<&=' . fileno $a or die;
print "again: ", scalar(<$fdopen>) // 'eof', "\n";
close $a;
print "closed under the alias: ", defined(eval { no warnings; my $x = <$fdopen>; $x }) ? 'read' : 'nothing', "\n";
print "bad dup: ", (open(my $bad, '<&', 87) ? 'opened' : "$!"), "\n";
my $out = '';
{
    local *STDOUT;
    open STDOUT, '>', \$out or die;
    print "into a string";
    printf ' %03d', 7;
}
print "string has: $out\n";
exec $^X, '-e', 'print "exec: @ARGV\n"; exit 3', 'last', 'words' if fork == 0;
wait;
print "status ", $? >> 8, "\n";
