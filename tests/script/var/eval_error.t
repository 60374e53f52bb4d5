# $@: cleared on success, objects, nesting, die without arguments, local $@, rethrow, line numbers.
use strict;
use warnings;
no warnings 'void';
eval {1};
print "empty [", $@, "]\n";
eval { die "text\n" };
print "1 $@";
eval {die};
print "2 ", $@ =~ s/ at \S+ line \d+/ at X/r;
eval { die "x\n" };
eval {die};
print "3 ", $@ =~ s/ at \S+ line \d+/ at X/gr;
eval { die { code => 7 } };
print "4 $@->{code}\n";
eval { die bless(['m'], 'Err') };
print "5 ", ref $@, " $@->[0]\n";
{
    package Err2;
    sub new       { bless { m => $_[1] }, $_[0] }
    sub PROPAGATE { my ($s, $f, $l) = @_; $s->{m} .= ' propagated'; $s }
}
eval { $@ = Err2->new('obj'); die };
print "6 $@->{m}\n";
eval {
    eval { die "inner\n" };
    print "7 $@";
    die "outer: $@";
};
print "8 $@";
my $r = eval {5} // 'none';
print "9 $r\n";
my @l = eval { (1, 2, 3) };
print "10 @l\n";
my $u = eval { return 'returned'; 1 };
print "11 $u\n";
print "12 ", defined eval { die "x\n" } ? 1 : 'undef', "\n";
eval "1 +";
print "13 ", $@ =~ /^syntax error at \(eval \d+\) line 1, at EOF/ ? 1 : $@, "\n";
{
    local $@ = 'saved';
    eval {1}
}
print "14 [", $@ =~ s/ at .*//sr, "]\n";
eval { die "a", "b", 3, "\n" };
print "15 $@";
eval { warn_die() };
sub warn_die { die "in sub\n" }
print "16 $@";
eval { my @a = (1); $a[0]->method };
print "17 ", $@ =~ s/ at .*//sr, "\n";
eval { my $x; no warnings; my $y = $$x; 1 } or print "18 ", $@ =~ s/ at .*//sr, "\n";
eval { &{'nosuch'} };
print "19 ", $@ =~ s/ at .*//sr, "\n";
eval { sqrt(-1) };
print "20 ", $@ =~ s/ at .*//sr, "\n";
eval { log 0 };
print "21 ", $@ =~ s/ at .*//sr, "\n";
eval { 1 % 0 };
print "22 ", $@ =~ s/ at .*//sr, "\n";
package D {
    sub DESTROY {
        eval {1}
    }
}
eval { my $d = bless [], 'D'; die "survives DESTROY\n" };
print "23 $@";
eval { die "no newline" };
print "24 ", $@ =~ / at \S+eval_error\.t line \d+\.\n$/ ? 1 : $@, "\n";
