# exit: 255
# Run-time death deep in calls: message with line, output before it is flushed, END runs.
use strict; use warnings;
sub lvl3 {
    my $h = shift;
    return $h->{x}->method;
}
sub lvl2 { lvl3(@_) }
print "working\n"; END { print "end block, status $?\n" }
lvl2({ x => undef });
print "never\n";
