# &f, &f(), f(), f LIST, do, predeclared subs, argument sharing, defined and undef.
use strict; use warnings;
sub show { "(" . join(",", @_) . ")" }
sub wrap { &show }
sub wrap2 { &show() }
sub wrap3 { show(@_) }
sub wrap4 { &show(@_, "x") }
print wrap(1, 2), wrap2(1, 2), wrap3(1), wrap4(1), "\n";
print show 1, 2;
print "\n";
print show(1), 2, "\n";
my @l = (show 3);
print "@l\n";
sub late;
print late 5, 6;
print "\n";
sub late { "late@_" }
my $n = \&show;
print &$n(7), &{$n}(8), $n->(9), "\n";
print defined &show ? 1 : 0, defined &none ? 1 : 0, exists &late ? 1 : 0, "\n";
sub kill_me { 1 } undef &kill_me;
print defined &kill_me ? 1 : 0, exists &kill_me ? 1 : 0, "\n";
eval { kill_me() };
print $@;
eval { none(1) };
print $@;
eval { &none };
print $@;
eval { main::none2() };
print $@;
eval { No::Pkg::f() };
print $@;
print main::show("q"), &main::show("r"), main->can('show')->("s"), "\n";
{ no strict 'refs'; print &{"show"}("t"), &{"main::show"}("u"), "show"->("v"), "\n" }
sub args_kept { my $c = @_; &modify; "$c@_" }
sub modify { push @_, "m"; $_[0] = "z" }
my @arr = (1, 2);
print args_kept(@arr), "@arr\n";
print show(my @e = ()), show(()), show(undef // 'u'), "\n";
print show(sort { $b <=> $a } 1, 2), show(map { $_ + 1 } 1, 2), show(reverse 1 .. 3), "\n";
print "interp: @{[show 1]} ${\ show 2}\n";
my %d = (s => \&show);
print $d{s}->(1), $d{s}(2), &{$d{s}}(3), "\n";
sub ctx { wantarray }
my $s = show ctx;
print "$s\n";
