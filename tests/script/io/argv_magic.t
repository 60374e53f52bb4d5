# <> over @ARGV: $ARGV, missing files, in-place list changes, "cmd |", "<file", and ARGVOUT.
# args: a b
use strict;
use warnings;
BEGIN {
    for (qw(a b)) { open my $o, '>', $_; print $o "$_ line 1\n$_ line 2\n"; close $o }
}
print "ARGV var undef before: ", defined $ARGV ? 0 : 1, "\n";
while (<>) { print "$ARGV $. $_" }
print "args left ", scalar(@ARGV), "\n";
@ARGV = ('a', 'nofile', 'b');
{
    local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at \S+ line.*//sr, "\n" };
    my $n = 0;
    $n++ while <>;
    print "lines $n\n";
    @ARGV = ('nofile');
    my $x = <>;
    print defined $x ? 1 : 'undef', "\n";
}
@ARGV = ("echo from command |", '<a');
print "magic: $_" while <>;
@ARGV = ('echo literal |');
{
    local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at \S+ line.*//sr, "\n" };
    print "safe: $_" while <<>>;
}
@ARGV = ('a');
while (<>) { push @ARGV, 'b' if $. == 1; print "added: $_" }
@ARGV = ('a', 'b');
my @all = <ARGV>;
print "ARGV list ", scalar(@all), "\n";
@ARGV = ('a', 'b');
while (my $l = <ARGV>) {
    if (eof) { print "end of $ARGV at $.\n" }
}
@ARGV = ('a', 'b');
my $first = <>;
print "peek $first";
print "next ARGV: @ARGV\n";
close ARGV;
print "after close: ", scalar <>;
@ARGV = ('b');
local @ARGV = ('a');
my $c = () = <>;
print "local $c\n";
