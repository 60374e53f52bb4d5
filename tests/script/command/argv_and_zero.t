# $0, @ARGV, $^X and exit through the command: names as given, assigning $0, arguments with special bytes.
# args: first second -third
use strict;
use warnings;
print "@ARGV\n";
print scalar(@ARGV), "\n";
my $a = shift;
print "shift $a\n";
sub f { my $x = shift // 'none'; $x }
print f(), "\n";
open my $o, '>', 'z.pl';
print $o 'print "$0\n"; $0 = "renamed"; print "$0\n"; print __FILE__, "\n";';
close $o;
print `$^X z.pl`;
print `$^X ./z.pl`;
print `$^X -- z.pl`;
my @odd = ("a b", '', "new\nline", "q'uote", "\xe9", '*', '--', '-e');
open my $p, '-|', $^X, '-e', 'print map { "[" . unpack("H*", $_) . "]" } @ARGV; print "\n"',
    '--', @odd
    or die;
print <$p>;
close $p;
print -x $^X ? "executable\n" : "no\n";
print `$^X -e 'print -e \$^X ? 1 : 0'`, "\n";
$0 = 'my name';
print "$0\n";
if (open my $c, '<', "/proc/$$/cmdline") {
    local $/;
    my $d = <$c>;
    print "process title ", $d =~ /^my name/ ? 1 : 0, "\n";
}
{ local $0 = 'tmp'; print "$0\n" }
print "$0\n";
print "file name ends ", __FILE__ =~ /argv_and_zero\.t$/ ? 1 : 0, "\n";
push @ARGV, 'x';
print "$#ARGV $ARGV[-1]\n";
