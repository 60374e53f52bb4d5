# The alarm idiom in depth: nested time-outs, remaining time restored, alarm 0 in eval, slow reads.
use strict;
use warnings;
use Time::HiRes qw(alarm sleep);
sub with_timeout {
    my ($t, $c) = @_;
    my @r;
    my $ok = eval {
        local $SIG{ALRM} = sub { die "alarm\n" };
        alarm $t;
        @r = $c->();
        alarm 0;
        1;
    };
    my $e = $@;
    alarm 0;
    die $e if !$ok && $e ne "alarm\n";
    return $ok ? "ok(@r)" : 'timeout';
}
print with_timeout(5,    sub {42}),        "\n";
print with_timeout(0.05, sub { sleep 5 }), "\n";
print eval {
    with_timeout(5, sub { die "own error\n" });
} // "passed on: $@";
print with_timeout(
    5,
    sub {
        with_timeout(0.05, sub { sleep 5 }) . ' inner';
    }
    ),
    "\n";
my $pid = open my $p, '-|', $^X, '-e', '$| = 1; print "first\n"; sleep 20' or die;
my @l;
my $res = with_timeout(
    1,
    sub {
        while (<$p>) { push @l, $_ }
        'all';
    });
kill TERM => $pid;
close $p;
print "$res lines ", scalar(@l), " $l[0]", "signal ", $? & 127, "\n";
print with_timeout(0.05, sub { 1 while 1 }), "\n";
print with_timeout(
    0.05,
    sub {
        my @a = (1 .. 10);
        while (1) {
            @a = map { $_ + 1 } @a;
        }
    }
    ),
    "\n";
print with_timeout(
    0.05,
    sub {
        my %h;
        my $i = 0;
        while (1) { $h{ $i++ % 100 } .= ''; }
    }
    ),
    "\n";
print with_timeout(
    0.05,
    sub {
        while (1) { my $s = join ',', sort 1 .. 50 }
    }
    ),
    "\n";
print with_timeout(
    0.1,
    sub {
        while (1) { ("a" x 20) =~ /a+b/ }
    }
    ),
    "\n";
my $left = do { alarm 100; my $r = alarm 0; $r };
print "left ", $left > 95 ? 1 : 0, "\n";
