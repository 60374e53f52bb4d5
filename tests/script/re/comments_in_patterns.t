# Comments in patterns are no place for variables and code.
use strict;
use warnings;
our ($w, $v) = ('W', 'V');
my $runs = 0;

print 'ab' =~ /a # $quote
 b/x ? 1 : 0;
print 'ab' =~ /a (?# $none @nor )b/x ? 1 : 0;
print 'ab' =~ /a(?# $none )b/ ? 1 : 0;
print 'a#b' =~ /a[#]b # @{[ $runs++ ]} ?
/x ? 1 : 0;
print 'a#b' =~ /a\#b # \Q$none
/x ? 1 : 0;
print "a $v" =~ /a[ ]$v # ok $none (?{ die })
/x ? 1 : 0, $runs, "\n";

my $compiled = qr{ # comment $none with @names \U$none
 (a) # more $none
 }xi;
print "$compiled\n";
(my $text = 'xaz') =~ s/ a # $none
 /b/x;
print "$text ", join('|', split /, # $none
 /x, 'a,b'), "\n";

# Without /x, and inside of a class, # is itself.
print 'a#V' =~ /a#$v/ ? 1 : 0, '#W' =~ /\#$w/x ? 1 : 0;
print 'W' =~ /[V#$w]/x ? 1 : 0, 'W' =~ /[\]V#$w]/x ? 1 : 0, 'W' =~ /[(?#$w)]/ ? 1 : 0, "\n";
for my $source ('"aq" =~ /a(?x: # $none' . "\n q)/", '"aq" =~ /a (?#\)$none)q/') {
    print eval("$source ? 1 : 0") // $@, "\n";
}
