# Three-stage pipelines: by hand with fork and pipe, with open '-|' forks, and through the shell.
use strict;
use warnings;

sub pipeline {
    my @stages = @_;
    my $in;
    my @pids;
    for my $i (0 .. $#stages) {
        pipe my $r, my $w or die "pipe: $!";
        my $pid = fork // die "fork: $!";
        if (!$pid) {
            close $r;
            if ($in) { open STDIN, '<&', $in or die "dup: $!"; close $in }
            open STDOUT, '>&', $w or die "dup: $!";
            close $w;
            my $ok = eval { $stages[$i]->(); 1 };
            warn "stage $i: $@" unless $ok;
            exit($ok ? 0 : 20 + $i);
        }
        push @pids, $pid;
        close $w;
        $in = $r;
    }
    my @out = <$in>;
    close $in;
    my @status = map { waitpid $_, 0; $? >> 8 } @pids;
    return (\@out, \@status);
}

my ($out, $st) = pipeline(
    sub { print "$_\n" for 1 .. 1000 },
    sub { while (<STDIN>) { print if $_ % 7 == 0 } },
    sub { my $t = 0; my $n = 0; while (<STDIN>) { chomp; $t += $_; $n++ } print "$n numbers, total $t\n" },
);
print "result: @$out", "status: @$st\n";

($out, $st) = pipeline(
    sub { print map { "$_\n" } qw(pear apple fig) },
    sub { my @l = sort <STDIN>; die "too many\n" if @l > 2; print @l },
    sub { print 'got ', scalar(my @l = <STDIN>), " lines\n" },
);
print "result: @$out", "status: @$st\n";

# A reader that stops early: the writer must see SIGPIPE.
{
    my $pid = open my $fh, '-|';
    die unless defined $pid;
    if (!$pid) {
        $SIG{PIPE} = 'DEFAULT';
        $| = 1;
        my $i = 0;
        print "line ", $i++, "\n" while 1;
    }
    my $first = <$fh>;
    print "first: $first";
    close $fh;
    printf "writer died of signal %d\n", $? & 127;
}

# Nested forks: child of the child filters.
my $pid = open my $kid, '-|' // die;
if (!$pid) {
    my $pid2 = open my $inner, '-|' // die;
    if (!$pid2) { print "alpha\nbeta\ngamma\n"; exit 2 }
    while (<$inner>) { print ucfirst }
    close $inner;
    exit(($? >> 8) + 1);
}
print "nested: $_" while <$kid>;
close $kid;
print "nested status: ", $? >> 8, "\n";

open my $sh, '-|', q{printf '3\n1\n2\n' | sort -n | tr '\n' ' '} or die;
print "shell: ", <$sh>, "\n";
print "closed: ", (close $sh ? 'ok' : "failed $?"), "\n";
open my $sort, '|-', 'sort', '-r' or die "sort: $!";
$| = 1;
print {$sort} map { "$_\n" } qw(b a c);
close $sort or print "sort status $?\n";
open my $false, '|-', 'exit 5;' or die;
print "false closed: ", (close $false ? 'ok' : "\$?=" . ($? >> 8) . " \$!=" . ($! + 0)), "\n";
my $lines = qx{echo one; echo two >&2 2>/dev/null; echo three};
print "lines: ", join('+', split /\n/, $lines), "\n";
