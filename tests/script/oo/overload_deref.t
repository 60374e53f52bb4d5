# @{} %{} ${} &{} *{} and <> -X qr "" in odd places.
use strict; use warnings;
package O { use overload '@{}' => sub { $_[0]->() ->{arr} }, '%{}' => sub { $_[0]->()->{hash} }, '${}' => sub { \ "scalar" }, '""' => sub { "str" }, 'bool' => sub { 1 }, '<>' => sub { my $s = $_[0]->(); $s->{i}++ < 3 ? "line$s->{i}" : undef }, '-X' => sub { "test -$_[1]" }, 'qr' => sub { qr/o+/ }, fallback => 1; sub new { my $d = { arr => [1, 2, 3], hash => { k => 'v' }, i => 0 }; bless sub { $d }, $_[0] } }
package F { use overload '&{}' => sub { my $s = shift; sub { "called $s->{n}(@_)" } }; sub new { bless { n => $_[1] }, $_[0] } }
package main;
my $o = O->new;
print "@$o $o->[1] $$o[0] $#$o ", scalar(@$o), " $o->{k} $$o{k} ", join(",", %$o), " ${$o} $o\n";
push @$o, 4;
print "@{$o}[2,3] @$o\n";
$o->{new} = 1;
print join(",", sort keys %$o), "\n";
while (defined(my $l = <$o>)) { print "$l " }
print "\n";
print -e $o, " ", -d $o, "\n";
print "foo" =~ $o ? $& : 'no', "xooy" =~ /x${o}y/ ? $& : 'no', "\n";
my $f = F->new("fn");
print $f->(1, 2), &$f(3), &{$f}(4), "\n";
my ($first, @rest) = @$o;
print "$first @rest\n";
for (@$o) { $_ *= 2 }
print "@$o\n";
print exists $o->{k} ? 1 : 0, delete $o->{k}, exists $o->{k} ? 1 : 0, "\n";
print ref $o, " ", ref \$o, "\n";
package L { use overload '@{}' => sub { die "deref died\n" }, '""' => sub { die "str died\n" }; }
package main;
my $l = bless {}, 'L';
eval { my @x = @$l };
print $@;
eval { my $s = "$l" };
print $@;

package main;
print overload::Overloaded($o) ? 1 : 0, overload::Overloaded([]) ? 1 : 0, ref overload::Method($o, '""'), overload::StrVal($f) =~ /^F=HASH\(0x/ ? "strval" : "no", "\n";
