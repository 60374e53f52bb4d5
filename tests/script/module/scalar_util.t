# Scalar::Util: blessed, reftype, looks_like_number, dualvar, weaken, refaddr, readonly, openhandle, tainted.
use strict;
use warnings;
no warnings 'once';
use Scalar::Util
    qw(blessed reftype looks_like_number dualvar isdual weaken isweak unweaken refaddr readonly openhandle tainted isvstring set_prototype);
my $o = bless [], 'Cls';
print join(' ',
    blessed $o,        reftype $o,           blessed([]) // 'undef',
    reftype({}),       reftype(\1),          reftype(sub { }),
    reftype(\*STDOUT), reftype(qr/x/),       blessed(qr/x/),
    reftype(\\1),      reftype(*STDOUT{IO}), blessed('Cls') // 'undef'),
    "\n";
print join('',
    map { looks_like_number($_) ? 1 : 0 } 1,
    '1',  '1.5', '1e5', ' 1', '1 ', '1x', 'abc', '', undef, '0x10', 'Inf', 'NaN', '-', '+3', '.5',
    '5.', "1\n", [],    'Infinity'),
    "\n";
my $d = dualvar 5, 'five';
print $d + 1, " $d ", isdual($d) ? 1 : 0, isdual(5) ? 1 : 0, "\n";
my $r = [1];
my $w = $r;
weaken $w;
print isweak($w) ? 1 : 0, isweak($r) ? 1 : 0, " $w->[0]\n";
my $copy = $w;
print isweak($copy) ? 1 : 0, "\n";
undef $copy;
undef $r;
print defined $w ? 1 : 'gone', "\n";
{
    my $a = {};
    $a->{self} = $a;
    weaken $a->{self};
    unweaken $a->{self};
    print isweak($a->{self}) ? 1 : 0, "\n";
    weaken $a->{self}
}
my $x = [];
print refaddr($x) == $x + 0 ? 1 : 0, " ", defined refaddr('x') ? 1 : 'undef', "\n";
sub ro { readonly $_[0] }
print ro(1) ? 1 : 0, do { my $v = 1; ro($v) ? 1 : 0 }, ro('lit') ? 1 : 0, "\n";
print defined openhandle(\*STDOUT) ? 1 : 0, defined openhandle(*STDERR)  ? 1 : 0,
    defined openhandle('STDIN')    ? 1 : 0, defined openhandle(\*CLOSED) ? 1 : 0, "\n";
print tainted($0) ? 1 : 0, isvstring(v1.2.3) ? 1 : 0, isvstring('1.2.3') ? 1 : 0, "\n";
my $f = sub { };
set_prototype(\&$f, '$$');
print prototype $f, "\n";
{
    package D;
    sub DESTROY { print "destroyed\n" }
}
my $s = bless {}, 'D';
my $k = $s;
weaken $k;
undef $s;
print defined $k ? 1 : 'undef', "\n";
eval { weaken(my $n = 5) };
print $@ =~ s/ at .*//sr, "\n";
