# q qq qw m s tr y qr with every kind of delimiter, nesting and spaces.
use strict; use warnings;
print q(a(b)c), q[a[b]c], q{a{b}c}, q<a<b>c>, q!a\!b!, q/a\/b/, q#a#, q 'x', q"y", q|p|, q,c,, q;s;, q:c:, q=e=, q.d., "\n";
print q (sp), q
{nl}, "\n";
my $v = "V";
print qq(p $v (q)), qq{$v}, qq[${v}x], qq'$v', qq<@{[1,2]}>, qq|$v\|x|, "\n";
print join("|", qw(a b c), qw[d e], qw/f g/, qw{h
i}, qw<j>, qw!k l!, qw()), "\n"; print "a/b" =~ m{/} ? 1 : 0, "a/b" =~ m#a/b# ? 1 : 0, "ab" =~ m'a' ? 1 : 0, "(x)" =~ m(\(x\)) ? 1 : 0, "ab" =~ m [b] ? 1 : 0, "a,b" =~ m,\,, ? 1 : 0, "\n"; (my $s = "abc") =~ s{b}{B}; $s =~ s(a)[A]; $s =~ s<c>
  /C/;
  print $s, "\n";
  ($s = "a/b") =~ s|/|::|;
  print $s, "\n";
  ($s = "abc") =~ tr{a}{x};
  $s =~ y(b)[y];
  $s =~ tr/c/z/;
  print $s, "\n";
  ($s = "x") =~ s'x'$v';
  print $s, "\n";
  print 'a\\b\'c\n', "\n", q(a\)b\\), "\n", "a\"b\\c", "\n"; my @w = qw/a,b #c/; { no warnings;
  print scalar(@w), "$w[1]\n";
  print "@{[1]}\n" } print join(",", map { qq($_!) } 1, 2), "\n"; print q()  . q( ) . "|\n"; my $re = qr<a(b)>x; print "ab" =~ $re ? $1 : '', "\n"; print "ok\n" if 'a b' =~ m{a\ b}x; print "@{[map { qq{<$_>} } q(a)]}", 'q(x)', "\n"; 
