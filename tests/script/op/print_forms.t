# print, printf and say with lists, parentheses, handles, $, and $\.
use strict; use warnings; use feature 'say';
print "a", "b", "\n";
print("paren\n");
print(("x") x 3, "\n");
print "list ", (1, 2, 3), "\n";
my @a = (1, 2);
print @a, "\n";
print "@a\n";
print scalar(@a), "\n";
{ local $, = ","; local $\ = "!\n"; print @a, "x"; print; say @a if 0; }
$_ = "topic\n";
print;
print STDOUT;
say "said", 1;
say @a;
say for @a;
say "@a";
{ local $, = "-"; say 1, 2 } { local $\ = "X"; say "with ors" ; print "p" }
print "\n";
say();
say STDOUT "h";
say {*STDOUT} "b";
my $r = print "";
print "ret $r\n";
printf "%s-%s\n", @a;
printf STDOUT ("%d\n", 5);
my @f = ("%s|%s\n", "p", "q");
printf @f;
printf "no args\n";
print "a" . "b" x 2 . "\n";
print 1 + 2, "\n";
print -1, +1, "\n";
print "multi
line\n"; print STDERR "err\n"; print {$a[0] == 1 ? *STDOUT : *STDERR} "chosen\n"; open my $m, '>', \my $buf or die; print $m "to mem"; printf $m " %d", 5; say $m "!"; close $m; print $buf; my %h = (fh => \*STDOUT); print { $h{fh} } "hash fh\n"; print {\*STDOUT} "ref\n"; print { $_ } "loop\n" for *STDOUT; my $name = "STDOUT"; { no strict 'refs'; print $name "by name\n"; print {"STDOUT"} "string\n" } *OUT = *STDOUT; print OUT "alias\n"; my $old = select STDERR; print "to err\n"; select $old; print ref \$old, " $old\n"; print "true\n" if print ""; print((1, 2)[1], "\n"); print "x" if 0; print "a", "b" if 0; print sort { $a <=> $b } 3, 1, 2; print "\n", reverse(1 .. 3), "\n", map({ "$_;" } 1, 2), "\n"; print "é\n"; $| = 1; print "flush\n"; print {*STDOUT{IO}} "io\n"; STDOUT->print("method\n"); STDOUT->printf("%s\n", "pm"); $m = \*STDOUT; $m->say("say m"); 
