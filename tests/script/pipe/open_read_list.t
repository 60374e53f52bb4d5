# open '-|' with a list: output, arguments untouched by a shell, close status, failure at once.
use strict;
use warnings;
$| = 1;
my $pid = open my $p, '-|', $^X, '-e', 'print map { "<$_>\n" } @ARGV', 'a b', '$HOME', '*', 'q"q'
    or die;
print "pid ", $pid > 0 ? 1 : 0, "\n";
print while <$p>;
print "close ", close($p) ? 1 : 0, " $?\n";
open $p, '-|', $^X, '-e', 'print "x\n"; exit 3' or die;
my @l = <$p>;
$! = 0;
print "close ", close($p) ? 1 : 0, " status ", $? >> 8, " errno ", $! + 0, "\n";
open $p, '-|', $^X, '-e', 'kill 15, $$' or die;
@l = <$p>;
print "close ", close($p) ? 1 : 0, " signal ", $? & 127, "\n";
$! = 0;
my $r = open $p, '-|', '/nonexistent/prog', 'arg';
print "missing: ", defined $r ? $r : 'undef', " $!\n";
{
    no warnings;
    $r = open $p, '-|', './noexec', 'x';
    print "no such: $!\n";
    open my $o, '>', 'noexec';
    close $o;
    chmod 0644, 'noexec';
    $r = open $p, '-|', './noexec', 'x';
    print "not executable: $!\n";
    $r = open $p, '-|', '.', 'x';
    print "directory: $!\n";
}
my @cmd = ($^X, '-e', 'print "array"');
open $p, '-|', @cmd or die;
print <$p>, "\n";
close $p;
open $p, '-|:utf8', $^X, '-e', 'print "\xc3\xa9"' or die;
print "layer ", ord(<$p>), "\n";
close $p;
open $p, '-|', "$^X -e 'print qq{shell }; print 6*7' | cat" or die;
print <$p>, "\n";
close $p;
print "last $?\n";
