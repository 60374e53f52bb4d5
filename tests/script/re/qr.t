# qr// objects: stringification, interpolation, flags, arrays of patterns.
use strict; use warnings;
my $r = qr/ab+/i;
print "$r ", ref $r, "\n";
print qr/x/, qr/x/msix, qr/x/u, qr/x/a, qr/x/aa, qr/x/l, qr/x/n, qr/x/xx, qr/x/p, qr/\//, "\n";
print "xABBy" =~ $r ? "m" : "n", "xABBy" =~ /y$r/ ? "m" : "n", "XABBy" =~ /x$r/ ? "m" : "n", "xABBy" =~ /x${r}y/ ? $& : "n", "\n";
my @p = map qr/$_/, qw(a b);
print scalar(grep { "b" =~ $_ } @p), "\n";
my $alt = join "|", map quotemeta, "a.b", "c*";
print "xa.by" =~ /($alt)/ ? $1 : 'n', "a-b" =~ /^(?:$alt)$/ ? 1 : 0, "\n";
my $s = "a.c";
print "abc" =~ /$s/ ? 1 : 0, "abc" =~ /\Q$s\E/ ? 1 : 0, "a.c" =~ /^\Q$s\E$/ ? 1 : 0, "\n";
my $n = qr/(\d+)/;
my @m = "a1b22" =~ /a${n}b$n/;
print "@m\n";
my $nest = qr/(?:$n-)+/;
print "1-22-x" =~ $nest ? "$& $1" : '', "\n";
print $nest, "\n";
my %d = (num => qr/^\d+$/, word => qr/^\w+$/);
for my $v (qw(12 ab !)) { print join(",", grep { $v =~ $d{$_} } sort keys %d), ";" }
print "\n";
my $var = "x";
my $q = qr/$var/;
$var = "y";
print "x" =~ $q ? 1 : 0, "y" =~ $q ? 1 : 0, "\n";
my $copy = $r;
print $copy eq $r ? "eq\n" : "ne\n";
my $o = bless qr/z/, 'Pat';
print ref $o, " ", "z" =~ $o ? 1 : 0, "\n";
print "ab" =~ /^@{[join "", "a", "b"]}$/ ? 1 : 0, "\n";
my @arr = ("a", "b");
{ local $" = "|"; print "b" =~ /^(?:@arr)$/ ? 1 : 0, "\n"; }
my $h = { re => qr/k/ };
print "k" =~ $h->{re} ? 1 : 0, "k" =~ /$h->{re}/ ? 1 : 0, "kx" =~ /$h->{re}x/ ? 1 : 0, "\n";
print "a" =~ qr/a/ ? 1 : 0, scalar("aXa" =~ s/${\qr{x}i}/-/r), "\n";
print eval { my $bad = "("; "x" =~ /$bad/; 1 } ? "ok" : $@;
print eval { my $bad = "*a"; qr/$bad/; 1 } ? "ok" : $@;
my $empty = "";
"prev" =~ /r/; print "abc" =~ /$empty/ ? 1 : 0, "\n"; use re qw(is_regexp regexp_pattern); my ($pat, $mods) = regexp_pattern(qr/a.b/xi); print "$pat $mods ", is_regexp($r) ? 1 : 0, is_regexp("x") ? 1 : 0, "\n"; 
