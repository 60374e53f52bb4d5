# Prototypes: what each character does to parsing and context.
use strict; use warnings;
sub one($) { "one(@_)" }
sub blk(&@) { my $c = shift; join ",", map { $c->($_) } @_ }
sub aref(\@) { "aref:" . scalar @{$_[0]} }
sub any(\[$@%]) { ref $_[0] }
sub opt($;$) { scalar @_ }
sub under(_) { "<$_[0]>" }
sub plus(+) { ref $_[0] || "val" }
sub glob(*) { ref \$_[0] }
sub none() { 7 }
sub two(\@\@) { "@{$_[0]}-@{$_[1]}" }
sub list($@) { "$_[0]|@_[1..$#_]" }
sub hr(\%) { join ",", sort keys %{$_[0]} }
sub code(&) { $_[0]->() }
sub semi(;$) { scalar @_ }
my @a = (5, 6, 7);
my %h = (k => 1);
my $s = 1;
print one(@a), " ", one "x", " ", (join ",", one 1, 2), "\n";
print blk { $_[0] * 2 } 1, 2, 3;
print "\n";
print aref(@a), " ", aref @a;
print "\n";
print any($s), any(@a), any(%h), "\n";
print opt(1), opt(1, 2), "\n";
$_ = "topic";
print under, under("x"), "\n";
print plus(@a), plus(%h), plus($s), plus([]), "\n";
print none + 1, " ", none, "\n";
print two(@a, @{[1, 2]}), "\n";
print list(@a, 1), " ", hr(%h), " ", code { "in code" }, "\n";
print semi, semi 5;
print "\n";
print prototype(\&one), prototype("blk"), prototype('main::any'), defined prototype(sub { }) ? "d" : "u", prototype("CORE::push"), prototype("CORE::lc"), defined prototype("CORE::print") ? "d" : "u", prototype(sub ($$) { }), "\n";
print &one(1, 2), "\n";
for my $c ('one()', 'one(1,2)', 'opt()', 'aref(1)', 'aref($s)', 'any(1)', 'none(1)', 'blk(1, 2)', 'two(@a)', 'hr(@a)', 'code(5)') { my $r = eval "no warnings; $c"; print "$c: ", defined $r ? $r : $@; print "\n" if defined $r }
my $w = '';
{ local $SIG{__WARN__} = sub { $w .= $_[0] }; eval 'sub bad($x) { } sub late1 { later2(1, 2) } sub later2($) { } 1' or print $@; }
print $w;
