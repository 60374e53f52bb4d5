# Data::Dumper with Sortkeys, Indent and Terse: nested, blessed, numbers and strings.
use strict; use warnings; use Data::Dumper; $Data::Dumper::Sortkeys = 1;
my $d = { num => 42, neg => -3, flt => 1.5, str => "it's", nl => "a\nb", undef => undef, list => [1, '2', "three", [], {}], h => { k => 'v' }, code => \"sref", empty => '', zero => 0, big => 12345678901, lead => '007' };
print Dumper($d);
{ local $Data::Dumper::Indent = 1; print Dumper([1, { a => 2 }], "two") } { local $Data::Dumper::Terse = 1; local $Data::Dumper::Indent = 0; print Dumper({ b => [1, 2], a => \\"x" }), "\n"; print Dumper("s", 5), "\n" }
my $c = { name => 'c' };
$c->{self} = $c;
print Dumper($c);
my $o = bless { x => [1] }, 'My::Class';
print Dumper($o);
{ local $Data::Dumper::Useqq = 1; print Dumper("tab\t\x{263a}\$x\@y\0") }
print Data::Dumper->Dump([[1, 2], { k => 1 }], [qw(list *hash)]);
{ local $Data::Dumper::Maxdepth = 1; print Dumper({ a => [1] }) =~ s{0x\w+}{ADDR}r }
my @a = (1);
my $shared = \@a;
print Dumper([$shared, $shared]);
{ local $Data::Dumper::Pair = ': '; local $Data::Dumper::Terse = 1; print Dumper({ p => 1 }) }
print Dumper(qr/a.b/i, sub { 1 } ? 1 : 0);
{ local $Data::Dumper::Deparse = 0; no warnings; print Dumper(sub { 1 }) } { local $Data::Dumper::Quotekeys = 0; print Dumper({ abc => 1, 'a-b' => 2, 12 => 3 }) } 
