# -n and -p: implicit loops, BEGIN and END, next, last, labels, ARGV names.
# stdin: unused
use strict;
use warnings;
$| = 1;
open my $o, '>', 'in' or die;
print $o "a 1\nb 2\nc 3\n";
close $o;
sub run { system $^X, @_, 'in'; print "-- $?\n" }
run('-ne',  'print if /b/');
run('-pe',  's/\d/<$&>/');
run('-ne',  'BEGIN { print "start\n" } $n++; END { print "lines $n\n" }');
run('-pe',  'next if /b/; $_ = uc');
run('-ne',  'print; last if $. == 2');
run('-ne',  'print "$ARGV:$.:$_"');
run('-pe',  'BEGIN { $\ = "!\n" } chomp');
run('-ne',  'next LINE if /a/; print');
run('-n',   '-e', 'print "}{ $.\n" if eof');
run('-lne', 'print length');
run('-nE',  'say "E $_" if $. == 1');
run('-ne',  '}{ print "lines $.\n"');
run('-pe',  '$_ = "" unless /c/');
run('-ne',  'my $x .= $_; print $x');
system "$^X -pe 'tr/a-z/A-Z/' in in 2>&1";
system "$^X -ne 'print' nofile in 2>&1";
print `printf 'x\\ny\\n' | $^X -pe 's/^/> /'`;
print `$^X -ne 'print qq{never}' /dev/null`, "empty ok\n";
