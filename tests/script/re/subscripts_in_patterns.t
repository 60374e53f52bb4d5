# Behind a subscript or an arrow, [ and { in a pattern are subscripts; behind a name it is guessed.
my %h = (b => { 2 => 'zz', x => [5, 6] }, c => [1, 'qq', { 3 => 'ww' }]);
my $y = \%h;
my @a = ({ 2 => 'aa' }, [7, 8, 9]);
my ($s, $z, $w) = ('s', [1, 2], { 2 => 'W' });
my $n = 0;
print ++$n, " $_\n" for qr/^$h{b}{2}/, qr/$$y{b}{2}/, qr/$y->{b}{2}/, qr/$y->{c}[1]/, qr/$a[0]{2}/,
    qr/$a[1][2]/, qr/$h{c}[2]{3}/, qr/$s{2}/, qr/$y->{c}->[2]->{3}/, qr/$h{b}{x}[0]/, qr/${$y}{b}{2}/,
    qr/$a[0]->{2}/, qr/$w->{2}/, qr/$z->[1]/, "$h{b}{2}", qr/\Q$h{b}{2}\E/, qr/${s}{2}/, qr/$z->[1-1]/;
print "matches\n" if 'zz' =~ /^$h{b}{2}$/;
