# FETCH and STORE that die, untie, loop, match, evaluate and call themselves.
use strict; use warnings; no warnings 'untie'; $SIG{__WARN__} = sub { print "W: @_" };
package S; sub TIESCALAR { my ($c,%o)=@_; bless {%o},$c } sub FETCH { my $s=shift; $s->{f} ? $s->{f}->($s) : $s->{v} } sub STORE { my ($s,$v)=@_; $s->{s} ? $s->{s}->($s,$v) : ($s->{v}=$v) } sub DESTROY { print "D$_[0]{n} " if $_[0]{n} }
package A; require Tie::Array; our @ISA='Tie::StdArray'; sub DESTROY { print "DA " }
package H; require Tie::Hash; our @ISA='Tie::StdHash';
package main;
my $x; tie $x,'S',n=>1,f=>sub { untie $x; 'untied' }; print "$x\n"; print defined $x ? "$x\n" : "undef\n";
tie $x,'S',n=>2,s=>sub { untie $x; }; $x = 5; print "$x\n";
my @a; tie @a,'A'; @a=(1..4); for my $e (@a) { print $e; untie @a if $e==2; } print "|@a\n";
tie @a,'A'; @a=(1..6); for (@a) { shift @a; print } print "\n"; untie @a;
my %h; tie %h,'H'; %h=map { $_=>1 } 'a'..'e'; my $n=0; while (my ($k)=each %h) { delete $h{$k}; $n++ } print "$n ", scalar(%h)?1:0, "\n"; 
my $r=\$h{zz}; untie %h; eval { print defined $$r ? "def":"undef", "\n" }; print $@;
sub rec { my $d=shift; tie my $t,'S',f=>sub { $d ? rec($d-1) : 'bottom' }; return $t } print rec(20), "\n";
tie my $dd,'S',f=>sub { die { code=>7 } }; eval { my $y = $dd }; print $@->{code}, "\n"; eval { my @l=(1,$dd,3) }; print ref $@, "\n"; eval { my %l=(a=>$dd) }; print ref $@, "\n"; my @s = eval { sort ($dd, 1) }; print ref $@, "\n"; eval { f($dd) }; sub f { my $v = shift } print ref $@, "\n"; eval { "a$dd" }; print ref $@, "\n"; eval { push @s, $dd }; print ref $@, scalar(@s), "\n"; eval { for my $i ($dd) { print $i } }; print ref $@, "\n"; eval { my $s = join ',', 1,$dd; }; print ref $@,"\n"; eval { $a[$dd] }; print ref $@,"\n"; eval { local $_ = $dd; }; print ref $@,"\n";
{ local $SIG{ALRM} = sub { die "alarm\n" }; tie my $slow,'S',f=>sub { alarm 1; select undef,undef,undef,5; }; eval { my $z = $slow }; print $@; }
tie my $c,'S',f=>sub { wantarray ? 'list':'scalar' }; my ($l) = $c; print $l, scalar($c), "\n"; my @m = map { $c } 1; print "@m\n";
tie my $caller,'S',f=>sub { join ':', map { (caller($_))[3] // '' } 0..2 }; sub outer { return "$caller" } print outer(), "\n"; 
use feature 'say'; tie my $ret,'S',f=>sub { return (1,2,3) }; say $ret; tie my $emp,'S',f=>sub { return }; say defined $emp ? 1 : 0;
tie my $loop,'S',f=>sub { my @q; for my $i (1..3) { next if $i==2; push @q,$i } "@q" }; for my $o (1..2) { say "$o $loop" } tie my $re,'S',f=>sub { 'zzz' =~ /(z+)/; $1 }; 'abc' =~ /(b)/; say "$1 $re $1";
tie my $lo,'S',f=>sub { local $@; eval { die "x\n" }; "ok" }; $@=''; say "$lo [$@]"; tie my $ev,'S',f=>sub { eval "1+1" }; say $ev; tie my $sorted,'S',f=>sub { join ',', sort { $b <=> $a } 1..3 }; say join ' ', sort { $a cmp $b } $sorted, 'a'; say $_ for sort { "$a$sorted" cmp "$b$sorted" } 2,1;
my @objs = map { my $v; tie $v,'S',v=>$_; \$v } 1..3; say join ',', map { $$_ } @objs; @objs = (); my %tt; tie $tt{$_},'S',v=>$_,n=>$_ for 'p','q'; say join ',', map { $tt{$_} } sort keys %tt; delete $tt{p}; print "\n"; %tt=(); print "\n"; my ($i,$j)=(1,2); tie $i,'S',v=>10; ($i,$j)=($j,$i); say "$i $j"; my @arr=(1,2,3); tie $arr[1],'S',v=>'t'; my @b=@arr; $b[1]='changed'; say "@arr @b"; @arr = reverse @arr; say "@arr"; $#arr=-1; say scalar @arr; sub lv :lvalue { $i } lv() = 77; say $i; say tied($i)->{v}; my $cp = $i; $cp++; say "$i $cp"; { local @ENV{qw(A B)} = (1,2); } printf "%s %5.1f %d\n", $i,$i,$i; say sprintf('%vd', $i); 
