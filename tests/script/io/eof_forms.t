# The three forms of eof over several ARGV files, plus interactive and empty cases.
# args: one two empty three
use strict;
use warnings;
no warnings 'once';
BEGIN {
    for (['one', "1a\n1b\n"], ['two', "2a"], ['empty', ''], ['three', "3a\n"]) {
        open my $o, '>', $_->[0];
        print $o $_->[1];
        close $o;
    }
}
while (<>) {
    chomp;
    print "$ARGV:$.:$_";
    print " eof"   if eof;
    print " eof()" if eof();
    print "\n";
    close ARGV if eof;
}
print "at end: eof ", eof() ? 1 : 0, "\n";
@ARGV = ('one', 'two');
print "eof() opens the first: ", eof() ? 1 : 0, " ARGV $ARGV\n";
my @all = <>;
print scalar(@all), " lines\n";
@ARGV = ('empty', 'three');
print "empty first: ", eof() ? 1 : 0, " $ARGV ", scalar <>;
open my $h, '<', 'two';
print "eof(h) ", eof($h) ? 1 : 0, "\n";
my $l = <$h>;
print "after unterminated line ", eof($h) ? 1 : 0, "\n";
$l = <$h>;
print defined $l ? 'def' : 'undef', "\n";
close $h;
print "closed ",   eof($h)    ? 1 : 0, "\n";
print "unopened ", eof(NEVER) ? 1 : 0, "\n";
open $h, '<', 'empty';
print "empty ", eof($h) ? 1 : 0, "\n";
open $h, '<', 'one';
getc $h;
print "plain eof uses last read: ", eof ? 1 : 0, "\n";
<$h>;
<$h>;
print eof ? 1 : 0, "\n";
open my $w, '>', 'w';
{ no warnings; print "write handle ", eof($w) ? 1 : 0, "\n"; }
