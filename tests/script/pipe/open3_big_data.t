# Both output streams of open3 drained with select while a megabyte is written: no deadlock.
use strict;
use warnings;
use IPC::Open3;
use Symbol;
use IO::Select;
alarm 30;
my $pid = open3(
    my $in,
    my $out,
    my $err = gensym,
    $^X,
    '-e',
    'binmode STDIN; while (sysread STDIN, my $b, 4096) { syswrite STDOUT, $b; syswrite STDERR, substr $b, 0, 10 }'
);
my $data = join '', map { chr(65 + $_ % 26) } 1 .. 300_000;
my ($sent, $o, $e) = (0, '', '');
my $r = IO::Select->new($out, $err);
my $w = IO::Select->new($in);
$in->blocking(0);
while ($r->count) {
    my ($rr, $ww) = IO::Select->select($r, $w, undef, 10) or last;
    for my $h (@$ww) {
        my $n = syswrite $h, $data, 32768, $sent;
        $sent += $n if defined $n;
        if ($sent >= length $data) { $w->remove($h); close $h }
    }
    for my $h (@$rr) {
        my $n = sysread $h, my $b, 65536;
        if   (!$n)        { $r->remove($h); close $h; next }
        if   ($h == $out) { $o .= $b }
        else              { $e .= $b }
    }
}
waitpid $pid, 0;
print "status $? sent $sent\n";
print "same ", $o eq $data ? 1 : 0, "\n";
print "err bytes ", length($e) > 700 ? 1 : 0, " ", $e =~ /^[A-Z]+$/ ? 1 : 0, "\n";
