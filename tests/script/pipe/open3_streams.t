# IPC::Open3: separate and merged error streams, undef and empty error handle, exec failure.
use strict;
use warnings;
use IPC::Open3;
use Symbol 'gensym';
alarm 20;
my $pid = open3(my $in, my $out, my $err = gensym,
    $^X, '-e', 'print "o\n"; print STDERR "e\n"; print STDERR scalar <STDIN>; exit 5');
print $in "input\n";
close $in;
print "out: ", <$out>;
print "err: $_" while <$err>;
waitpid $pid, 0;
print "exit ", $? >> 8, "\n";
$pid = open3(my $i2, my $o2, undef, $^X, '-e',
    '$| = 1; print "a\n"; print STDERR "b\n"; print "c\n"');
close $i2;
print "merged: ", join '', <$o2>;
waitpid $pid, 0;
print "status $?\n";
$pid = open3('<&STDIN', my $o3, '>&STDERR', $^X, '-e',
    'print STDERR "to my stderr\n"; print "x", scalar(<STDIN>) // "eof", "\n"');
print <$o3>;
waitpid $pid, 0;
my $ok = eval { open3(my $a, my $b, undef, '/nonexistent/prog', 'x'); 1 };
print $ok ? "started\n" : "error: " . ($@ =~ s/ at \S+ line \d+.*//sr) . "\n";
$ok = eval { open3(my $a, my $b, undef); 1 };
print $@ =~ s/ at \S+ line \d+.*//sr, "\n";
$pid = open3(my $w, '>&STDOUT', undef, 'echo', 'dup') if 0;
local *ERR;
$pid = open3(my $i5, my $o5, \*ERR, 'sh', '-c', 'echo shell; echo bad >&2; exit 2');
close $i5;
print <$o5>, <ERR>;
waitpid $pid, 0;
print $? >> 8, "\n";
