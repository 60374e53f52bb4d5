# What was printed is written before handles and objects go at the end.
use strict; use warnings;
our ($r, $w);
sub run { my $code = shift; my $pid = open my $out, '-|', $^X, '-e', $code; local $/; my $text = <$out>; close $out; print "$text", " status $?\n" }
run('pipe $r, $w; print "hello\n"; print $w "x";');
run('open $f, "|cat"; print $f "from the pipe\n"; print "first\n";');
run('our $o = bless []; print "before\n"; sub DESTROY { print "destroyed\n" }');
