# s///e calling functions that match; nested s///; returned lists.
use strict; use warnings;
sub up { my $x = shift; $x =~ s/(.)/\U$1/; $x }
my $s = "one two";
$s =~ s/(\w+)/up($1)/ge;
print "$s\n";
$s = "a1b2"; $s =~ s/([a-z])(\d)/my $n = $2; (my $l = $1) =~ tr,a-z,A-Z,; $l x $n/ge; print "$s\n";
$s = "x=1;y=2";
my %h;
$s =~ s/(\w)=(\d)/$h{$1} = $2;
""/ge; print join(",", map { "$_$h{$_}" } sort keys %h), "[$s]\n";
$s = "aaa";
my $n = 0;
$s =~ s/a/$n++ % 2 ? "b" : "a"/ge;
print "$s $n\n";
my @l = map { (my $c = $_) =~ s/x/y/; $c } qw(xa xb);
print "@l\n";
my $t = '$h{x} and $h{y}';
$t =~ s/(\$h\{\w\})/$1/eeg;
print "$t\n";
$t = "3+4 5*6";
$t =~ s/(\d+[+*]\d+)/$1/gee;
print "$t\n";
$t = "abc";
my $r = ($t =~ s/b/B/r) . ($t =~ s/z/Z/r);
print "$r $t\n";
$t = "a.b.c";
my $c = $t =~ s/\./::/g;
print "$c $t\n";
print "x" =~ s/x/die_not()/er, "\n";
sub die_not { "fine" }
eval { my $z = "q"; $z =~ s/q/die "in replacement\n"/e }; print $@;
