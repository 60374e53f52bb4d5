# Messages of failing exec, system, open and qx with warnings on.
# switches: -w
use strict;
$SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at \S+ line \d+\.$//mr };
$| = 1;
my $n = '/nonexistent/name';
system $n, 'arg';
system $n;
system "$n arg";
system {$n} 'zero', 'one';
my $o = `$n`;
$o = qx{$n with args};
print "qx undef\n" unless defined $o;
open my $p, '-|', $n, 'x';
open $p,    '|-', $n, 'y';
open $p,    "$n |";
print "pipe open: ", $p ? 1 : 0, "\n";
close $p;
my $pid = fork // die;
if (!$pid) { exec $n, 1; print "still here: $!\n"; exit 0 }
waitpid $pid, 0;
$pid = fork // die;
if (!$pid) { exec $n; exit 0 }
waitpid $pid, 0;
mkdir 'd';
system './d', 'x';
print "status $?\n";
open my $f, '>', 'noshebang';
print $f "#!/nonexistent/interp\n";
close $f;
chmod 0755, 'noshebang';
system './noshebang';
print "status $?\n";
open $f, '>', 'text';
print $f "echo from sh fallback\n";
close $f;
chmod 0755, 'text';
my $r = system './text', 'list';
print "text file: $r ", $r < 0 ? $! : '', "\n";
print eval 'sub { exec "echo", "x"; print "y" }; 1' ? "compiled\n" : $@;
system "nosuchcommand-xyz arg";
system 'nosuchcommand-xyz', 'arg';
print "done\n";
