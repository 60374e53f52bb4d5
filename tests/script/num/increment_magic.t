# ++ and -- on strings, numbers, undef and odd values.
use strict; use warnings;
for my $s ("a", "z", "Z", "az", "Az", "zZ", "Zz", "a9", "z9", "Z9", "zz", "zZ9", "a-b", "9", "09", "a09", "99", "9z", "", "a ", " a", "1e2", "0x9", "-1", "1.5", "-a", "+1", "zZzZ9") {
    my @w; local $SIG{__WARN__} = sub { push @w, $_[0] =~ s/ at .*\n//sr };
    my $t = $s; my $old = $t++;
    print "[$s]++ => [$t] old [$old]", (map " W:$_", @w), "\n";
}
for my $s ("a", "b2", "", "10", "1.5", "abc5") {
    my @w; local $SIG{__WARN__} = sub { push @w, $_[0] =~ s/ at .*\n//sr };
    my $t = $s; my $old = $t--;
    print "[$s]-- => [$t] old [$old]", (map " W:$_", @w), "\n";
}
my ($u, $v, $w, $x); my $old = $u++; print defined $old ? "old $old" : "undef", " $u\n";
$old = $v--; print defined $old ? "old $old" : "undef", " $v\n";
++$w; --$x; print "$w $x\n";
my $n = 2.5; $n++; print "$n\n"; $n = 0.1; $n++ for 1 .. 3; print "$n\n";
my %h; $h{$_}++ for qw(a b a); print join(",", map "$_$h{$_}", sort keys %h), "\n";
my @a; $a[2]++; print scalar(@a), defined $a[0] ? "def" : "undef", $a[2], "\n";
my $str = "ab"; my $num = $str eq "x" ? 1 : 0; $str++; print "$str\n";
my $used = "5"; my $dummy = $used + 0; $used++; print "$used\n";
my $p = "Zz"; my $q = ++$p . $p++; print "$q $p\n";
