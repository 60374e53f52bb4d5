# %+ and %- as hashes: references, copies, iteration, what they are tied to.
use strict; use warnings; $SIG{__WARN__}=sub{print "W: $_[0]"};
my $r=\%+; my $m=\%-;
"ab"=~/(?<x>a)(?<y>b)/; print "$r->{x} $r->{y} @{$-{x}}\n";
"cd"=~/(?<x>c)(?<z>d)/; print join(",",map{"$_=$r->{$_}"} sort keys %$r),"\n";
print exists $r->{x}?1:0, exists $r->{y}?1:0, exists $+{z}?1:0, "\n";
my %c=%+; print join(",",map{"$_=$c{$_}"} sort keys %c),"\n";
while (my ($k,$v)=each %+) { $c{$k} eq $v or print "each $k\n" }
eval { $r->{x}=5 }; print $@; eval { delete $r->{x} }; print $@; eval { %+=() }; print $@; eval { $+{new}=1 }; print $@; eval {undef %+}; print $@; eval { delete $+{x} }; print $@; eval { $-{x}=1 }; print $@; eval { $-{x}[0]=1 }; print $@;
sub f { "zz"=~/(?<x>z)/; "$+{x}" } print f(), $+{x}, "\n";
sub g { my $h=shift; "qq"=~/(?<x>q)/; $h->{x} } print g(\%+), $+{x}, "\n"; print g($r),"\n";
sub h { $_[0] } print h($+{x}), "\n"; my $rr=\$+{x}; "mm"=~/(?<x>m)/; print "$$rr\n";
print scalar(%+)?1:0, scalar(keys %+), "\n"; "q"=~/q/; print scalar(keys %+), "\n"; print join(",",values %+),"\n"; print exists $r->{x} ? 1:0, defined $r->{x}?1:0,"\n";
"ab"=~/(?<x>a)|(?<y>b)/; print join(",",sort keys %+),"|",join(",",sort keys %-),"\n"; print defined $-{y}[0]?1:0,"\n"; print join(",",map { $_//'u'} @{$-{x}}),"\n";
"aab"=~/(?<x>a)(?<x>a)(?<x>c)?/; print "$+{x} @{[map {$_//'u'} @{$-{x}}]}\n";
my $s="k=v"; if ($s=~/(?<k>\w)=(?<v>\w)/) { my %h=%+; my $cp={%+}; "x"=~/x/; print join(",",map{"$_$h{$_}"} sort keys %h), join(",",map{"$_$cp->{$_}"} sort keys %$cp),"\n"; }
{ local $_="a1"; my @l = map { /(?<l>\w)(?<d>\d)/ ? {%+} : () } qw(a1 b2 c3); print join(",",map {"$_->{l}$_->{d}"} @l),"\n"; }
print ref(tied %+)||'none', ref(tied %-)||'none', "\n";
require Tie::Hash::NamedCapture; tie my %th, "Tie::Hash::NamedCapture"; tie my %ta, "Tie::Hash::NamedCapture", all=>1;
"ab"=~/(?<x>a)(?<y>b)/; print "$th{x} $ta{y}[0]\n"; print join(",",sort keys %th),"\n"; print Tie::Hash::NamedCapture::flags(),"\n"; eval { $th{x}=1 }; print $@; my @fl=Tie::Hash::NamedCapture::flags(); print "@fl\n";
*alias=\%+; our %alias; print "$alias{x}\n"; 
{ use English; print "$LAST_PAREN_MATCH{x}\n"; }
print join(",", map { "$_" } sort { $a cmp $b } %+),"\n"; my ($first)= sort keys %{$r}; print "$first\n"; delete local $+{x} if 0; my @sl=@+{qw(x y)}; print "@sl\n"; my %ks=%+{qw(x)}; print %ks,"\n"; print join(",",@$r{qw(x y)}),"\n";
my $code=sub { $+{x} }; "ww"=~/(?<x>w)/; print $code->(),"\n"; { "vv"=~/(?<x>v)/; print $code->(),"\n"; } print $code->(),"\n"; eval { local $+{x}=1; }; print $@; eval { local %+; print scalar(keys %+),"\n"; }; print $@;
print exists $+{nope}?1:0,"\n"; printf "%s %s\n", $+{x}, "uu"=~/(?<x>u)/ ? $+{x} : 0; print "a$+{x}b\n"; my $z="$+{x}" . ("tt"=~/(?<x>t)/ ? $+{x} : ""); print "$z\n"; s/(?<q>.)/<$+{q}>/g for my $t="abc"; print "$t\n";
