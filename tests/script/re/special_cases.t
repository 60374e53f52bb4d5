# Empty pattern, stringy patterns, case-insensitive, nested data targets, list returns in s///.
use strict; use warnings;
"seed" =~ /ee/; print "x-ee-y" =~ // ? $& : 'none', "\n"; my $m = "a+b"; print "a+b" =~ $m ? 1 : 0, "aab" =~ $m ? 1 : 0, "\n"; print "foo" =~ "o+" ? $& : '', "\n"; my %h = (k => "v1"); print $h{k} =~ /(\d)/ ? $1 : '', "\n"; my @a = ("x1", "y2"); print join(",", map { /(\d)/ } @a), "\n"; print "idx: $a[0] =~ $h{k}\n"; print "ab12" =~ /^[[:alpha:]]+(?<d>\d+)$/ ? $+{d} : '', "\n"; my ($x, $y) = "10x20" =~ /^(\d+)x(\d+)$/ or die; print $x * $y, "\n"; print "match $1\n" if "abc" =~ /(c)/ || "x" =~ /(y)/; print "a$m" =~ /a\Q$m/ ? 1 : 0, "\n"; my $str = "x" x 1000; print $str =~ /^(x+x+)+y/ ? 1 : 0, "\n" if 0; print length(("a" x 50000) =~ s/a/bb/gr), "\n"; my $big = "line\n" x 1000; my $c = () = $big =~ /^line$/mg; print "$c\n"; print "A" =~ /[^\W\d_]/ ? 1 : 0, "\n"; print join("|", "2024-01-02T03:04" =~ /\d+/g), "\n"; print "tel: 555-1234" =~ /(?<!\d)(\d{3})-(\d{4})(?!\d)/ ? "$1$2\n" : ''; my @f = "a:b:c" =~ /[^:]+/g; print "@f[1,2]\n"; print "yes\n" if "\$5.00" =~ /^\$\d+\.\d\d$/; print "tab\there" =~ /\t/ ? 1 : 0, 'a\b' =~ /\\/ ? 1 : 0, 'a\b' =~ /a\\b/ ? 1 : 0, "\n"; my $v = "b"; print "abc" =~ /a${v}c/ ? 1 : 0, "ab[0]" =~ /a$v\[0\]/ ? 1 : 0, "ab-" =~ /a$v-/ ? 1 : 0, "a|b" =~ /a\|$v/ ? 1 : 0, "\n"; my @arr = ("q"); print "q" =~ /^$arr[0]$/ ? 1 : 0, "q" =~ /^$arr[-1]$/ ? 1 : 0, "q0" =~ /^${\ $arr[0]}0/ ? 1 : 0, "\n"; my $end = "z"; print "az" =~ /a$end$/ ? 1 : 0, "a\$" =~ /a$/ ? 1 : 0, "a|" =~ /a$|x/ ? 1 : 0, "(a)" =~ /\(a\)$/ ? 1 : 0, "\n";
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; my $u; my $r = $u =~ /x/; $r = "x" =~ /$u/; $r = $u =~ s/a/b/; my $k = "ab"; $k =~ s/b/$u/; }
print "aXbX" =~ /X.*?X/ ? $& : '', ("a=1, b=2" =~ s/(\w)=(\d)/$2=$1/gr), "\n";
my $cb = sub { "<$_[0]>" };
print "a b" =~ s/(\w)/$cb->($1)/ger, "\n";
print "ok\n" if ("a" . "b") =~ /^ab$/;
print "neg\n" unless "abc" =~ /d/;
my ($p) = "k=v" =~ /k=(.*)/ ? $1 : 'd';
print "$p\n";
print "list: @{[ 'aXb' =~ /([a-z])X([a-z])/ ]}\n";
print "\x{100}b" =~ /^.b$/ ? 1 : 0, "\xe9" =~ /^\xe9$/ ? 1 : 0, "\x{e9}\x{100}" =~ /^\xe9/ ? 1 : 0, "\n";
