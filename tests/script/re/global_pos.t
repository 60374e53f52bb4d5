# //g in scalar context, pos, \G, /c and lexers.
use strict; use warnings;
my $s = "aXbXc";
while ($s =~ /X/g) { print pos $s, " " }
print defined pos $s ? "d" : "u", "\n";
$s =~ /a/g;
print pos $s;
$s =~ /\GX/g;
print pos $s;
$s =~ /\GX/gc;
print pos $s;
$s =~ /\Gb/gc;
print pos $s, "\n";
$s =~ /zz/g;
print defined pos $s ? "d" : "u", "\n";
my $src = "let x = 42 + y1;";
my @t;
for ($src) { while (1) { if (/\G\s+/gc) { } elsif (/\G([a-z]\w*)/gc) { push @t, "id:$1" } elsif (/\G(\d+)/gc) { push @t, "num:$1" } elsif (/\G([-+=;])/gc) { push @t, "op:$1" } elsif (/\G\z/gc) { last } else { die } } }
print "@t\n";
my $z = "abc";
my @p;
while ($z =~ /(?=(.))/g) { push @p, "$1@{[pos $z]}" }
print "@p\n";
@p = ();
while ($z =~ /x*/g) { push @p, pos $z }
print "@p\n";
@p = "aab" =~ /a*?/g;
print join("|", @p), "\n";
@p = "aab" =~ /a*/g;
print join("|", @p), "\n";
$z = "aaa";
pos $z = 1;
my @r = $z =~ /a/g;
print scalar(@r), "\n";
pos $z = 1;
$z =~ s/\Ga/b/;
print "$z\n";
$z = "112233";
pos $z = 2;
print $z =~ /\G(\d\d)/ ? $1 : 'no', defined pos $z ? pos $z : 'u', "\n";
print "xab" =~ /\Gx/ ? 1 : 0, "\n";
$z = "aXaX";
my $n = 0;
$n++ while $z =~ /a/g;
print "$n\n";
if ($z =~ /X/g) { print pos $z, "\n" }
my $copy = $z;
print defined pos $copy ? "d" : "u", "\n";
for my $i (1 .. 2) { my $str = "q$i"; $str =~ /\d/g; print pos $str }
print "\n";
{ local $_ = "aab"; my $c = 0; $c++ while /a/g; print "$c\n"; }
my $m = "key: v1 v2";
$m =~ /key:/g;
my @v = $m =~ /\G\s+(\w+)/g;
print "@v\n";
pos($m) = 0;
scalar $m =~ /v/g for 1 .. 2;
print pos $m, "\n";
my @w = ("ab\ncd" =~ /^(\w)/mg);
print "@w\n";
