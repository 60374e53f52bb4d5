# Data::Dumper: styles, options, cycles, strings, numbers, code, nested and blessed data.
use strict;
use warnings;
use Data::Dumper;
$Data::Dumper::Sortkeys = 1;
my $d = {
    list => [1, '2', 3.5, -4, '007', 1e10, undef, ''],
    hash => { b => 1, 'a-b' => 2, 10 => 3 },
    str  => "it's \$x \n tab\t",
    ref  => \'scalar',
    obj  => bless({ n => 1 }, 'My::Class') };
print Dumper($d);
print Dumper(1, 'two', [3]);
{
    local $Data::Dumper::Indent = 1;
    local $Data::Dumper::Terse  = 1;
    print Dumper($d->{hash}), Dumper('x'), Dumper([]), Dumper({})
}
{
    local $Data::Dumper::Indent = 0;
    print Dumper($d->{list}), "\n";
    local $Data::Dumper::Useqq = 1;
    print Dumper("a\n\t\x01\x{263a}\$\@\"") . "\n";
    local $Data::Dumper::Pair  = ': ';
    local $Data::Dumper::Terse = 1;
    print Dumper({ k => 'v' }), "\n";
    local $Data::Dumper::Quotekeys = 0;
    print Dumper({ abc => 1, 'x y' => 2, 5 => 3 }), "\n";
    local $Data::Dumper::Maxdepth = 1;
    print Dumper([[1], { a => 1 }]) =~ s/0x[0-9a-f]+/ADDR/gr, "\n"
}
my $c = {};
$c->{self} = $c;
$c->{l}    = [$c];
print Dumper($c);
print Data::Dumper->new([[1, 2], { k => 1 }], ['name', '*hash'])->Indent(0)->Dump, "\n";
{
    local $Data::Dumper::Deparse = 0;
    local $Data::Dumper::Terse   = 1;
    print Dumper(sub {1}), Dumper(\\'x'), Dumper(qr/a\/b/i), Dumper(\*STDOUT)
}
my $s = [1];
{
    local $Data::Dumper::Deepcopy = 1;
    local $Data::Dumper::Indent   = 0;
    print Dumper([$s, $s]), "\n"
}
{
    local $Data::Dumper::Indent = 0;
    print Dumper([$s, $s]), "\n";
    local $Data::Dumper::Varname = 'foo';
    print Dumper(1), "\n";
    local $Data::Dumper::Sortkeys = sub { [reverse sort keys %{ $_[0] }] };
    print Dumper({ a => 1, b => 2 }), "\n"
}
my $e = eval Data::Dumper->new([$d->{list}], ['x'])->Terse(1)->Dump;
print scalar(@$e), "\n";
{ local $Data::Dumper::Indent = 3; print Dumper(['i']) }
