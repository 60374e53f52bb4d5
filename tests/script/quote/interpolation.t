# What interpolates: elements, slices, methods do not, expressions, punctuation variables.
use strict; use warnings; use feature 'postderef_qq';
my ($s, @a, %h) = ("sc");
@a = (10, 20, 30);
%h = (a => 1, 'b c' => 2, n => { m => [5, 6] });
my $r = \@a;
my $hr = \%h;
my $o = bless { v => 1 }, 'O';
sub O::m { "method" }
my $i = 1;
our $pkg = "P";
our @pa = (7);
print "$s $a[0] $a[-1] $a[$i] $a[$i+1] $a[$#a] $a[$i-1]\n";
print "$h{a} $h{'a'} $h{'b c'} $h{n}{m}[1] $h{n}->{m}->[0] @{$h{n}{m}}\n";
print "@a @a[0,1] @h{'a','b c'} $#a $#{$r} $#$r\n";
print "$r->[0] $$r[1] ${$r}[2] @$r @{$r}[0,1] $hr->{a} $$hr{a} @{$hr}{a} $r->@* $r->@[0,1] $hr->%*\n";
print "$o->{v} @{[$o->m]} ${\ $o->m} ", "$o->m" =~ /^O=HASH\(0x[0-9a-f]+\)->m$/ ? "no method" : "bad", "\n";
print "$pkg $main::pkg $::pkg @main::pa $main::pa[0] ${main::pkg}\n";
print "email\@x.com user\@$s.com a\$b \\$s 50% of $s: ${s}text $s-x $s\[0] $s\{a} ${s}[0] ${s}{a}\n";
print "time: ${\ scalar(@a)} @{[ map { $_ * 2 } @a ]}\n";
print "$s$s$s $s.$s $s->[x" =~ s/->\[x//r, "\n" if 0; print "nested: @{[ join ',', map { \"<$_>\" } @a ]} @{[ $h{'a'} ? 'yes' : 'no' ]}\n"; my @e = (); print "empty:[@e][@e[0..-1]]\n"; print "$s's $s: $s; $s, $s! $s? ($s) {$s} <$s> $s/x $s\n" =~ s/sc's/X/r if 0; print "${ s } @{ a } ${\"ref\"} $ s\n" if 0; print "price \$5, 10% @ home, a @ b, #hash, %h %{h} &f *g\n"; my @n = ([1, 2], [3]); print "$n[0][1] $n[0]->[0] $n[1][0] @{$n[0]}\n"; print "$a[0]$a[1] $a[0]-$a[1] $a[0].$a[1]\n"; print "-$a[0]- $a [0] ", "\n" if 0; local $" = ","; print "@a @{[1, 2]}\n"; local $, = "-"; print "x", "y"; print "\n"; $, = undef; "abc" =~ /(b)/; print "$1 $& $` $' ${1}0 $+\n"; print "$0" ne '' ? "name " : '', "$$" =~ /^\d+$/ ? "pid " : '', "$;" eq "\x1c" ? "sep" : '', "\n"; print "a${\ 'b'}c@{['d']}e ${\($s)} @{[ $i ? 't' : 'f' ]}\n"; print "$h{n}{m}[0]$h{n}{m}[-1] $h{$s // 'x'}\n" if exists $h{$s}; my $k = 'a'; print "$h{$k} $h{lc 'A'} $h{ a } @h{$k}\n"; print "\$s = $s, \@a = @a\n"; print 'single $s @a', "\n"; print "a::b $s\::x ${s}::y\n"; print "$s" . '$s' . "\n"; print "tab\there nl\\n \x41\x{42}\103\e[0m\0" eq "tab\there nl\\n ABC\e[0m\0" ? "escapes\n" : "no\n"; 
