# What interpolates: elements, slices, expressions; methods and hashes do not.
use strict; use warnings;
my ($s, @a, %h) = ("sc"); @a = (10, 20, 30);
%h = (a => 1, 'b c' => 2, n => { m => [5, 6] });
my ($r, $hr, $i) = (\@a, \%h, 1); my $o = bless { v => 1 }, 'O'; sub O::m { "method" }
print "$s $a[0] $a[-1] $a[$i] $a[$i+1] $a[$#a] $a[$i-1]\n";
print "$h{a} $h{'a'} $h{'b c'} $h{n}{m}[1] $h{n}->{m}->[0] @{$h{n}{m}}\n";
print "@a @a[0,1] @h{'a','b c'} $#a $#{$r} $#$r\n";
print "$r->[0] $$r[1] ${$r}[2] @$r @{$r}[0,1] $hr->{a} $$hr{a} @{$hr}{a}\n";
print "$o->{v} @{[$o->m]} ${\ $o->m}\n";
print "$o->m" =~ /^O=HASH\(0x[0-9a-f]+\)->m$/ ? "no method call\n" : "bad\n";
print "email\@x.com user\@$s.com a\$b \\$s 50% of $s: ${s}text $s-x $s\[0] $s\{a}\n";
print "price \$5, 10% @ home, a @ b, #hash, %h %{h} &f *g\n";
print "$a[0]$a[1] $a[0]-$a[1] $a[0].$a[1] -$a[0]- $a[ 1 ] $h{ a }\n";
