# %ENV holds plain strings: what is assigned is one at once.
# Each program runs by itself; its output, messages and status are shown.
use strict;
use warnings;
$| = 1;
my ($name, %program, @order);
while (my $line = <DATA>) {
    if ($line =~ /^#### (.*)/) { push @order, $name = $1 }
    else { $program{$name} .= $line }
}
for my $test (@order) {
    print "== $test\n";
    open my $file, '>', 'p.pl' or die;
    print $file $program{$test};
    close $file;
    my $status = system "$^X p.pl < /dev/null > out 2> err";
    for my $which ('out', 'err') {
        open my $in, '<', $which or die;
        my $text = join '', <$in>;
        print "$which: $text" if length $text;
    }
    print "\nstatus $status\n";
}
__DATA__
#### k9
$ENV{X}=[1]; print ref \$ENV{X},"|",ref $ENV{X},"|",$ENV{X}=~/^ARRAY/?1:0,"\n"; $ENV{Y}=5; use B; print B::svref_2object(\$ENV{Y})->FLAGS & B::SVf_POK ?1:0,"\n"; { local $ENV{Q}={}; print ref $ENV{Q},"|",`echo \$Q`=~/^HASH/?1:0,"\n"; } use warnings; $ENV{W}="\x{100}"; print length $ENV{W},"\n"; $ENV{V}="\xe9"; print length $ENV{V},"\n"; my $u="\xe9"; utf8::upgrade $u; $ENV{U}=$u; print length $ENV{U}, utf8::is_utf8($ENV{U})?1:0,"\n"; $ENV{N}=undef; print defined $ENV{N}?1:0,"|$ENV{N}|\n"; $ENV{F}=1.50; print $ENV{F},"\n"; print `echo \$F \$N \$V`; @ENV{qw(A B)}=([1],{}); print ref $ENV{A},ref $ENV{B},"\n"; %ENV=(PATH=>$ENV{PATH},Z=>[2]); print ref $ENV{Z},"|\n"; for ($ENV{L}) { $_=[3] } print ref $ENV{L},"|\n"; my $r=\$ENV{M}; $$r={}; print ref $ENV{M},"|\n"; $ENV{C}.="x"; $ENV{C}++; print $ENV{C},"\n"; push @{$ENV{D}},1; print ref $ENV{D},"|\n";
#### k10
$ENV{A}=1; $ENV{A}++; print $ENV{A},"\n"; my $x=$ENV{A}; print $x+1,"\n"; $ENV{E}=""; print `echo "[\$E]"`; delete $ENV{E}; print exists $ENV{E}?1:0,"\n"; delete local $ENV{A}; print `echo "[\$A]"`; { local $ENV{LL}=3; print `echo \$LL`; } print `echo "[\$LL]"`; $ENV{T}=\"x"; print $ENV{T}=~/^SCALAR/?1:0,"\n"; use overload; package OO { use overload '""'=>sub {"ov"} } $ENV{O}=bless [],'OO'; print ref $ENV{O},"|$ENV{O}\n"; my %c=%ENV; print $c{O},"\n"; undef $ENV{O}; print defined $ENV{O}?1:0,"\n";
