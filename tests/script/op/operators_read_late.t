# What each operator finds in an operand that the other operand changes.
use strict; no warnings;
our (@a,%h,$g); my (@l,%m,$s); my $ar=[1,2,3]; my $hr={x=>1,y=>2}; my $o; our @b; my $sr=\my $sv;
sub f { $a[0]=$_[0]; $h{x}=$_[0]; $l[0]=$_[0]; $m{x}=$_[0]; $ar->[0]=$_[0]; $hr->{x}=$_[0]; $g=$_[0]; $s=$_[0]; $sv=$_[0]; $_[0] }
sub r { @a=(1,2,3); @l=(1,2,3); %h=(x=>1); %m=(x=>1); $ar=[1,2,3]; $hr={x=>1,y=>2}; $g=1;$s=1; $sv=1; }
sub t { my $n=shift; my $c=shift; r(); print "$n: "; my @r=eval { $c->() }; print "[@{[map { $_//'undef' } @r]}] $@\n"; }
my @e = ('$a[0]','$h{x}','$l[0]','$m{x}','$ar->[0]','$hr->{x}','$$ar[0]','$g','$s','${$sr}','$$sr', '${\$a[0]}', '$a[$a[1]-2]', '$a[-3]', '$_[0]');
my $k=0;
for my $e (@e) {
  for my $op ('+','-','*','.','x','==','<','eq','lt','<=>','cmp','|','&','<<','**','/','%','..','^', '~~x') {
    next if $op eq '~~x';
    my $c = eval "sub { local \$_[0]; my \@q=(1); (sub { r(); scalar($e $op f(9)) })->(\@q) }" or die $@;
    $c = eval "sub { r(); join ',', $e $op f(9) }" if $op eq '..';
    t "$e $op" => $c;
    $c = eval "sub { r(); my \$z = f(9) $op $e; \$z }"; t "R $e $op"=>$c if $op ne '..';
  }
  for my $c ("$e && f(9)", "$e || f(9)", "($e, f(9))[0]", "\"$e\".f(9)", "$e . f(9) . $e . f(8)", "!$e + f(9)", "-$e + f(9)", "($e) + f(9)", "$e + f(9) + f(8)", "$e < f(9) ? $e : 0",
     "$e + ($e = 5)", "$e + $e++", "$e++ + $e", "++$e + $e++", "$e . ++$e", "($e += 3) + ($e += 4)", "$e = $e + f(9)", "$e += f(9)", "$e .= f(9)", "$e ||= f(9)", "$e -= f(9) + $e", "$e *= $e++", "my \$z = $e; \$z + f(9)",
     "substr($e, 0) . f(9)", "lc($e) . f(9)", "$e =~ /^\${\\f(9)}/ ? 1 : 0", "index($e, f(9))", "sprintf('%s%s', $e, f(9))", "($e) x f(2)", "[$e, f(9)]->[0]", "{ a=>$e, b=>f(9)}->{a}", "\"$e\@{[f(9)]}$e\"", "(sub { \$_[0] })->($e, f(9))", "(sub { my (\$p)=\@_; \$p })->($e, f(9))", "(sub { shift })->($e, f(9))","vec($e,0,f(8))", "$e <=> f(9) || $e") {
     my $cc = eval "sub { r(); $c }" ; if (!$cc) { print "$c: $@"; next } t $c => $cc;
  }
}
