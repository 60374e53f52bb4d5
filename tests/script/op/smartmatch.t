# ~~ for every pair of kinds of operands, each time with fresh values (perlop "Smartmatch Operator").
use feature qw(switch say); no warnings;
package Ov; use overload '~~' => sub { "OV(" . (ref $_[1] || $_[1] // 'undef') . "," . ($_[2]?1:0) . ")" }, '""' => sub { "ov" };
package St; use overload '""' => sub { "str" }, '==' => sub { "eqeq" }, 'eq' => sub { print "<eq>"; 1 };
package Pl; package Nofb; use overload '+' => sub {1}, fallback => 0;
package main;
my $code1 = sub { 1 }; 
our @calls; my $codet = sub { push @calls, defined $_[0] ? (ref $_[0] || $_[0]) : 'u'; 1 }; my $codef = sub { 0 };
my @circ = (1); push @circ, \@circ; my @circ2 = (1); push @circ2, \@circ2;
my %h=(a=>1); my @e; my %eh;
my @values = (
  [undef => sub { undef }],
  [zero => sub { 0 }],
  [one => sub { 1 }],
  [onef => sub { 1.0 }],
  [s1 => sub { "1" }],
  [s1_0 => sub { "1.0" }],
  [sa => sub { "a" }],
  [sb => sub { "b" }],
  [empty => sub { "" }],
  [spc1 => sub { " 1" }],
  [s1x => sub { "1x" }],
  [aref => sub { [1,"a"] }],
  [aab => sub { ["a","b"] }],
  [aundef => sub { [undef] }],
  [aempty => sub { [] }],
  [anest => sub { [1,["a"]] }],
  [aa => sub { ["a"] }],
  [aqr => sub { [qr/^a/] }],
  [h => sub { \%h }],
  [h2 => sub { {a=>5,b=>7} }],
  [ha => sub { {a=>1} }],
  [hempty => sub { {} }],
  [h_empty_key => sub { {""=>1} }],
  [qra => sub { qr/^a/ }],
  [qr1 => sub { qr/^1/ }],
  [qrany => sub { qr/^/ }],
  [code1 => sub { $code1 }],
  [codet => sub { $codet }],
  [codef => sub { $codef }],
  [ov => sub { bless([],'Ov') }],
  [st => sub { bless([],'St') }],
  [pl => sub { bless({},'Pl') }],
  [plc => sub { bless(sub{1},'Pl') }],
  [nofb => sub { bless([],'Nofb') }],
  [glob => sub { \*STDOUT }],
  [sref => sub { \1 }],
  [true => sub { !!1 }],
  [false => sub { !!0 }],
  [dual => sub { do{$!=2;$!+0;$!} }],
  [big => sub { 1e20 }],
  [vs => sub { v1.2 }],
  [globv => sub { *STDOUT }],
);
for my $l (@values) {
  for my $r (@values) {
    @calls = ();
    my ($left, $right) = ($l->[1]->(), $r->[1]->());
    my $x = eval { $left ~~ $right };
    my $e = $@;
    s/0x[0-9a-f]+/ADDR/g for $e, @calls;
    @calls = sort @calls;
    print "$l->[0] ~~ $r->[0]: ", defined $x ? "[$x]" : "undef:$e", @calls ? " (@calls)" : "", "\n";
  }
}
my @a=(1,"a");
print "A", (1 ~~ @a), (@a ~~ 1), ("a" ~~ %h), (%h ~~ "a"), (@a ~~ %h), (/a/ ~~ @a), (@a ~~ /a/), (%h ~~ /b/), (/b/ ~~ %h), (@a ~~ [1,"a"]), (\@a ~~ @a), "\n";
print "B", ((1,2) ~~ 2), ("abc" ~~ /b(c)/), $1, "\n"; my ($r)=(\@a); print "C", (1 ~~ @$r), (a=>) ~~ %{\%h}, "\n";
print "D", ("x" ~~ m/x/i), ("X" ~~ /x/i), (@{[1,2]} ~~ [1,2]), (@a[0,1] ~~ "a"), "\n";
$_ = "zz"; print "E", /z/ ~~ /z/, "\n"; print "F", ( my @n = (1,2)) ~~ 2, "\n"; 

print "a" ~~ "a", "" ~~ undef, undef ~~ undef, "|", "a" ~~ ["b", ["c", ["a"]]], "\n";
print 1 ~~ @a[0, 1], "|", (@a) ~~ @a, "|", "v" ~~ @{{k => "v"}}{"k"}, "|", @{[1, 2]} ~~ [1, 2], "|", our @g ~~ [], "\n";
my @circ = (1); push @circ, \@circ;
my @circ2 = (1); push @circ2, \@circ2;
print "circular: ", @circ ~~ @circ2, "|", @circ ~~ @circ, "|", 1 ~~ @circ, "\n";
package Both; use overload '~~' => sub { "both" }, '""' => sub { "b" };
package Text1; use overload '""' => sub { "f1" }, fallback => 1;
package Nomethod; use overload nomethod => sub { "[@_[2, 3]]" };
package main;
for my $pair (["Both", "St"], ["Both", "Text1"], ["Both", "Nomethod"], ["x", "Text1"], ["Text1", "f1"], ["Nomethod", "x"], ["St", "Text1"]) {
  my ($l, $r) = map { /^[A-Z]/ ? bless [], $_ : $_ } @$pair;
  my $x = eval { $l ~~ $r } // "undef $@";
  print "@$pair: $x\n";
}
