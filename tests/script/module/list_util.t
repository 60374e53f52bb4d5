# List::Util's functions with their edge cases.
use strict;
use warnings;
use List::Util
    qw(first any all none notall sum sum0 product min max minstr maxstr reduce reductions shuffle uniq uniqnum uniqint uniqstr pairs unpairs pairkeys pairvalues pairmap pairgrep pairfirst head tail zip mesh sample);
print join(' ',
    sum(1 .. 10),
    sum0(),
    defined sum() ? 1 : 'undef',
    product(1 .. 5),
    product(),
    min(3, 1, 2),
    max(3, 1, 2),
    minstr(qw(b a c)),
    maxstr(qw(b a c)),
    defined max() ? 1 : 'undef'),
    "\n";
print join(' ', first { $_ > 2 } 1 .. 5), " ", defined(first { $_ > 9 } 1 .. 5) ? 1 : 'undef',
    " ", (any { $_ == 2 } 1, 2) ? 1 : 0, (all {$_} ()) ? 1 : 0, (none {$_} 0, 0) ? 1 : 0,
    (notall {$_} 1, 0) ? 1 : 0, (any {1} ()) ? 1 : 0, "\n";
print reduce { $a * $b } 1 .. 6;
print " ", defined(reduce { $a + $b } ()) ? 1 : 'undef', " ", (reduce { $a . $b } 'only'), " ",
    join(',', reductions { $a + $b } 1 .. 5), "\n";
print join(',', uniq(1, 1, 'a', 'a', undef, undef, '')) =~ s/^/ /r, "\n" if 0;
print join(',', uniq qw(a b a c b)), " ", scalar(uniq qw(a a b)), " ",
    join(',', uniqnum 1, '1.0', 2, '2'), " ", join(',', uniqint 1, 1.5, 2), "\n";
print join(' ', map {"$_->[0]=$_->[1]"} pairs 1 .. 4), " ", join(',', pairkeys a => 1, b => 2),
    " ", join(',', pairvalues a => 1, b => 2), " ", join(',', pairmap {"$a-$b"} a => 1, b => 2),
    " ", join(',', pairgrep { $b > 1 } a => 1, b => 2), " ", (pairs(a => 1))[0]->key, "\n";
print join(',', head 2, 1 .. 5), " ", join(',', head - 2, 1 .. 5), " ",
    join(',', tail 2, 1 .. 5), " ", join(',', tail - 2, 1 .. 5), "\n";
print join(
    '|',
    map {
        join ',', map { $_ // 'u' } @$_
    } zip [1, 2, 3],
    ['a', 'b']
    ),
    " ", join(',', map { $_ // 'u' } mesh [1, 2], ['a']), "\n";
print join(',', sort { $a <=> $b } shuffle 1 .. 5), " ", scalar(my @s = sample 3, 1 .. 10), "\n";
my @a = (1, 2, 3);
$_++ for grep {1} @a;
first { $_ *= 10; 0 } @a;
print "@a\n";
print sum('3abc', 1), "\n" if 0;
print sum(0.1, 0.2, 0.3), " ", max(-1, -5), " ", sum('1e3', '0x1' =~ /(\d)/), "\n";
eval {
    first { die "inside\n" } 1;
};
print $@;
sub ret {
    first { return 1 } 5, 6;
}
print ret(), "\n";
my @n = map { [$_] } 3, 1, 2;
print((reduce { $a->[0] < $b->[0] ? $a : $b } @n)->[0], "\n");
print join(',', unpairs [1, 2], [3]) // '', "\n";
