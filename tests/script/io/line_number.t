# $. : per handle, last read, local, aliasing by seek/tell/eof, ARGV continuity, in warnings and die messages.
use strict;
use warnings;
no warnings 'void';
open my $o, '>', 'f';
print $o "l$_\n" for 1 .. 5;
close $o;
open my $a, '<', 'f';
open my $b, '<', 'f';
<$a>;
<$a>;
<$b>;
print "last read b: $.\n";
tell $a;
print "tell a: $.\n";
eof $b;
print "eof b: $.\n";
seek $a, 0, 0;
print "seek keeps $.\n";
<$a>;
print "and counts on $.\n";
my @rest = <$a>;
print "list context $.\n";
$. = 100;
<$b>;
print "b $.\n";
tell $a;
$. = 50;
{ no warnings; <$a>; }
print "a at eof $.\n";
{ local $.; <$b>; print "inside local ", $., "\n"; }
print "outside $.\n";
eval { die "with line" };
print $@ =~ s/ at \S+ line \d+/ at X line N/r;
eval { die "newline ends it\n" };
print $@;
close $a;
eval { <$b>; die 'after b' };
print $@ =~ s/ at \S+ line \d+/ at X line N/r;
close $b;
eval { die 'closed' };
print $@ =~ s/ at \S+ line \d+/ at X line N/r;
open(NAMED, '<', 'f');
<NAMED>;
eval { die 'named' };
print $@ =~ s/ at \S+ line \d+/ at X line N/r;
{
    local $/ = \2;
    <NAMED>;
    eval { die 'chunk' };
    print $@ =~ s/ at \S+ line \d+/ at X line N/r;
}
@ARGV = ('f', 'f');
my $n = 0;
while (<>) { $n = $. }
print "ARGV runs on $n\n";
@ARGV = ('f', 'f');
while (<>) { $n = $. }
continue { close ARGV if eof }
print "with close $n\n";
open NAMED, '<', 'f';
my $line;
$line = <NAMED> for 1 .. 3;
print "$. $line";
my $w;
local $SIG{__WARN__} = sub { $w = shift };
my $u;
my $x = "a$u";
print $w =~ s/ at \S+ line \d+/ at X line N/r;
readline NAMED;
print "readline $.\n";
getc NAMED;
print "getc leaves $.\n";
print "numeric ", $. + 1, "\n";
