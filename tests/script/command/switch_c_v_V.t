# -c, the first words of -v, -V:name, -h and unknown switches.
use strict;
use warnings;
$| = 1;
sub out { my $o = `$^X @_ 2>&1`; ($o, $? >> 8) }
my ($o, $s) = out(
    q{-c -e 'print 1; BEGIN { print "begin\n" } END { print "end" } INIT { print "init" } CHECK { print "check\n" }'}
);
print "$o$s\n";
($o, $s) = out(q{-c -e 'print (1'});
print $o, "$s\n";
open my $f, '>', 'ok.pl';
print $f "use strict;\nmy \$x = 1;\n";
close $f;
($o, $s) = out('-c ok.pl');
print "$o$s\n";
($o, $s) = out('-v');
print +(split ' ', $o)[0, 1], " ", $o =~ /v5\.36\.0/ ? 'version' : 'none', " $s\n";
($o, $s) = out('-V:ivsize');
print "$o$s\n";
($o, $s) = out('-V:osname -V:path_sep');
print $o;
($o, $s) = out('-V:nosuch');
print "$o$s\n";
($o, $s) = out("'-V:i.size'");
print $o;
($o, $s) = out('-Z');
print $o, $s ? "failed\n" : "ok\n";
($o, $s) = out('-e 1 -Q');
print $o, $s ? "failed\n" : "ok\n";
($o, $s) = out('--nosuch');
print $o, $s ? "failed\n" : "ok\n";
($o, $s) = out('-h');
print $o =~ /^\s*Usage: / ? "usage\n" : $o, "$s\n";
($o, $s) = out(q{-c -we '$x = 1'});
print "$o$s\n";
($o, $s) = out(q{-ce 'use strict; $x = 1; $y = 2; print $z'});
print "$o$s\n";
