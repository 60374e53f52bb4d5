# One trigger of a warning per line: what all warnings say, what is left without the category and with the
# category alone (perldiag, misc, redefine, prototype, exiting, closure, shadow).
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
misc: TryA->import; sub Foo::bar { 1 } my $x = \&{"x"}; *Foo::bar = sub {}; 1
misc: use strict; use Config; our %Config; my $y = $yy
misc: package Imp; sub import { *{"TryA::impv"} = \my $x } package Try; BEGIN { Imp->import } use strict; my @z = @impv
misc: sub attrp($) : prototype(@) { } 1
misc: sub attrq : prototype($) prototype(@) { } 1
misc: my $x = bless {}, ""
misc: sub CD() { 2 } undef &CD
misc: my $h = { 1 }
misc: my $h = { 1, 2, 3 }
misc: my %h = (1)
misc: my %h = (1, 2, 3)
misc: my %h = [1]
misc: my %h = {}
misc: my %h = sub { }
misc: our %h = undef
misc: use Scalar::Util "weaken"; my $x = []; my $y = $x; weaken $y; weaken $y
misc: use Scalar::Util "unweaken"; my $x = []; unweaken $x
misc: my $x = "abc"; $x =~ tr/a/bc/
misc: my $x = "abc"; $x =~ tr/a/bc/d
misc: my $x = "abc"; $x =~ tr/a-b/c/d
misc: my $x = "abc"; $x =~ tr/ab/cd/d
misc: my $x = "abc"; $x =~ tr/ab//d
misc: my $x = "abc"; $x =~ y/a-z/A-Z0/
misc: our $g; *g = undef
misc: *{"g"} = undef
misc: my $x = "\q"
misc: my $x = "\y\m\z\_\%\8\9"
misc: my $x = qq{\d\w\s}
misc: my $x = "\-\/\.\'"
misc: my $x = <<A;~~\w~~A
misc: my $x = `true \k`
misc: my $x = ""; $x =~ s/a/\w/
misc: my $x = "\p{L}"
misc: my @a = (1); my $x = $a[[]]
misc: my @a = (1); my $r = \1; my $x = $a[$r]
misc: my @a = (1); my $x = $a[{}]
misc: my $x; my @y = ($x = 1) x 2; (local $x = 1) if 0
misc: my $x = "\E"
misc: my $x = "a\Eb"
misc: my $x = "\Ua\Eb\E"
misc: my $x = "\Q\Ea\E"
misc: my $x = "\LA\UB\Ec\Ed"
misc: my $x = "a" =~ /a\E/
misc: my $x = "a" =~ /\Qa\E\E/
misc: while ($x = readdir(D)) { last }
misc: opendir D, "/"; while (my $x = readdir D) { last } closedir D
misc: while (my $x = <STDIN>) { last }
misc: my $x; $x = <STDIN> if 0; 1 while $x = shift @ARGV
misc: while ($a = each %h) { }
misc: my $x; 1 if $x = <STDIN> and 0
misc: if (my $x = <TryA::NOSUCH>) { }
misc: my $x = (my $y = <TryA::NOSUCH>) && 1
misc: my $x = (my $y = <TryA::NOSUCH>) || 1
misc: while (my $x = <TryA::NOSUCH> and 0) { }
misc: while (0 || (my $x = glob "*.none")) { }
misc: unless ($x = readdir(D)) { }
misc: my $y = ($x = shift) || 2; ($x = each %h) && 1
misc: use version; my $v = eval { version->parse("1.2abc") }
misc: my @a = (1); my @b = splice @a, 5
misc: my @a = (1); splice @a, 5, 0, 2
misc: my @a = (1); splice @a, -5
misc: alarm -1 if 0; sleep -1
misc: alarm(-1)
misc: my $x = 1; $x = "\x{100}" & "a" if 0; select(1, undef, undef, 0) if 0
misc: my @a = (1,2); $#{[1]} = 5
misc: use sort 'stable'; 1
misc: use re "nosuch"
misc: warn
misc: $@ = "abc"; warn
misc: warn ""
misc: local $@ = "x\n"; warn
misc: die
redefine: sub rd { 1 } sub rd { 2 }
redefine: sub rd2 { 1 } *rd2 = sub { 2 }
redefine: sub rd3() { 1 } sub rd3() { 2 }
redefine: use constant RD => 1; sub RD { 2 }
redefine: use constant RD4 => 1; *RD4 = sub () { 3 }
redefine: sub rd5() { 1 } *rd5 = sub { 3 }
redefine: { no strict 'refs'; sub rd6 { 1 } *{"rd6"} = \&rd5 }
redefine: sub rd7 { 1 } eval 'sub rd7 { 2 }'
redefine: use feature 'lexical_subs'; my sub l { 1 } my sub l { 2 }
redefine: local *rd8 = sub { 1 }; sub rd8 { 2 }
redefine: undef &rd; eval 'sub rd { 5 }'
prototype: sub pm($); sub pm { 1 }
prototype: sub pm2($) { } sub pm2($$) { }
prototype: sub pm3; sub pm3($) { }
prototype: sub pm4(); *pm4 = sub { }
prototype: pe(1); sub pe($) { }
prototype: my $x = pe2 (1, 2); sub pe2($$) { }
prototype: sub pe3($); pe3(1); sub pe3($) { }
prototype: &pe4(1); sub pe4($) { }
prototype: sub pe5 { pe6(1) } sub pe6($) { }
illegalproto: sub ip(a) { }
illegalproto: sub ip2($x) { }
illegalproto: sub ip3(_$) { }
illegalproto: sub ip4(@$) { }
illegalproto: sub ip5(%@) { }
illegalproto: sub ip6(\[$) { }
illegalproto: sub ip7(\[$) ; sub ip8(;@;$) { }
illegalproto: my $x = sub (bad) { }
illegalproto: sub ip9(_;$) { } sub ip10($_$) { }
illegalproto: sub ip11(\$x) { }
illegalproto: sub ip12(@_) { }
illegalproto: sub ip13 : prototype(bad) { }
illegalproto: sub ip14(\_) { } sub ip15(\) { } sub ip16($$;$) { }
recursion: no warnings "once"; my $n = 0; sub dr { $n++ < 120 ? dr() : 1 } dr()
recursion: my $n = 0; my $f; $f = sub { $n++ < 120 ? $f->() : 1 }; $f->()
exiting: sub ex { last } for (1) { ex() }
exiting: for (1) { eval { next } }
exiting: for (1) { eval "last" }
exiting: for (1) { my @x = sort { last } 1, 2 }
exiting: for (1) { map { last } 1, 2 }
exiting: for (1) { grep { next } 1, 2 }
exiting: sub ex2 { redo if !$::d++ } $::d = 0; for (1) { ex2() }
exiting: sub ex3 { no warnings; last } for (1) { ex3() }
exiting: for (1) { do { last } }
closure: sub cl { my $x; sub cl2 { $x } }
closure: sub cl5 { my $x; sub { eval '$x' } } cl5()->()
closure: { my $x; sub cl8 { $x } } 1
shadow: my $x; my $x
shadow: my $x; { my $x }
shadow: my ($x, $x)
shadow: my @x; my @x
shadow: my %x; my %x; my $x
shadow: our $x; our $x
shadow: our $x; my $x
shadow: our $x; { our $x }
shadow: our $x; package Other; our $x
shadow: use feature 'state'; state $x; state $x
shadow: use feature 'state'; my $x; state $x
shadow: sub sh { my ($x, $y) = @_; my $y }
shadow: for my $i (1) { my $i }
shadow: use feature 'signatures'; no warnings "experimental"; sub sg($x, $x) { }
shadow: use feature 'signatures'; sub sg2($x) { my $x }
shadow: my sub f { } my sub f { }
shadow: our sub f2; our sub f2 { }
shadow: if ((my $x = 1)) { my $x }
shadow: my $x = my $x
shadow: use feature 'state'; state @x; my @x
