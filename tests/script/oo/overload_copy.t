# What += ++ .= do to a shared object: the copy constructor, plain scalars copied, refusals.
package V; use overload '+'=>sub{print "+(".(defined $_[2]?$_[2]:'undef').") ";V->new($_[0]{v}+(ref $_[1]?$_[1]{v}:$_[1]))},'-'=>sub{print "- "; V->new($_[0]{v}-$_[1])},'+='=>sub{print "+=(".(defined $_[2]?$_[2]:'undef').") ";$_[0]{v}+=$_[1];$_[0]},'++'=>sub{print "++ ";$_[0]{v}++;$_[0]},'='=>sub{print "copy(@{[defined $_[1]?'d':'u']}@{[defined $_[2]?'d':'u']}) ";V->new($_[0]{v})},'.='=>sub{print ".= ";$_[0]{v}.=$_[1];$_[0]}, 'x='=>sub{print "x= ";$_[0]},'""'=>sub{"V$_[0]{v}"};
sub new{bless{v=>$_[1]},$_[0]}
package main;
my $p=V->new(7);
my $q=$p; $q++; print "A $q $p\n";
my $old=$q++; print "B $old $q $p\n";
$q=$p; $q+=5; print "C $q $p\n";
$q=$p; $q-=5; print "D $q $p\n";
$q=$p; $q.="z"; print "E $q $p\n";
$q=$p; $q x= 2; print "F $q $p\n";
$p=V->new(1); $p++; print "G $p\n"; $p+=1; print "H $p\n";
my $z=++$p; print "I $z $p\n"; $p++; print "J $z $p\n";
$p--; print "K $p $z\n"; my $y=$p--; print "L $y $p\n";
my @a=($p,$p); $a[0]++; print "M @a\n"; $a[0]+=3; print "N @a\n";
my %h=(a=>$p); $h{a}++; print "O $h{a} $p\n";
our $g=$p; $g++; print "P $g $p\n";
for my $t ($p){ my $u=$t; $t+=2; print "Q $t $u\n"; }
sub f{ $_[0]++ } f($p); print "R $p\n";
my $w=$p; f($w); print "S $w $p\n";
package N; use overload '+'=>sub{print "+ ";N->new($_[0]{v}+$_[1])},'++'=>sub{print "++ ";$_[0]{v}++;$_[0]}, '""'=>sub{"N$_[0]{v}"}; sub new{bless{v=>$_[1]},$_[0]}
package main;
$p=N->new(1); $q=$p; eval{$q++; print "T $q $p\n"; 1} or print "T died $@";
$q=$p; eval{$q+=1; print "U $q $p\n"; 1} or print "U died $@";
$p=N->new(3); eval {$p++; print "V $p\n";1} or print $@; eval{my $k=$p++; print "W $k $p\n";1} or print $@;
package S; use overload '++'=>sub{print "++ ";${$_[0]}++;$_[0]}, '""'=>sub{"S${$_[0]}"}; sub new{my $x=$_[1];bless\$x,$_[0]}
package main;
$p=S->new(1); $q=$p; eval{$q++; print "X $q $p\n"; 1} or print "X died $@";
package S2; use overload '+='=>sub{print "+= ";${$_[0]}+=$_[1];$_[0]}, '""'=>sub{"S${$_[0]}"}; sub new{my $x=$_[1];bless\$x,$_[0]}
package main;
$p=S2->new(1); $q=$p; eval{$q+=1; print "Y $q $p\n"; 1} or print "Y died $@";
package S3; use overload '+='=>sub{print "+= ";${$_[0]}[0]+=$_[1];$_[0]}, '""'=>sub{"S${$_[0]}[0]"}; sub new{my $x=$_[1];bless [$x],$_[0]}
package main;
$p=S3->new(1); $q=$p; eval{$q+=1; print "Z $q $p\n"; 1} or print "Z died $@";
$p=S3->new(1);  eval{$p+=1; print "Z $p\n"; 1} or print "Z died $@";
