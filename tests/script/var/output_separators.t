# $, $\ $" $; and their local and undef states across print, say, join and hash keys.
use strict;
use warnings;
use feature 'say';
print defined $, ? 1 : 'undef', defined $\ ? 1 : 'undef', " [", $", "] ", unpack('H*', $;), "\n";
{ local $, = ',';   print 1, 2, 3; say 'a', 'b' }
{ local $\ = "<\n"; print 'x'; say 'said'; printf "%s\n", 'no' }
{ local ($,, $\) = ('-', "\n"); print 'p', 'q'; my @a = (1, 2); print @a, "@a" }
{ local $" = ''; my @a = (1, 2); print "@a[0, 1]@{[3, 4]}\n"; $" = ', '; print "@a\n" }
my %h;
$h{ 1, 'a' } = 5;
print join('|', map {s/$;/<sep>/r} keys %h), " $h{1, 'a'} ",
    exists $h{ join $;, 1, 'a' } ? 1 : 0, "\n";
{
    local $; = '::';
    my %g = ();
    $g{ a, b => 1 } = 1 if 0;
    my @k = ('x', 'y');
    $g{ $k[0], $k[1] } = 2;
    print keys %g, "\n"
}
{ local $,; print 'a', 'b', "\n" }
{ no warnings; local $" = undef; my @a = (1, 2); print "@a\n" }
$, = '+';
print 1, 2;
print "\n";
$, = undef;
{ local $\ = "!\n"; local $| = 1; print 'flush' }
eval { local $, = 'x'; die "left\n" };
print 'restored', " ok\n";
sub f { local $\ = "]\n"; print '[', @_ }
f('in sub');
{ local $/ = 'x'; print "unaffected\n" }
