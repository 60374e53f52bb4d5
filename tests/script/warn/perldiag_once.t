# "Name used only once: possible typo": which mentions count, which names are exempt (perldiag).
use strict;
my $dir = "/tmp/once.$$";
mkdir $dir or die;
open my $module, '>', "$dir/OM.pm" or die;
print $module "package OM; use warnings; \$OM::once = 1; \$other::v = 2; 1;\n";
close $module;
while (my $program = <DATA>) {
    chomp $program;
    open my $from, '-|', $^X, "-I$dir", '-e', 'open STDERR, ">&", STDOUT; exec $^X, "-I$ARGV[0]", "-wce", $ARGV[1]', $dir,
        $program or die;
    my @said = sort grep /only once/, <$from>;
    print "$program\n", map "    $_", @said;
}
unlink "$dir/OM.pm";
rmdir $dir;
__DATA__
use OM; print 1
require OM; $x::y=1
$x=1
$x=$x
@x=1; $x=2
our $x=1
our $x; package Q; $y=1;
use vars q($z); $z=1
$a=1;$b=2;$_=1;$_x=3; $0=1; $ENV=1; @F=1
$Foo::bar=1
print FH 1
open FH, "<","/dev/null"
sub f { $x }
f()
eval q($x=1)
{no warnings; $x=1}
{no warnings "once"; $x=1} no warnings; 1
no warnings; {use warnings; $x=1}
BEGIN{$x=1}
*x = sub {1}
*x = \my $y; 
$x::{a}
$STDERR=1;$main::y=1; $::z=1
local $x=1
@EXPORT=1;@ISA=1;@EXPORT_OK=(); $VERSION=1;%EXPORT_TAGS=();@EXPORT_FAIL=();
$^W=1; ${^Foo}=1; $1; $AUTOLOAD=1; $ARGVOUT=1; $stdin=1; <STDIN>; <FOO>; $INC=3
"$x @y"
my $s="abc"; $s =~ /$pat/
Foo->bar; $Foo::VERSION
sort $sub 1,2; sort by 1,2
opendir(D,"/"); -e FILE; stat(FH2)
$x{a}{b}=1; $#y=3; $z->[0]
DATA->x if 0; <DATA>;
goto &foo if 0; defined &bar; exists &baz
STDIN->autoflush if 0; Nop::->x if 0
use strict; $Foo::x=1; $Carp::Verbose=1; $main::{foo}
print {FH} 1; select(SEL)
our ($p,$q); our @r; @::q=1;
*{"foo"}=1; $x="a"; $$x=1
for $i (1) {} foreach our $j (1) {}
 &$x; $x2->(); @{x3}; ${ x4 }; @{"x5"}; $x6
use OM; $OM::once=1
use OM; $other::v=1
f(); $f=1
sub f{} $f=1
sub f; $f=1
\&f; $f=1
Foo->new; $Foo=1
$x=1; eval q($x=1)
print {FH} 1; $FH=1
$x = 1; use strict; our $y
{package Foo; $x=1} $Foo::x
$é=1; $É_=1
sub x::y {} $x::z
@ARGV; $ARGV; %Foo::ENV; $Foo::STDIN; $Foo::a; $Foo::_x
use strict; $main::a1=1; "a" =~ /(?<n>a)/; $+{n}; $^V; $CORE::GLOBAL::x
my $x = <$y>; <$z>; close($w)
close(Q); binmode R; fileno(S)
use constant X=>1; X; $X=1
local @x=(1); local *y; local $z{a}
$#{z}=1; $#y; @{z}[0]
"${x}" . "$x[1]"
s/a/$y/ for @x; tr/a/b/ for @z
foreach $x (@y) {}
*STDOUT{IO}; *x{CODE}; *{"x"}; *y
exec {$x} 1; sort {$x<=>$y} 1;
while (<FH>) {} 
open($fh,"x"); open(local *FH, "<", "x")
open(my $x, "<&STDIN"); open(X, "<&Y")
use Data::Dumper; $Data::Dumper::Sortkeys=1; $Data::Dumper::Foo=1
use Carp; $Carp::Verbose=1; local $Carp::CarpLevel=1;
use POSIX; $POSIX::x=1;
use File::Find; $File::Find::name; $File::Find::dir
use Getopt::Long; $Getopt::Long::ignorecase=0;
use Socket; use IO::Socket; $IO::Socket::x; $SIG{ALRM}; $Storable::canonical=1;
$Test::Builder::Level=1; use Test::More;
