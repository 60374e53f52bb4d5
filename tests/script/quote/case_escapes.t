# \Q \U \L \u \l \F \E and how they nest and stack.
use strict; use warnings; use feature 'fc';
my $n = "hELLO wORLD";
print "\U$n\E|\L$n\E|\u$n|\l$n|\u\L$n\E|\l\U$n\E|\L\u$n\E|\U\l$n\E\n";
print "\Q$n.*\E|\Qa.b|c\E|a\Q.\Eb|\Q\U$n\E!|\U\Qa.b\E.c\n";
print "x\Uabc\LDEF\Eghi\Ejkl\n";
print "\F$n\E|\Q\\|\E|\Q\$n\E\n" eq "" ? "" : "\F$n\E\n";
print "\Uab${n}cd\Eef @{[ lc 'XX' ]} \L@{['AB']}\E\n";
print "\utitle \Uupper\E \uword\lWORD \u\u\ux \l\uAb \u\lab\n";
my @a = ("ab", "cd");
print "\U@a\E \u@a \U$a[1]\E \Q@a\E\n";
print "a.b" =~ /^\Qa.b\E$/ ? 1 : 0, "axb" =~ /^\Qa.b\E$/ ? 1 : 0, "AB" =~ /^\Uab\E$/ ? 1 : 0, "\n";
my $v = "a|b";
print "a|b" =~ /^\Q$v\E$/ ? 1 : 0, "a" =~ /^$v$/ ? 1 : 0, "x(y" =~ /\Q(\E/ ? 1 : 0, "\n"; print "\x{e9}\U\x{e9}\E" eq "\xe9\xe9" ? "bytes\n" : "chars\n"; { use utf8; binmode STDOUT, ':utf8'; print "\Uéß\E \LÉ\E \uéa \Qé!\E\n"; binmode STDOUT } (my $t = "john smith") =~ s/(\w+) (\w+)/\u$1 \U$2/; print "$t\n"; ($t = "A-B") =~ s/(\w)-(\w)/\L$1\E-$2/; print "$t\n"; print "\Q\n\t \E|" eq "\\\n\\\t\\ |" ? "ws\n" : "no\n"; print "\LABC\E\UDef\E\n"; print qq(\Uq\Eq), lc("\UX"), "\n"; print "\Q[]{}()^\$.|*+?\\/-#&~\"'\E\n"; print <<"H";
\Uheredoc $n\E done \u$a[0]
H
