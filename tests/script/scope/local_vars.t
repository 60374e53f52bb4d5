# local on scalars, arrays, hashes, elements and slices; restored on every exit.
use strict; use warnings;
our ($s, @a, %h) = ("s");
@a = (1, 2, 3);
%h = (a => 1, b => 2);
sub show { print join("|", $s // 'u', "@a[0 .. $#a]", join(",", map { "$_=" . ($h{$_} // 'u') } sort keys %h)), "\n" } show();
{ local $s; show() } { local ($s, @a) = ("x", 7, 8); show() } { local %h; show(); $h{z} = 1 } { local $h{a} = 10; local $h{new} = 5; show() } show();
{ local @h{qw(a b)} = (8, 9); show() } { local $a[1] = 20; show() } { no warnings; local $a[5] = 1; print scalar(@a), "\n" }
print scalar(@a), "\n";
{ local @a[0, 2] = ("p", "q"); show() }
eval { local $s = "in eval"; die "x\n" };
show();
sub early { local $s = "sub"; return show() if 1 } early();
for (1 .. 2) { local $s = "loop$_"; next } show();
{ local $s = $s . "copy"; show() }
my $ref = \$s;
{ local $s = "new"; print $$ref, "\n" }
my $r = \@a;
{ local @a = (0); print "@$r\n" }
my $lex = { k => 1 };
{ local $lex->{k} = 2; local $lex->{j} = 3; print join(",", map "$_$lex->{$_}", sort keys %$lex), "\n" }
print join(",", map "$_$lex->{$_}", sort keys %$lex), "\n";
my @la = (1, 2);
{ local $la[0] = 9; print "@la\n" }
print "@la\n";
{ local $_ = "topic"; print "$_\n" } { local $h{a}; print defined $h{a} ? "d" : "u", exists $h{a} ? "e" : "n", "\n" } { local $h{x}{y} = 1; }
print exists $h{x} ? "viv" : "no", "\n";
delete $h{x};
{ local $a[-1] = "neg"; show() } show();
print eval 'my $m; local $m = 1; 1' ? "ok" : $@;
print eval 'local ($s, my $q) = 1; 1' ? "ok" : $@;
print eval 'local $$ref; 1' ? "ok" : $@;
print eval 'local f(); 1' ? "ok" : $@;
{ local $main::s = "qualified"; show() } { no strict 'refs'; my $n = "s"; local $$n = "symbolic"; show() } { local $s = 1; local $s = 2; } show();
sub dyn { $s }
sub lo { local $s = "dynamic"; dyn() }
print lo(), dyn(), "\n";
if (1) { local $s = "if" } show();
{ delete local $h{a}; show() } show();
my $c = 0;
{ local $h{b} = 5; delete $h{b}; } show();
{ local $s = "x"; undef $s; } show();
# What names the element is evaluated once.
our @list = (1, 2, 3);
my $asked = 0;
sub which { ++$asked; $_[0] }
{ local $h{which('a')} = 6; local $list[which(1)] = 7; local $h{"n" . $asked++} = 8; show(); print "@list $asked\n" }
show();
print "@list $asked\n";
{ local ${which(\%h)}{a} = 9; local which(\@list)->[0] = 4; print "$h{a} @list $asked\n" }
print "$h{a} @list\n";
