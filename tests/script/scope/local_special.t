# local on $_, $/, $, $\ $" $; $| and friends.
use strict; use warnings;
my @l = (1, 2, 3);
{ local $, = "-"; local $\ = "!\n"; print @l } { local $" = ":"; print "@l\n" }
print "@l\n";
{ local $/ = undef; open my $f, '<', \"a\nb\n"; my $all = <$f>; print length $all, "\n" } { local $/ = "b"; open my $f, '<', \"aabaab"; my @r = <$f>; print scalar(@r), "\n" }
print defined $/ ? ord $/ : 'u', "\n";
{ local $| = 5; print $|, "\n" }
print $|, "\n";
$|--;
print $|, "\n";
$|--;
print $|, "\n";
$| = 0;
for my $x (1) { local $_ = "inner"; s/inner/outer/; print "$_\n" } { local $0 = "renamed"; print "$0\n" }
print $0 =~ /local_special/ ? "back\n" : "lost\n";
{ local $@ = "err"; print $@, "\n" }
print "[$@]\n";
{ local $! = 2; print $! + 0, "\n" } { local $? = 256; print $? >> 8, "\n" } { local @ARGV = ("x", "y"); print shift, "\n" }
print scalar(@ARGV), "\n";
{ local $ENV{FOO_T} = "bar"; print $ENV{FOO_T}, " ", `echo \$FOO_T` }
print exists $ENV{FOO_T} ? "still" : "gone", "\n";
{ local %ENV = (%ENV, Q => 1); print $ENV{Q}, "\n" }
print exists $ENV{Q} ? "still" : "gone", "\n";
{ local $SIG{ALRM} = sub { }; print ref $SIG{ALRM}, "\n" }
print defined $SIG{ALRM} ? "d" : "u", "\n";
{ local $; = "+"; my %h; $h{1, 2} = 1; print keys %h, "\n" } { local $a = 5; print $a, "\n" } "abc" =~ /(b)/;
{ local $_ = $1; print "$_\n" } { local ($,, $\) = (",", "\n"); print 1, 2 } { local $^W = 1; print $^W, "\n" }
print $^W, "\n";
{ local @INC = ("/x"); print "@INC\n" } { local $0; }
print "[", $, // 'u', "][", $\ // 'u', "]\n";
{ local $/ = ""; open my $f, '<', \"p1\np1\n\n\np2\n"; my @p = <$f>; print scalar(@p), "\n" } { local $/ = \2; open my $f, '<', \"abcde"; my @p = <$f>; print "@p\n" }
eval { $/ = \0; 1 } or print $@;
eval { $/ = []; 1 } or print $@;
eval { $/ = \-3; 1 } or print $@;
