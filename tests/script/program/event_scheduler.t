# local, typeglobs, wantarray, string increments, symbol-table play, dynamic scope, sprintf tables, goto &sub, caller.
use strict;
use warnings;

our ($level, @stack, %opt) = (0, (), (color => 'red', size => 1));
sub trace { my @c = caller 1; return sprintf '%s%s(%s) from line %d', '  ' x $level, $c[3] =~ s/.*:://r, join(',', map { defined ? $_ : 'undef' } @_), $c[2] > 0 ? 1 : 0 }
sub outer { local $level = $level + 1; print trace(@_), "\n"; inner(@_, 'x') }
sub inner { local $level = $level + 1; print trace(@_), "\n"; return wantarray ? 'list' : defined wantarray ? 'scalar' : 'void' }
my @l = outer(1);
my $s = outer(undef);
outer();
print "l=@l s=$s level=$level\n";
sub show { "$opt{color}/$opt{size}" . (exists $opt{extra} ? "/$opt{extra}" : '') }
sub with_options { local @opt{qw(color extra)} = ('blue', 'yes'); local $opt{size} = $opt{size} + 1; show() }
print with_options(), ' ', show(), ' ', join(',', sort keys %opt), "\n";
{ local @stack = (1 .. 3); local $stack[1] = 'two'; print "@stack " } print scalar(@stack), "\n";
{ local $, = '-'; local $\ = "!\n"; print 1, 2, 3; }
{ local $" = ':'; my @x = (1, 2); print "@x\n"; }
{ local $_ = 'topic'; for (1 .. 2) { print } print "$_\n" }
my $str = 'az';
print join(' ', map { my $v = $_; $v++; $v } qw(a z Az zZ a9 Zz zz9 A99 9 zZ9 a-b), ''), "\n";
print join(' ', 'x' .. 'ab'), ' | ', join(' ', 'aa' .. 'ad'), ' | ', join(' ', '08' .. '11'), ' | ', join(' ', 'a' .. '9'), "\n";

no strict 'refs';
for my $name (qw(red green)) { *$name = sub { "<$name>@_</$name>" } }
print red('x'), green('y', red('z')), ' ', defined &red ? 'defined' : '', ' ', main->can('blue') ? '' : 'no blue', "\n";
*{"Other::const"} = \42;
*Other::list = [1, 2, 3];
*Other::code = \&red;
{ no warnings 'once'; print "$Other::const @{[@Other::list]} ", Other::code('q'), ' ', join(',', sort grep { defined *{"Other::$_"}{CODE} } keys %Other::), "\n" }
use strict 'refs';
my $r = eval { no strict; my $n = 'opt'; ${"$n"}{color} };
print "symbolic: $r ", eval { my $n = 'opt'; my $v = $n->{color}; 1 } ? 'allowed' : $@ =~ s/ at .*//sr, "\n";
sub dispatch { my $name = shift; my $code = __PACKAGE__->can("cmd_$name") or return "unknown $name"; unshift @_, 'arg'; goto &$code }
sub cmd_go { "go(@_) called by " . (caller(0))[3] }
print dispatch('go', 1), ' ', dispatch('stop'), "\n";
print "ctx: ", join(',', (sub { wantarray ? 'l' : 's' })->()), scalar((sub { wantarray ? 'l' : 's' })->()), "\n";
my ($first) = (sub { return (7, 8, 9) })->();
my $last = (sub { return (7, 8, 9) })->();
my $count = () = (sub { return (7, 8, 9) })->();
my $arr = (sub { my @x = (7, 8, 9); @x })->();
print "$first $last $count $arr ", (sub { return })->() // 'undef', ' ', scalar(@{[(sub { return })->()]}), "\n";
my @sorted = sort { $a <=> $b } qw(10 9 100 1);
my @byname = sort by_len qw(ccc a bb);
sub by_len { length $a <=> length $b }
my $cmp = sub { $b cmp $a };
print "@sorted @byname @{[sort $cmp qw(x z y)]} @{[reverse sort { $a <=> $b } 1 .. 3]}\n";
my $i = 5;
my $text = do { local $@; eval { die { code => $i } }; $@->{code} };
my $v = do { my $two = 2; $i > 3 ? 'big' : 'small' };
print "$text $v ", (do { my $q = 3; $q * 2 }), "\n";
OUTER: for my $x (1 .. 5) { for my $y (1 .. 5) { next OUTER if $y > $x; last OUTER if $x == 4; print $x * $y, ' '; redo OUTER if 0 } } continue { print '; ' }
print "\n";
my $k = 0;
{ $k++; redo if $k < 3; }
do { $k++ } until $k >= 10;
print "k=$k ", join(',', map { $_ & 1 ? () : ($_, $_ * 2) } 1 .. 4), "\n";
print "unless\n" unless $k == 3;
my ($p, $q, @z) = (1, 2);
($p, $q) = ($q, $p);
my ($u, undef, $w) = (1, 2, 3);
print "$p$q$u$w ", scalar(my ($aa, $bb) = (5, 6, 7)), ' ', "@{[(1, 2, 3)[1, 2]]}", ' ', (localtime 0)[5], ' ', join('', (split //, 'abc')[-1, 0]), "\n";
my $line = sprintf '%-10s|%5.2f|%03d|%s', 'name', 3.14159, 7, join ',', map { sprintf '%02x', $_ } 10, 255;
print "$line\n", '=' x length $line, "\n", "-" x 3 . '>' . "ab" x 2.7, ' ', join(',', ('a', 'b') x 2), ' ', "10" + "20", ' ', "3 apples" * 1 || 0, "\n" if eval { no warnings; 1 };
printf "%s %s %s\n", '5' . '6' + 1, '1' . 2 * 3, 2 ** 3 . '';
print "chained: ", 1 < 2, ' ', !!0 eq '' ? 'empty' : 'zero', ' ', !1 + 1, ' ', 7 <=> 3, ' ', 'a' cmp 'b', ' ', 10 % 3, ' ', -10 % 3, ' ', 2 ** -1, ' ', 1 . 1 + 1, ' ', 0x1f | 0b100, ' ', 1 <<  4, ' ', ~0 & 0xff, ' ', 'a' x 3 . 'b', ' ', 'ab' lt 'b' && 'yes', ' ', 5 <=> 'nan' // 'undef', "\n";
