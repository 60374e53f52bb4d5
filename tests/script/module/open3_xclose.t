# open3 with "<&STDIN" closes STDIN through IPC::Open3::xclose, which a caller may replace.
use strict; use warnings;
use IPC::Open3;
for my $round (1, 2) {
    my $xclose = \&IPC::Open3::xclose;
    no warnings 'redefine';
    local *IPC::Open3::xclose = sub { my $fh = shift; no strict 'refs'; return if fileno($fh) == fileno(STDIN); $xclose->($fh) };
    my $pid = open3('<&STDIN', my $out, '', 'echo', "round $round");
    print <$out>;
    waitpid $pid, 0;
    print $?, "\n";
}
print defined fileno STDIN ? "open\n" : "closed\n";
my $pid = open3('<&STDIN', my $out, '', 'echo', 'last');
print <$out>;
waitpid $pid, 0;
print defined fileno STDIN ? "open\n" : "closed\n";
