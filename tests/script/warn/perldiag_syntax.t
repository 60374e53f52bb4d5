# One trigger of a warning per line: what all warnings say, what is left without the category and with the
# category alone (perldiag, category syntax).
use strict;
sub warnings_of {
    my ($letter, $pragma, $code) = @_;
    my @given;
    local $SIG{__WARN__} = sub { push @given, @_ };
    no strict;
    eval "package Try$letter; $pragma; $code; 1" or push @given, "died: $@";
    s/0x[0-9a-f]{6,}/ADDR/g, s/\(eval \d+\)/(eval N)/g, s/^/    / for @given;
    @given;
}
my @lines = <DATA>;
close DATA;
open my $keep, '>&', \*STDOUT or die;
$| = 1;
for (@lines) {
    chomp;
    my ($category, $code) = /^([\w:]+): (.*)/ or next;
    $code =~ s/~~/\n/g;
    my @all = warnings_of("A", "use warnings", $code);
    my @without = warnings_of("B", "use warnings; no warnings '$category'", $code);
    my @alone = warnings_of("C", "no warnings; use warnings '$category'", $code);
    print "$_\n", @all, "    without: ", scalar @without, ", alone: ", scalar @alone, "\n";
}
__DATA__
syntax: my $x = 1; $x !=~ /a/
syntax: my @s = sort { my $a; $a <=> $b } 1, 2
syntax: my $a; my @s = sort { $a <=> $b } 1, 2
syntax: use feature 'state'; state $b; my @s = sort { $a cmp $b } 1, 2
syntax: my $x = "\c`"
syntax: my $x = "\c1"
syntax: my %h; my $x = %h{"a"}
syntax: my @a; my $x = %a[0]
syntax: my %h; my $k; my $x = %h{$k}
syntax: my %h; my $x = %h{a}
syntax: my @a; my $i = 0; my $x = %a[$i]
syntax: our %h; my $x = %h{"a"}
syntax: my $r = {}; my $x = %$r{a}
syntax: my $r = {}; my $x = $r->%{a}
syntax: my %h; my $x = %h{"a", "b"}
syntax: my %h; my ($x) = %h{"a"}
syntax: my @a; my $x = @a[0]
syntax: my @a; my $x = @a[-1]
syntax: my @a; my $i = 0; my $x = @a[$i]
syntax: my @a; my $i = 0; my @x = @a[$i]
syntax: my @a; my $i = 0; my @x = @a[$i + 1]
syntax: my @a; my @i = (0); my @x = @a[@i]
syntax: my @a; my @x = @a[0, 1]
syntax: my @a; my @x = @a[f()]; sub f { 1 }
syntax: our @a; my @x = @a[0]
syntax: my %h; my @x = @h{"a"}
syntax: my %h; my @x = @h{a}
syntax: my %h; my $k = 1; my @x = @h{$k}
syntax: my %h; my @k = 1; my @x = @h{@k}
syntax: my %h; my @x = @h{qw(a)}
syntax: my %h; my @x = @h{"a\n"}
syntax: my %h; my @x = @h{2}
syntax: my %h; my @x = @h{-a}
syntax: my %h; my @x = @h{("a")}
syntax: my $r = {}; my @x = @$r{"a"}
syntax: my $r = {}; my @x = @{$r}{"a"}
syntax: my @a; @a[0] = 1
syntax: my @a; local @h{a} = 1
syntax: my $r = [1]; my $x = "@a[0] @h{a}"
syntax: sub pf { } my $x = 2; pf (1) + 2
syntax: my $x = sprintf ("%s", 1) . "a"
syntax: my $x = join ("a") . "b"
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (1) + 2
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (1), 2
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (1) if 1
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (1)
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (1); 2
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (1 + 2) . "a\n"
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (1) or 2
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print  (1)
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print ((1) . 1)
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print ("a") if 1; print ("a") unless 0; print ("a") for 1
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print ("a") x 3
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; print (STDOUT "a") . 1
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; printf ("%s", 1) . 1
syntax: open my $fh, ">", "/dev/null"; local *STDOUT = $fh; use feature 'say'; say (1) . 1
syntax: my @a = sort (1, 2), 3
syntax: my @a = sort (1, 2)
syntax: my @a = sort (1, 2) . 3
syntax: my @a = reverse (1, 2), 3
syntax: die (1) + 1 if 0
syntax: my @l = (1); push (@l, 2) + 3
syntax: return (1) + 2
syntax: my @x = (1); my $x = join (@x, 1), 2
syntax: my $x = join /,/, 1, 2
syntax: my $x = join /a,/m, 1, 2
syntax: my $x = join qr/,/, 1, 2
syntax: my @a; stat @a
syntax: my @a; my @s = stat(@a)
syntax: my @a; my @s = lstat @a
syntax: my @a; -e @a
syntax: my @s = stat my @a
syntax: my $x = "abc"; $x =~ s/(b)/\1/
syntax: my $x = "abc"; $x =~ s/(b)/a\1b\2/
syntax: my $x = "abc"; $x =~ s/(b)/\10/
syntax: my $x = "abc"; $x =~ s/(b)/\1/e
syntax: my $x; if ($x = 1) { }
syntax: my $x; if ($x = "a") { }
syntax: my $x; while ($x = 0) { }
syntax: my $x; 1 if $x = 5
syntax: my $x; my $y = ($x = 5) ? 1 : 2
syntax: my $x; $x = 5 or 1
syntax: my $x; if (!($x = 5)) { }
syntax: my $x; if (my $y = 5) { }
syntax: my @x; if (@x = 5) { }
syntax: my ($x, $y); if ($x = $y) { }
syntax: my $x; if ($x = undef) { }
syntax: my $x; if ($x = -1) { }
syntax: use constant K => 3; my $x; if ($x = K) { }
syntax: my $x; unless ($x = 5) { }
syntax: my $x; until ($x = 5) { }
syntax: my $x; for (; $x = 0; ) { }
syntax: my $x; if ($x = 5 and 1) { }
syntax: my $x = 1__0
syntax: my $x = 1_
syntax: my $x = 1_.5
syntax: my $x = 1._5
syntax: my $x = 0x_1
syntax: my $x = 0x1__1 + 0b1__1 + 01__1
syntax: my $x = 1e_5
syntax: my $x = 1e5_
syntax: my $x = $a[1,2]
syntax: my @a; my $x = $a[1, 2]
syntax: my @a; my ($i, $j) = (0, 0); my $x = $a[$i,$j]
syntax: my $x = "$main'x"
syntax: my $x = "@main'x"
syntax: our $x; my $y = "${main'x}"
syntax: my $name = 1; my $y = "$name's"
syntax: my $x = 1; my $y; $y =+ 2
syntax: my $y; $y =- 2
syntax: my $y; $y =* 2 if 0
syntax: my $y; $y=-2
syntax: my $y; $y =-2
syntax: my $y; $y =~ 2
syntax: my $y; $y =.5
syntax: my $y; $y =! 2
syntax: my %h = (%a => 1)
syntax: my %y; my @x = (1 =%y)
syntax: sub pp { return $_[0] or 2 } pp(1)
syntax: sub pp2 { return 1 and 2 } pp2(1)
syntax: sub pp3 { return 1 xor 2 } pp3(1)
syntax: sub pp4 { return 1 || 2 } pp4(1)
syntax: sub pp5 { return $_[0] // 1 or die } pp5(1)
syntax: sub pp6 { return if 1; 1 or 2 } pp6(1)
syntax: for (1) { next or 2 }
syntax: for (1) { last and 2 }
syntax: local &x
syntax: local ($x, &y)
syntax: my @a; push @a
syntax: my @a; unshift @a
syntax: my @a; push @a, ()
syntax: my @a; unshift(@a)
syntax: $SIG{INT} = handler; sub handler { } 1
syntax: $SIG{INT} = \&handler; $SIG{TERM} = "handler"; $SIG{HUP} = IGNORE; 1
syntax: $SIG{"INT"} = foo
syntax: while (my ($k, $v) = each %{+{}}) { }
syntax: my $x = each @{[1]}
syntax: my $x = keys %{+{a => 1}}
syntax: my @x = each @{[]}
syntax: my @a; my $x = length @a
syntax: my %h; my $x = length %h
syntax: our @a; my $x = length(@a)
syntax: my $r; my $x = length(@$r)
syntax: my $x = length(my @b)
syntax: elsif_missing() if 0; sub elsif_missing { } elseif (1) { }
syntax: if (0) { } elseif (1) { }
syntax: foo $x; sub foo2 { } foo2 $x
syntax: my $x = <<"A" . "b"~~x~~A
syntax: my $x = @a =~ /a/
misc: my (@a, %h); @a =~ /a/; %h =~ /a/; 1
misc: my @a; @a =~ s/a/b/ if 0
misc: my @a; my $x = @a =~ tr/a//
misc: my @a; my $x = (1, 2) =~ /a/
misc: my %h; %h !~ /a/
