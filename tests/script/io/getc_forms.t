# getc: default STDIN, end of file, utf8 layer, mixing with read and readline.
# stdin: xyz
# stdin: second
use strict;
use warnings;
no warnings 'once';
print getc, getc STDIN, getc(STDIN), "\n";
print "newline ", ord(getc), "\n";
my $l = <STDIN>;
print "line $l";
my $c = getc;
print "eof ", defined $c ? "[$c]" : 'undef', "\n";
open my $o, '>', 'f';
print $o "\xc3\xa9a\n0";
close $o;
open my $h, '<', 'f';
print ord(getc $h), "\n";
seek $h, 0, 0;
binmode $h, ':utf8';
print ord(getc $h), " ", getc $h, " tell ", tell($h), "\n";
getc $h;
my $n = 0;
while (defined($c = getc $h)) { $n++; print "last [$c]\n" }
print "count $n\n";
print "dot undisturbed ", $., "\n";
{
    no warnings;
    print "unopened ", defined getc(NEVER) ? 1 : 'undef', "\n";
    open my $w, '>', 'w';
    print "write-only ", defined getc($w) ? 1 : 'undef', "\n";
}
my $s = 'mem';
open $h, '<', \$s;
print join('.', getc $h, getc $h, getc $h), eof $h ? " eof\n" : "\n";
my ($a, $b) = (getc($h), 1);
print defined $a ? 1 : 'undef', "$b\n";
