# <> over several files: $ARGV, $., eof with and without parentheses, missing files, -i free reading.
use strict; use warnings;
for my $n (1 .. 3) { open my $h, '>', "f$n" or die; print $h map { "f$n line $_\n" } 1 .. $n }
@ARGV = ("f1", "missing", "f2", "f3");
while (<>) { chomp; print "$ARGV $. $_", eof ? " [end of file]" : "", eof() ? " [end of all]" : "", "\n"; close ARGV if eof }
@ARGV = ("f2");
my @l = <>;
print scalar(@l), "\n";
@ARGV = ("f1", "f3");
my $n = () = <>;
print "$n $.\n";
@ARGV = ("f3");
{ local $/; my $all = <>; print length $all, "\n" }
@ARGV = map { "f$_" } 1 .. 3;
my %c;
$c{$ARGV}++ while <>;
print join(",", map { "$_=$c{$_}" } sort keys %c), "\n";
@ARGV = ("f2");
print scalar <>;
print scalar <ARGV>;
{ local @ARGV = ("f1"); local $_; while (<>) { print "local $_" } }
@ARGV = ("f1");
while (<<>>) { print "double $_" } unlink "f1", "f2", "f3";
