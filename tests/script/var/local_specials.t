# local on special variables: $_ $/ $\ $| $0 %ENV @ARGV $, elements, slices and restoring after die.
use strict;
use warnings;
our ($g, @a, %h) = (1);
@a = (1, 2, 3);
%h = (a => 1, b => 2);
sub show {
    print "g=$g a=@a h=", join(',', map {"$_$h{$_}"} sort keys %h), "\n";
}
{ local $g = 2; local $a[1] = 'x'; local $h{a} = 9; local $h{new} = 5; show() }
show();
{ local @a = (7); local %h = (z => 0); show() }
show();
{ local @h{qw(a b)} = (5, 6); show() }
show();
eval { local $g = 'dying'; die "x\n" };
show();
{ delete local $h{a}; show() }
show();
{ local $a[5] = 'far'; print scalar(@a), "\n" }
print scalar(@a), "\n";
$_ = 'outer';
{ local $_ = 'inner'; print "$_\n" }
print "$_\n";
for (1 .. 2) { local $_ = "loop$_"; print "$_ " }
print "$_\n";
sub dyn  {$g}
sub call { local $g = 'dynamic'; dyn() }
print call(), dyn(), "\n";
{ local $ENV{XX} = 'set'; print `echo \$XX` }
print exists $ENV{XX} ? 1 : 0, "\n";
{ local $| = 1; print "$| " }
print "$|\n";
{ local @ARGV = ('p', 'q'); print shift, "\n" }
{
    local $SIG{ALRM} = sub { };
    print ref $SIG{ALRM}, "\n"
}
print defined $SIG{ALRM} ? 1 : 'undef', "\n";
{ local $/ = undef; local $, = '-'; print 1, 2; }
print "\n";
{
    no strict 'refs';
    local *{'main::tmp'} = sub {'glob'};
    print tmp(), "\n";
}
print defined &tmp ? 1 : 0, "\n";
our $str = 'abc';
{ local $str; print defined $str ? 1 : 'undef', "\n" }
{ local $str = $str . 'd'; print "$str\n" }
print "$str\n";
my $ref = \$g;
{ local $g = 'new'; print "$$ref $g\n" }
foreach our $it (1, 2) { print "it $it " }
print "\n";
