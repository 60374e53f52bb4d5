# Interpolation inside patterns: $ as anchor, @ arrays, subscripts or classes.
use strict; use warnings;
my $v = "b"; my @a = ("x", "y"); my %h = (k => 'c+');
print join("", map { $_ ? 1 : 0 } "ab" =~ /a$v/, "ab" =~ /a$v$/, "a" =~ /a$/, "a|" =~ /a$|z/, "(b)" =~ /\($v\)/), "\n";
print join("", map { $_ ? 1 : 0 } "x" =~ /^$a[0]$/, "y" =~ /^$a[-1]$/, "x y" =~ /^@a$/, "cc" =~ /^$h{k}$/, "b[0]" =~ /^$v\[0\]$/), "\n";
print join("", map { $_ ? 1 : 0 } "b1" =~ /^${v}1$/, "bbb" =~ /^${v}{3}$/, "b-" =~ /^$v-$/, 'a@b' =~ /a\@b/), "\n";
{ local $" = '|'; print "y" =~ /^(?:@a)$/ ? 1 : 0, "z" =~ /^(?:@a)$/ ? 1 : 0, "\n"; }
my $r = \@a;
print "x" =~ /^$r->[0]$/ ? 1 : 0, "y" =~ /^$$r[1]$/ ? 1 : 0, "x-y" =~ /^@{[join '-', @a]}$/ ? 1 : 0, "\n";
(my $s = "k=1") =~ s/(\w)=(\d)/$h{$1}:$a[$2]/; print "$s\n";
