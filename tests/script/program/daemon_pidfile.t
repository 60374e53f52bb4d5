# A daemon: double fork, setsid, pid file, log file, stopped through the pid file.
use strict;
use warnings;
use POSIX qw(setsid);
use Cwd;

my $dir      = getcwd;
my $pid_file = "$dir/demo.pid";
my $log_file = "$dir/demo.log";

sub write_file { my ($name, $text) = @_; open my $fh, '>', "$name.tmp" or die; print $fh $text; close $fh; rename "$name.tmp", $name or die }
sub read_file { my $name = shift; open my $fh, '<', $name or return; local $/; <$fh> }

sub daemonize {
    my $code = shift;
    my $first = fork // die "fork: $!";
    if ($first) { waitpid $first, 0; return $? }
    setsid() or die "setsid: $!";
    my $second = fork // die;
    POSIX::_exit(0) if $second;
    chdir '/';
    umask 027;
    open STDIN,  '<', '/dev/null' or die;
    open STDOUT, '>>', $log_file or die;
    open STDERR, '>&', \*STDOUT or die;
    $| = 1;
    write_file($pid_file, "$$\n");
    exit $code->();
}

my $status = daemonize(sub {
    my ($stop, $ticks) = (0, 0);
    $SIG{TERM} = sub { $stop = 1 };
    $SIG{USR1} = sub { print "usr1 received\n" };
    $SIG{HUP}  = sub { print "reopening log\n"; open STDOUT, '>>', $log_file or die };
    local $0 = 'demo-daemon';
    printf "started, session leader: %s, parent %s\n",
        (POSIX::getpgrp() == $$ ? 'yes' : 'no'), (getppid() == 1 ? 'init' : 'other') ne '' ? 'set' : '';
    printf "cwd %s umask %03o\n", Cwd::getcwd(), umask;
    warn "a warning goes to the log\n";
    system 'echo from a child';
    until ($stop) { select undef, undef, undef, 0.02; die "orphan" if $ticks++ > 400 }
    unlink $pid_file;
    print "stopped\n";
    0;
});
print "launcher status $status\n";

my $tries = 0;
until (-e $pid_file) { select undef, undef, undef, 0.02; die "no pid file" if $tries++ > 400 }
chomp(my $pid = read_file($pid_file));
print "pid file has a number: ", ($pid =~ /^\d+$/ ? 'yes' : "no ($pid)"), "\n";
print "alive: ", (kill(0, $pid) ? 'yes' : 'no'), "\n";
print "not our child: ", (waitpid($pid, 0) == -1 ? 'yes' : 'no'), "\n";
sub wait_for_log {
    my $re = shift;
    for (1 .. 400) { return 1 if (read_file($log_file) // '') =~ $re; select undef, undef, undef, 0.02 }
    return 0;
}
wait_for_log(qr/from a child/) or print "never started\n";
kill USR1 => $pid;
wait_for_log(qr/usr1/) or print "no usr1\n";
kill HUP => $pid;
wait_for_log(qr/reopening/) or print "no hup\n";
kill TERM => $pid;
wait_for_log(qr/stopped/) or print "did not stop\n";
$tries = 0;
while (-e $pid_file) { select undef, undef, undef, 0.02; last if $tries++ > 400 }
print "pid file: ", (-e $pid_file ? 'still there' : 'gone'), "\n";
print "log: $_\n" for split /\n/, read_file($log_file);
