# Expression blocks in strings, nested quotes, separators.
use strict; use warnings;
my @a = (1, 2, 3); my %h = (k => 'v');
print "sum @{[ $a[0] + $a[1] ]} list @{[ map { \"<$_>\" } @a ]} sref ${\ scalar @a}\n";
print "cond @{[ @a > 2 ? 'many' : 'few' ]} hash @{[ %h ]} call ${\ join('-', @a)}\n";
{ local $" = ', '; print "[@a] [@a[0,1]] [@{[]}]\n"; }
{ local $" = ''; print "[@a]\n"; }
print "nested: @{[ qq(in @{[ q(deep) ]}ner) ]}\n";
"xabcx" =~ /a(b)c/; print "$1 $& $` $' ${1}0 $+ @- @+\n";
my $k = 'k'; print "$h{$k} $h{lc 'K'} @h{$k}\n";
print "a::b ${k}::y $k\::z\n"; our $pkg = "P"; our @pa = (7);
print "$main::pkg $::pkg @main::pa $main::pa[0] ${main::pkg}\n";
print "$k$k $k.$k $k: $k; $k, $k! $k? ($k) {$k} <$k> $k/x\n";
