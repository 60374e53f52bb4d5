# say, fc, evalbytes, isa, and 'use v5.36' bundle: strict, warnings, say, signatures, no indirect.
use v5.36;
say "say works";
sub add($x, $y = 10) { $x + $y }
say add(1), " ", add(1, 2);
say fc("HELLO") eq fc("hello") ? "fc" : "no";
say evalbytes('1 + 2');
my $o = bless [], 'Foo';
say $o isa Foo ? "isa" : "not";
say [] isa Foo ? "isa" : "not", undef isa Foo ? "isa" : "not";
package Kid { our @ISA = 'Foo' }
my $k = bless {}, 'Kid';
say $k isa Foo ? 1 : 0, $k isa Kid ? 1 : 0, !($o isa Kid) ? 1 : 0;
my $cls = "Foo";
say $k isa $cls ? 1 : 0, $k isa ("F" . "oo") ? 1 : 0;
say "strict: ", eval '$nope = 1; 1' ? "off" : $@;
state $s = 5;
say $s;
say "12" | "3", " ", "ab" |. "  ";
say join ",", [1, 2, 3]->@*;
say eval 'my $x = new Foo; 1' ? "indirect ok" : $@;
say "bareword: ", eval 'my @x = (foo); 1' ? "ok" : $@;
{ my @w; local $SIG{__WARN__} = sub { push @w, @_ }; my $u; my $z = "a$u"; print @w; }
say __SUB__ // 'no sub';
say sub ($n) { $n ? $n + __SUB__->($n - 1) : 0 }->(4);
say eval 'use v5.10; $late = 1; 1' ? "lax" : $@;
say eval 'switch: given (1) { } 1' ? "ok" : "given refused";
say "\x{e9}" =~ /\w/ ? "unicode_strings" : "bytes";
say lc("\xC9") eq "\xE9" ? 1 : 0;
