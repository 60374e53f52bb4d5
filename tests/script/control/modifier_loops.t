# EXPR while COND is no loop for next, last and redo; redo and goto &sub let signal handlers run; shift in eval STRING.
use strict;
use warnings;
my @r;
for my $i (1 .. 3) { my $n = 0; $n++ == 2 && last while 1; push @r, $i }
print "[@r]\n";
my $k = 0;
for my $i (1 .. 3) { $k++, last while $k < 100; print "a$i" }
print "k$k\n";
for my $i (1 .. 3) { my $j = 0; next while $j++ < 2; print "after$i\n" }
for my $i (1 .. 2) { next until 0; print "x$i" }
eval { my $x = 0; $x = $x + 1, next while 1 };
print $@ =~ s/ at .*//sr, "\n";
my $t = 0;
$t++ while $t < 10;
for (1 .. 2) { my $m = 3; { last while $m-- } print "m$m " }
print "$t\n";

sub timed {
    my ($name, $code) = @_;
    local $SIG{ALRM} = sub { die "$name left\n" };
    Time::HiRes::ualarm(50_000);
    eval { $code->(); 1 } or print $@;
}
require Time::HiRes;
timed('bare redo', sub { { redo } });
timed('while redo', sub { while (1) { redo } });
timed('outer redo', sub { my $i = 0; A: { { $i++; redo A } } });
timed('foreach redo', sub { for (1) { redo } });
sub again { goto &again }
timed('goto', \&again);
my $c;
$c = sub { goto &$c };
timed('goto closure', $c);

@ARGV = ('A', 'B');
sub by_eval { eval 'shift' }
sub rest { eval 'pop; "@_"' }
print by_eval(1, 2), ' ', rest(1, 2, 3), "\n";
