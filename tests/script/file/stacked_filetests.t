# Stacked file tests: order, values, failures and mixing with _.
use strict;
use warnings;
open my $o, '>', 'f';
print $o '12345';
close $o;
chmod 0755, 'f';
mkdir 'd';
print "all ",       -e -f -x 'f'          ? 1 : 0,       "\n";
print "one fails ", -e -d 'f'             ? 1 : 0,       "\n";
print "size last ", -f -s 'f'             ? 1 : 0,       " size first ", -s -f 'f', "\n";
print "missing ",   defined(-e -f 'none') ? 1 : 'undef', "\n";
print "dir ",       -d -x -w 'd'          ? 1 : 0,       "\n";
my $v = -e -f -s 'f';
print "value $v\n";
print "negated ",      !-e -f 'f' ? 1 : 0,                               "\n";
print "in list ",      join(',', map { -f -r $_ ? 1 : 0 } qw(f d none)), "\n";
print "after stack: ", -s _,                                             "\n";
open my $h, '<', 'f';
print "handle ",                       -f -r $h ? 1 : 0, " ", -s $h, "\n";
print "with concat: ", (-s 'f') . "x", "\n";
print "precedence: ",                  -s 'f' == 5 ? 1 : 0, " ", (-s 'f') + 10, "\n";
sub f {'sub'}
print "minus word: ", -foo, " ", -"bar", "\n";
print "hash key: ", { -e => 1 }->{-e}, "\n";
my %o = (-f => 'opt');
print join(',', %o), "\n";
