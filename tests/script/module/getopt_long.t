# Getopt::Long: types, negation, lists, hashes, subs, bundling, pass_through, abbreviations and messages.
use strict;
use warnings;
use Getopt::Long qw(GetOptionsFromArray :config no_auto_abbrev);
local $SIG{__WARN__} = sub { print "W: $_[0]" };
sub go {
    my ($args, @spec) = @_;
    my @a  = @$args;
    my $ok = GetOptionsFromArray(\@a, @spec);
    print $ok ? 'ok' : 'failed', " rest [@a]\n";
}
my ($v, $n, $f, $s, @l, %h, $neg) = (0);
go(
    [qw(--verbose --num=5 --float 2.5 --str text file)],
    'verbose!' => \$v,
    'num=i'    => \$n,
    'float=f'  => \$f,
    'str|s=s'  => \$s
);
print "$v $n $f $s\n";
go([qw(--noverbose -s short -- --num 3)], 'verbose!' => \$v, 'num=i' => \$n, 'str|s=s' => \$s);
print "$v $n $s\n";
go([qw(--list a --list b --define k=v --define x=1)], 'list=s' => \@l, 'define=s' => \%h);
print "@l ", join(',', map {"$_=$h{$_}"} sort keys %h), "\n";
go([qw(--num abc)],   'num=i' => \$n);
go([qw(--unknown x)], 'num=i' => \$n);
go([qw(--str)],       'str=s' => \$s);
my $c = 0;
go([qw(-v -v -v)], 'v+' => \$c);
print "$c\n";
my $opt;
go(['--opt', '--other'], 'opt:s' => \$opt, 'other' => \my $other);
print "[", $opt, "] $other\n";
go(['--level'], 'level:5' => \my $lev);
print "$lev\n";
go([qw(--cb val)], 'cb=s' => sub { print "callback @_\n" });
go([qw(--die)],    'die'  => sub { die "from callback\n" });
my %o;
go([qw(--a 1 --b)], \%o, 'a=i', 'b');
print join(',', map {"$_=$o{$_}"} sort keys %o), "\n";
Getopt::Long::Configure('bundling');
my ($x, $y, $z);
go([qw(-xyzval rest)], 'x' => \$x, 'y' => \$y, 'z=s' => \$z);
print "$x $y $z\n";
Getopt::Long::Configure('default', 'pass_through');
go([qw(--known 1 --unknown 2 arg)], 'known=i' => \$n);
Getopt::Long::Configure('default', 'require_order');
go([qw(--num 1 stop --num 2)], 'num=i' => \$n);
print "$n\n";
Getopt::Long::Configure('default', 'auto_abbrev');
go([qw(--verb --nu 7)], 'verbose' => \$v, 'num=i' => \$n, 'number=i' => \my $nn);
go([qw(--verb)], 'verbose' => \$v);
my ($hex);
go([qw(--o 0x1f)], 'o=o' => \$hex);
print "$hex\n";
go([qw(--pt 1 2)], 'pt=i{2}' => \my @pt);
print "@pt\n";
@ARGV = qw(--main left);
GetOptions('main' => \my $m);
print "$m @ARGV\n";
