# args: one "two words" -x --long=5
# stdin: line a
# stdin: line b
# @ARGV, %ENV, $0, STDIN, <> falling back to STDIN, shift at file level.
use strict; use warnings;
print scalar(@ARGV), "|$ARGV[1]|$ARGV[-1]\n";
my $f = shift;
print "$f ", scalar(@ARGV), "\n";
my %o;
while (@ARGV && $ARGV[0] =~ /^-/ || @ARGV > 2) { my $a = shift; $o{$1} = $2 // 1 if $a =~ /^--?(\w+)(?:=(.*))?/ }
print join(",", map { "$_=$o{$_}" } sort keys %o), "\n";
print $0 =~ m{/args_and_env\.t$} ? "name\n" : "no\n";
@ARGV = ();
while (<>) { chomp; print "$.:$_ $ARGV\n" }
print eof() ? "eof\n" : "more\n";
print defined $ENV{HOME} ? "home\n" : "none\n";
$ENV{MINE} = "x";
print `echo \$MINE`;
delete $ENV{MINE};
print `echo "[\$MINE]"`;
{ local @ARGV = ("tmp"); open my $h, '>', "tmp" or die; print $h "from file\n"; close $h; print <>; unlink "tmp" }
print "$$" =~ /^\d+$/ ? "pid\n" : "no\n";
print "@INC" =~ /\S/ ? "inc\n" : "no\n";
print $^O, " ", $;
eq "\x1c" ? 1 : 0, " ", $^V =~ /^v5/ ? 1 : 0, "\n";
exit 0;
print "never\n";
