# print: lists, $, and $\, return value, default $_, filehandle blocks, parentheses.
use strict;
use warnings;
no warnings 'syntax';
$_ = "topic\n";
print;
print STDOUT;
{ local $, = '-'; print 1, 2, 3; print "\n"; local $\ = "!\n"; print 'a', 'b'; print; }
{
    local ($,, $\) = (':', "\n");
    my @a = (1, undef // 'u', 'z');
    print @a;
    print "in @a";
    print STDOUT @a, 'end';
    printf "%s%s\n", 'printf ', 'ignores';
    printf STDOUT '%d|', 5;
    print '';
}
{ local $" = '+'; my @x = (1, 2, 3); print "@x @x[0,1]\n"; }
{ local $; = '|'; my %h; $h{ 1, 2 } = 1; print join(',', keys %h), "\n"; }
my $r = print '';
print "result $r\n";
print(("a", "b")[1], "\n");
print "list ", (1 + 2) * 3, "\n";
print +(1 + 2) * 3,         "\n";
{ no warnings; print "undef:", undef, "\n"; }
my @e = ();
print @e;
print "empty list prints nothing\n";
print "nested ", map({"$_;"} 1 .. 3), "\n";
print 1e3, ' ', 1.0,  ' ', 0.1 + 0.2, ' ', 1e21, ' ', -0.0, ' ', 1 / 3, ' ', 255 == 255.0, "\n";
print 017, ' ', 0xff, ' ', 0b11, ' ', 1_000, "\n";
print "a" . 1 + 2 . "\n" if 0;
print 'single\n', "\n";
print STDERR "to stderr\n";
use feature 'say';
say;
say 1, 2;
say for 1 .. 2;
{ local $, = ','; local $\ = 'IGNORED'; say 'x', 'y'; }
say STDOUT 'handle';
say {*STDOUT} 'block';
my @l = qw(p q);
say "@l";
say @l;
say '';
