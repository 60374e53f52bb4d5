# readline in scalar, list, assignment and while contexts; implicit defined; <$h{x}> is glob; errors.
use strict;
use warnings;
no warnings 'once';
open my $o, '>', 'f';
print $o "0\n\n00\n0";
close $o;
open my $h, '<', 'f';
my $n = 0;
while (<$h>) { $n++ }
print "implicit defined: $n lines\n";
seek $h, 0, 0;
$n = 0;
while (my $l = <$h>) { $n++ }
print "assignment: $n\n";
seek $h, 0, 0;
$n = 0;
$n++ while <$h>;
print "modifier: $n\n";
seek $h, 0, 0;
$n = 0;
for (; <$h> ;) { $n++ }
print "for: $n\n";
seek $h, 0, 0;
my ($first) = <$h>;
print "list assignment takes all: ", eof($h) ? 1 : 0, " $first";
seek $h, 0, 0;
my @a = (scalar <$h>, scalar <$h>);
print "scalars ", scalar(@a), "\n";
my $c = () = <$h>;
print "count $c\n";
seek $h, 0, 0;
print "list in print: ", <$h>, "\n";
seek $h, 0, 0;
my %r = (fh => $h);
print "block readline: ", readline($r{fh});
$n = 0;
while (defined(my $l = readline $r{fh})) { $n++ }
print "then $n\n";
seek $h, 0, 0;
my ($x, @y) = map { chomp; "<$_>" } <$h>;
print "$x @y\n";
my $buf = 'pre:';
seek $h, 0, 0;
$buf .= <$h>;
print "append $buf";
seek $h, 0, 0;
my $s = <$h> . <$h>;
print "concat ", length $s, "\n";
chomp(my $l2 = <$h>);
print "chomped $l2\n";
{ local $_ = 'kept'; seek $h, 0, 0; <$h>; print "void read leaves topic: $_\n"; }
{
    no strict 'refs';
    my $name = 'BAREFH';
    open(BAREFH, '<', 'f');
    my $z = <$name>;
    print "by name $z";
    close BAREFH
}
my $glob = \*G;
open $glob, '<', 'f';
print "glob ref ", scalar(<$glob>);
my @sorted = sort { length $a <=> length $b } <$glob>;
print scalar(@sorted), " sorted\n";
while (<$glob>) { print "never" }
{ no warnings; my $u = <NEVER>; print defined $u ? 1 : 'undef', "\n"; }
print "eval: ", eval { my $nofh; no warnings; my $v = <$nofh>; 1 } ? 'ok' : $@ =~ s/ at .*//sr,
    "\n";
