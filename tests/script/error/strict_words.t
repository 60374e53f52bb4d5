# Barewords under strict subs: which are refused, when, with which line, and which code is never looked at.
use constant { OFF => 0, ON => 1, NONE => undef };
my $n = 0;
sub try_it {
    my ($code) = @_;
    ++$n;
    my $result = eval "use strict; use warnings; no warnings 'void'; $code; 'done'";
    my $text = defined $result ? $result : $@;
    $text =~ s/\(eval \d+\)/EVAL/g;
    (my $shown = $code) =~ s/\n/\\n/g;
    print "$n: $shown\n", map("    $_\n", split /\n/, $text);
}
local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/\(eval \d+\)/EVAL/g; print "warned: $w" };

# Code that constants take out of the program.
try_it($_) for 'if (0) { my $x = foo }', '0 && foo', '1 || foo', '1 // foo', 'undef // foo', 'my $x = 1 ? 2 : foo',
    'my $x = 0 ? foo : 3', 'OFF and foo', 'warn foo if OFF', 'warn foo unless ON', 'if (NONE) { foo }',
    'if (OFF && $::x) { foo }', 'if (ON || $::x) { 1 } else { foo }', 'if ($::x && OFF) { foo }',
    'if (1) { 1 } else { foo }', 'unless (1) { foo } elsif (0) { bar } else { baz }', 'if (1 == 2) { foo }',
    'if ("a" eq "b") { foo }', 'if (!1) { foo }', 'if (()) { foo }', 'if (undef) { foo }', 'my $x = foo while 0', 'my $x = foo until 1',
    'while (0) { foo }', 'do { foo } while 0', 'foo for ()', '0 and foo or bar', 'sub () { foo if 0 }',
    '0 and sub { foo }', '0 and lc(foo)', '0 and lc($::x) . foo', '1 ? $::x : foo . "x"';

# Where the line is: at once, or when the code is complete.
try_it($_) for "my \$x =\n foo;\nmy \$y = 2", "my \$x =\n foo . 'x'", "my \$x = foo\n ? 1\n : 2\n;\n", "if (\nfoo\n)\n{\n}\n\n1",
    "while (foo\n)\n{\n}\n\n1", "my \@l = (1,\nfoo,\n2)", "my \$x = 1 if\n foo\n", "my \@l = foo\n .. bar\n",
    "\$::x =~\n foo";
try_it($_) for "my \$x = bar2 . foo;\nmy \$y = baz + 1;\nmy \$z = lc quux", "my \$x = foo; \$none = 1; my \$y = bar",
    "my \$x = foo; my \@y = (1 +", "sub ff { foo } sub gg { bar } my \$f = sub { baz }; quux", "\$none; sub ff { foo } bar",
    'my $x = "@{[foo]}"; my $y = bar', '$none = 1; my $x = "@{[1]}"; $nope = 2', 'my $x = "@{[$none]}"; $nope = 2',
    'BEGIN { foo } 1', 'use POSIX foo; 1', 'my $x = foo . 1; BEGIN { 1 }', 'my $x = foo; BEGIN { 1 }';

# What is a string, a handle or a class all the same.
try_it($_) for 'my $x = -foo', 'my $x = - foo', 'my $x = - -foo', 'my %h = (foo => 1, -Foo::Bar => 2)', 'my %h = (Foo::Bar => 1)',
    'my %h = (main:: => 1)', 'my %h; $h{foo} = $h{-foo} = 1', 'my %h; $h{foo, bar} = 1', 'my %h; $h{Foo::Bar} = 1', 'my %h; $h{+foo} = 1',
    '(foo)->can("x")', 'foo->can("x")', 'print {FOO} 1', 'print { FOO; } 1', 'if (foo) { 1 }', 'foo || 1', 'my @x = map foo, 1',
    'eval { foo }', 'print FOO::BAR, 1', '[foo]; {; foo, 1 }; (foo, 1)[0]; \foo';
{
    no strict;
    local *Foo::Bar = sub { 5 };
    my %h = eval '(Foo::Bar => 1, Foo::Baz => 2)';
    print join(",", map "$_=$h{$_}", sort keys %h), "\n";
    print eval($_) // $@ for 'print Foo::Quux, "\n"', 'print Quux, "\n"', 'print(Quux, "\n")', 'print(Foo::Quux, "\n")', "\n";
}
for my $name ('1', '0', '', '10', 'a b') {
    print eval "use constant { '$name' => 1 }; 1" ? "fine\n" : $@;
    print eval "use constant '$name', 1; 1" ? "fine\n" : $@;
}
