// Expressions: precedence, terms, calls and builtins as the parser lowers them.
#include "tests/unit/parser/fake_host.h"

#include <gtest/gtest.h>

namespace perlipc::test {
namespace {

std::string dump(std::string_view text) {
  Parsed p(text);
  std::string out = p.dump();
  if (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

struct Case {
  const char* text;
  const char* tree;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(dump(c.text), c.tree) << c.text;
}

TEST(Expression, Precedence) {
  check({{"$a + 2 * 3 ** 2", "(bin + $main::a (bin * 2 (bin ** 3 2)))"},
         {"-$x ** 2", "(un neg (bin ** $main::x 2))"},
         {"2 ** -1", "(bin ** 2 (un neg 1))"},
         {"!$x == 1", "(bin == (un ! $main::x) 1)"},
         {"$a ? $b : $c = 2", "(= (?: $main::a $main::b $main::c) 2)"},
         {"$x = $y = 1", "(= $main::x (= $main::y 1))"},
         {"$a || $b && $c // $d", "(dor (or $main::a (and $main::b $main::c)) $main::d)"},
         {"not $a and $b or $c", "(or (and (un ! $main::a) $main::b) $main::c)"},
         {"1 .. $n - 1", "(.. 1 (bin - $main::n 1))"},
         {"'a' . 'b' x 3", "(bin . 'a' (x 'b' 3))"},
         {"$x << 2 < 3", "(bin < (bin << $main::x 2) 3)"},
         {"lc $x . 'a' eq 'b'", "(bin eq (func lc (bin . $main::x 'a')) 'b')"},
         {"1 < $x <= 3", "(bin <,<=:chained 1 $main::x 3)"},
         {"$x ||= $y += 2", "(op= || $main::x (op= + $main::y 2))"},
         {"$x++ - --$y", "(bin - (postinc $main::x) (predec $main::y))"},
         {"$a =~ /x/ && 1", "(and (match $main::a 'x') 1)"}});
}

TEST(Expression, NumbersAndStrings) {
  check({{"1_000 + 0x1F + 0b101 + 017 + 0o17", "(bin + (bin + (bin + (bin + 1000 31) 5) 15) 15)"},
         {"1.5e3", "1500"},
         {".5", "0.5"},
         {"1..5", "(.. 1 5)"},
         {"0x1p3", "8"},
         {"12345678901234567890", "12345678901234567890"},
         {"v1.22", "'\\x01\\x16'v"},
         {R"('a\'b\\c\n')", R"('a'b\c\n')"},
         {R"(q(a(b)\)c))", "'a(b))c'"},
         {R"("a\x41\0\033\cA\t")", R"('aA\x00\x1b\x01\t')"},
         {R"("\x{263a}\xe9")", "'\xE2\x98\xBA\xC3\xA9'u"},
         {"-foo", "'-foo'"},
         {"qw(a b c)", "(list:paren:qw 'a' 'b' 'c')"}});
}

TEST(Expression, Interpolation) {
  check(
      {{R"("a $x b")", "(interp 'a ' $main::x ' b')"},
       {R"("$x")", "(stringify $main::x)"},
       {R"("$x[1]$h{k}$r->[0]{b}[2]")",
        "(interp (index @main::x 1) (hindex %main::h 'k') (index (deref @ (hindex (deref % (index "
        "(deref @ $main::r) 0)) 'b')) 2))"},
       {R"("$r->method")", "(interp $main::r '->method')"},
       {R"("@a[1,2] @h{'x'} @{[1]}")", "(interp (join (slice @main::a (list 1 2))) ' ' (join "
                                       "(hslice %main::h 'x')) ' ' (join (deref @ "
                                       "([] 1))))"},
       {R"("${name}x${\ 1}")", "(interp $main::name 'x' (deref $ (\\ 1)))"},
       {R"("a\@b \$c")", "'a@b $c'"},
       {R"("$$ $$x $#x $#{$r}")",
        "(interp $main::$ ' ' (deref $ $main::x) ' ' (len @main::x) ' ' (len (deref @ $main::r)))"},
       {R"("\u\L$x\E-\Qa.b\E")", "(case u (interp (case L $main::x) '-' (case Q 'a.b')))"},
       {R"(m/^$x(a|$)$/)", "(match (interp '^' $main::x '(a|$)$'))"},
       {R"(m/$x[1]$x[abc]$x{2,3}/)",
        "(match (interp (index @main::x 1) $main::x '[abc]' $main::x '{2,3}'))"},
       {R"(s/(\w+)/$h{$1}/ge)", "(subst 'ge' '(\\w+)' {\n  (hindex %main::h $main::1)})"},
       {R"(y/a\-z\n//d)", "(trans 'a\\x01-z\\n' '' 'd')"}});
}

TEST(Expression, Heredocs) {
  check({{"print <<A . <<'B', 1;\na $x\nA\nb $x\nB\n2",
          "(print print (bin . (interp 'a ' $main::x '\\n') 'b $x\\n') 1)\n2"},
         {"<<~X;\n    a\n      b\n    X\n", "'a\\n  b\\n'"},
         {"\"@{[<<Z]}\";\nin z\nZ\n3", "(join (deref @ ([] 'in z\\n')))\n3"},
         {"s/x/<<Q/e;\ntext\nQ\n4", "(subst 'e' 'x' {\n  'text\\n'})\n4"}});
}

TEST(Expression, Variables) {
  check(
      {{"$$x[0] . $$x{a}", "(bin . (index (deref @ $main::x) 0) (hindex (deref % $main::x) 'a'))"},
       {"@$x[1,2], @{$x}{qw(a b)}, %$x{a}, %a[1]",
        "(list (slice (deref @ $main::x) (list 1 2)) (hslice (deref % $main::x) (list:paren:qw 'a' "
        "'b')) "
        "(kvhslice (deref % $main::x) 'a') (kvslice @main::a 1))"},
       {"$x->@*, $x->%*, $x->$#*, $x->@[0], $x->%{a}",
        "(list (deref @ $main::x) (deref % $main::x) (len (deref @ $main::x)) (slice (deref @ "
        "$main::x) "
        "0) (kvhslice (deref % $main::x) 'a'))"},
       {"$h{a,1}", "(hindex %main::h (func join $main::; (list 'a'b 1)))"},
       {"$h{-foo}{ bar }{+shift}",
        "(hindex (deref % (hindex (deref % (hindex %main::h '-foo')) 'bar')) (func shift))"},
       {"package P; $x, $ENV{A}, $_, $::y, $a'b, @ARGV, $!, *STDIN",
        "(list $P::x (hindex %main::ENV 'A') $main::_ $main::y $a::b @main::ARGV $main::! "
        "*main::STDIN)"},
       {"$^W, ${^NAME}, $-[0], $+{x}, $#+",
        "(list $main::^W $main::^NAME (index @main::- 0) (hindex %main::+ 'x') (len @main::+))"}});
}

TEST(Expression, Calls) {
  check({{"foo(1)->bar->[0](2)",
          "(call:amp:dynamic:braces (index (deref @ (method 'bar' (call 'main::foo' 1))) 0) 2)"},
         {"&foo; &foo(1); &$x; \\&foo; defined &foo",
          "(call 'main::foo':amp:noargs)\n(call 'main::foo':amp 1)\n(call:amp:noargs:dynamic "
          "$main::x)\n"
          "(\\ &main::foo)\n(func defined &main::foo)"},
         {"new Foo(1,2)", "(method 'new':class:indirect 'Foo'b 1 2)"},
         {"Foo::Bar->new(a => 1)", "(method 'new':class 'Foo::Bar'b 'a' 1)"},
         {"$x->$m(1)", "(method:dynamic $main::x $main::m 1)"},
         {"sub f; f 1, 2", "(call 'main::f' 1 2)"},
         {"sub f($;$); f 1, 2", "(call 'main::f' 1 2)"},
         {"sub f(\\@@); f @x, 2", "(call 'main::f' (\\ @main::x) 2)"},
         {"sub f($); f @x", "(call 'main::f' (func scalar @main::x))"},
         {"sub f(&@); f { $_ } 1, 2", "(call 'main::f' (sub {\n  $main::_}) 1 2)"},
         {"sub f(_); f", "(call 'main::f' $main::_)"},
         {"sub PI(); PI + 1", "(bin + (call 'main::PI') 1)"}});
}

TEST(Expression, Builtins) {
  check(
      {{"print STDERR 'a', 1", "(print print:handle 'STDERR'b 'a' 1)"},
       {"print $fh 'a'; print $x -1; print $x - 1",
        "(print print:handle $main::fh 'a')\n(print print:handle $main::x (un neg 1))\n(print "
        "print (bin - "
        "$main::x 1))"},
       {"print {$h{f}} 1", "(print print:handle:braces (hindex %main::h 'f') 1)"},
       {"print (1)+2", "(bin + (print print 1) 2)"},
       {"sort { $b <=> $a } @x", "(sort:hasblock {\n  (bin <=> $main::b $main::a)} @main::x)"},
       {"sort by_num @x; sort $sub @x; sort @x",
        "(sort:hasblock 'main::by_num'b @main::x)\n(sort:hasblock $main::sub @main::x)\n(sort "
        "@main::x)"},
       {"map { $_ => 1 } @a", "(map:hasblock {\n  (list $main::_ 1)} @main::a)"},
       {"map { 'a' => 1 }, @a", "(map ({} 'a' 1) @main::a)"},
       {"shift // 1; shift->x; pop || 2",
        "(dor (func shift) 1)\n(method 'x' (func shift))\n(or (func pop) 2)"},
       {"-e -f $x; -d _; -s $x > 10; -x",
        "(filetest e (filetest f $main::x))\n(filetest d '_'b)\n(bin > (filetest s $main::x) 10)\n"
        "(filetest x:topic)"},
       {"open(FH, '<', $x) || die; <FH>; <$fh>; <>; <*.c>",
        "(or (func open 'FH'b '<' $main::x) (func die))\n(readline 'FH'b)\n(readline $main::fh)\n"
        "(readline)\n(globpat '*.c')"},
       {"split /,/, $x", "(func split (qr ',') $main::x)"},
       {"system { $x } @y; exec $x @y",
        "(func system:hasblock:braces $main::x @main::y)\n(func exec:hasblock $main::x @main::y)"},
       {"return unless $x; return 1, 2",
        "(if:not:modifier $main::x (return))\n(return (list 1 2))"},
       {"eof; eof(); time - 5", "(func eof)\n(func eof:paren)\n(bin - (func time) 5)"}});
}

}  // namespace
}  // namespace perlipc::test
