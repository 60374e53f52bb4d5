# Barewords, fat commas, hash subscripts with leading minus, class names, filehandles.
use strict; use warnings;
my %h = (-foo => 1, foo => 2, +bar => 3, __PACKAGE__, 4, __PACKAGE__ => 5, a1 => 6, _x => 7, 'a-b' => 8);
print join(",", map { "$_=$h{$_}" } sort keys %h), "\n";
print $h{-foo}, $h{foo}, $h{'a-b'}, $h{__PACKAGE__}, $h{+__PACKAGE__}, "\n";
print -foo, " ", -"bar", " ", - "-x", "\n";
{ no strict 'subs'; my $b = bare; print "$b\n"; my @w = (one, two); print "@w\n"; }
print __PACKAGE__, " ", __FILE__ =~ /barewords\.t$/ ? "file" : "no", " ", __LINE__, "\n";
print time => 5, "\n";
print length => "\n";
my %k = (if => 1, while => 2, print => 3, x => 4, eq => 5, and => 6, cmp => 7);
print join(",", map { "$_$k{$_}" } sort keys %k), $k{if}, $k{x}, $k{eq}, $k{and}, "\n";
print "x" x 3, " ", "a" x2, "\n";
print 1 x3, "\n";
sub x3 { "sub x3" }
print x3(), x3, "\n";
sub e { "E" }
my $n = 1_000;
print $n, 1_0.0_1, "\n";
print v1.2 eq "\1\2" ? 1 : 0, "\n";
print "${\__PACKAGE__} @{[__LINE__]}\n";
print main::->can('can') ? 1 : 0, main->isa('UNIVERSAL') ? 1 : 0, "\n";
my $ref = \&{"x3"};
print $ref->(), "\n";
print defined &main::x3 ? 1 : 0, exists $main::{x3} ? 1 : 0, "\n";
use constant ZERO => 0;
print ZERO ? "t" : "f", -ZERO, ZERO . "", "\n";
print {*STDOUT} "block handle\n";
print { 1 ? *STDOUT : *STDERR } "cond handle\n";
my $fh = \*STDOUT;
print $fh "scalar handle\n";
print {$fh} "braces ", "list\n";
my %fhs = (o => $fh);
print { $fhs{o} } "hash handle\n";
printf {$fh} "%s\n", "printf";
print STDOUT ("paren\n");
print(STDOUT "inner\n");
print STDOUT;
print "\n" for ();
