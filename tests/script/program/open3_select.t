# open3 with IO::Select on both outputs, interleaved big data, and a child that needs input.
use strict;
use warnings;
use IPC::Open3;
use IPC::Open2;
use IO::Select;
use Symbol 'gensym';

my $script = <<'CHILD';
$| = 1;
while (my $line = <STDIN>) {
    chomp $line;
    if ($line =~ /^out (\d+)$/)    { print "o" x $1, "\n" }
    elsif ($line =~ /^err (\d+)$/) { print STDERR "e" x $1, "\n" }
    elsif ($line =~ /^exit (\d+)/) { exit $1 }
    else                           { print STDERR "bad: $line\n"; }
}
exit 77;
CHILD

sub run_commands {
    my (@commands) = @_;
    my $pid = open3(my $in, my $out, my $err = gensym, $^X, '-e', $script);
    my %buf = (out => '', err => '');
    my %name = (fileno $out, 'out', fileno $err, 'err');
    my $readers = IO::Select->new($out, $err);
    my $writers = IO::Select->new($in);
    my $pending = join '', map { "$_\n" } @commands;
    local $SIG{PIPE} = 'IGNORE';
    $in->blocking(0);
    while ($readers->count) {
        my ($r, $w) = IO::Select->select($readers, $writers, undef, 5) or die "stuck";
        for my $fh (@$r) {
            my $n = sysread $fh, my $chunk, 65536;
            if (!$n) { $readers->remove($fh); next }
            $buf{ $name{ fileno $fh } } .= $chunk;
        }
        for my $fh (@$w) {
            if (!length $pending) { $writers->remove($fh); close $fh; next }
            my $n = syswrite $fh, $pending, 100;
            if (!defined $n) { $writers->remove($fh); last }
            substr $pending, 0, $n, '';
        }
    }
    waitpid $pid, 0;
    return ($? >> 8, $buf{out}, $buf{err});
}
sub short { join ' ', map { substr($_, 0, 1) . 'x' . length } split /\n/, shift }

for my $case (['out 3', 'err 4'], ['out 200000', 'err 150000', 'out 5', 'exit 6'], ['what', 'exit 0'], []) {
    my ($status, $out, $err) = run_commands(@$case);
    printf "%-36s status=%d out=%s err=%s\n", "[@$case]", $status, short($out), length $err > 40 ? short($err) : $err =~ s/\n/;/gr;
}

my $pid = open2(my $from, my $to, 'sh', '-c', 'while read a b; do echo $((a * b)); done');
my @answers;
for ([6, 7], [12, 12], [-3, 9]) {
    print {$to} "@$_\n";
    push @answers, scalar <$from>;
}
close $to;
print "open2: ", map { chomp; "$_ " } @answers;
my $rest = <$from>;
print "\nrest: ", $rest // "eof", "\n";
waitpid $pid, 0;
print "status $?\n";

my $missing = eval { open3(my $i, my $o, undef, '/no/such/program'); 1 };
print "missing: ", $missing ? 'started' : $@ =~ s/ at .*//sr, "\n";

my $p = open3('<&STDIN', my $merged, undef, 'sh', '-c', 'echo to-out; echo to-err >&2');
print "merged: ", join(',', sort map { chomp; $_ } <$merged>), "\n";
waitpid $p, 0;
