// Statements, declarations, scopes and messages of the parser.
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

TEST(Statement, Loops) {
  EXPECT_EQ(dump("while (<FH>) { next }"),
            "(while (func defined (= $main::_ (readline 'FH'b))) {\n  (loopctl n)})");
  EXPECT_EQ(dump("while (my $l = <FH>) { $l }"),
            "(while (func defined (= (my my $l) (readline 'FH'b))) {\n  $l})");
  EXPECT_EQ(dump("L: for my $x (1..3) { last L if $x } continue { 1 }"),
            "(foreach 'L' (my my $x) (.. 1 3) {\n  (if:modifier $x (loopctl l 'L'))} {\n  1})");
  EXPECT_EQ(dump("for (my $i=0;$i<3;$i++) { }"),
            "(cfor (= (my my $i) 0) (bin < $i 3) (postinc $i) {})");
  EXPECT_EQ(dump("do { 1 } until $x"), "(while:not:modifier:post $main::x (do {\n  1}))");
  EXPECT_EQ(dump("print for @x"), "(foreach:modifier (nop) @main::x (print print:topic))");
}

TEST(Statement, HashOrBlock) {
  EXPECT_EQ(dump("{ a => 1 }"), "({} 'a' 1)");
  EXPECT_EQ(dump("{ %$x }"), "(bare {\n  (deref % $main::x)})");
  EXPECT_EQ(dump("{; a => 1 }"), "(bare {\n  (list 'a' 1)})");
}

TEST(Statement, Signatures) {
  Parsed p("use v5.36; sub f($x, $y = 5, @r) { $x }");
  ASSERT_EQ(p.host.functions.size(), 1U);
  const FunctionScope* f = p.host.functions[0];
  EXPECT_EQ(f->min_args, 1);
  EXPECT_EQ(f->max_args, -1);
  EXPECT_EQ(f->slurpy, '@');
  EXPECT_EQ(dump_ast(f->signature),
            "(list (= (my my $x) (index @main::_ 0)) (= (my my $y) (?: (bin > @main::_ 1) (index "
            "@main::_ "
            "1) 5)) (=:list (my my @r) (slice @main::_ (.. 2 (len @main::_)))))");
}

TEST(Scope, VariablesAppearWithTheNextStatement) {
  EXPECT_EQ(dump("my $x = $x; $x"), "(= (my my $x) $main::x)\n$x");
  EXPECT_EQ(dump("{ my $y } $y"), "(bare {\n  (my my $y)})\n$main::y");
  EXPECT_EQ(dump("if ((my $z = 1) > 0) { $z } $z"),
            "(if (bin > (list:paren (= (my my $z) 1)) 0) {\n  $z})\n$main::z");
  EXPECT_EQ(dump("package P; our $v; package Q; $v"), "(my our $P::v)\n$P::v");
}

TEST(Scope, Captures) {
  Parsed p("my $x; my $y; sub outer { my $z; my $in = sub { $x + $z } }");
  ASSERT_EQ(p.host.functions.size(), 1U);
  const FunctionScope* outer = p.host.functions[0];
  ASSERT_EQ(outer->captures.size(), 1U);  // $x, handed on to the inner sub
  EXPECT_EQ(outer->captures[0].outer->name, "$x");
  EXPECT_TRUE(outer->captures[0].outer->captured);
  EXPECT_FALSE(outer->uses_args);
}

TEST(Scope, UsesOfArguments) {
  auto flags = [](const char* body) {
    Parsed p(std::string("sub f { ") + body + " }");
    const FunctionScope* f = p.host.functions.at(0);
    return std::pair(f->uses_args, f->uses_args_as_array);
  };
  EXPECT_EQ(flags("1"), std::pair(false, false));
  EXPECT_EQ(flags("my $s = shift; $_[0] + 1"), std::pair(true, false));
  EXPECT_EQ(flags("my ($a, $b) = @_; $a"), std::pair(true, false));
  EXPECT_EQ(flags("my ($a) = @_; scalar @_"), std::pair(true, true));
  EXPECT_EQ(flags("$_[0] = 1"), std::pair(true, true));
  EXPECT_EQ(flags("goto &g"), std::pair(true, true));
  EXPECT_EQ(flags("eval $x"), std::pair(true, true));
}

TEST(Host, UseAndBegin) {
  Parsed p(
      "use Foo 1.2 qw(a b); use Bar (); no Baz; BEGIN { 1 } package X 1.5; use 5.010; __END__\n((");
  EXPECT_EQ(p.host.events,
            (std::vector<std::string>{"use Foo 1.2 (list:paren:qw 'a' 'b')", "use Bar ()", "no Baz",
                                      "BEGIN", "X version 1.5", "version 5.010"}));
  EXPECT_EQ(p.fatal, "");
  EXPECT_NE(p.result.data_offset, std::string_view::npos);
}

struct Message {
  const char* text;
  const char* expected;
};

TEST(Messages, AsPerl) {
  const Message cases[] = {
      {"my $x = ;", "syntax error at t.pl line 1, near \"= ;\"\n"},
      {"if (1) { print 1\n", "Missing right curly or square bracket at t.pl line 1, at end of "
                             "line\nsyntax error at t.pl line 1, "
                             "at EOF\n"},
      {"print 1 }", "Unmatched right curly bracket at t.pl line 1, at end of line\nsyntax error at "
                    "t.pl line 1, near \"1 "
                    "}\"\n"},
      {"use strict; $x=1;", "Global symbol \"$x\" requires explicit package name (did you forget "
                            "to declare \"my $x\"?) at t.pl "
                            "line 1.\n"},
      {"use strict; my $y = foo;",
       "Bareword \"foo\" not allowed while \"strict subs\" in use at t.pl line 1.\n"},
      {"print \"abc", "Can't find string terminator '\"' anywhere before EOF at t.pl line 1.\n"},
      {"use warnings; my $x 3;",
       "Number found where operator expected at t.pl line 1, near \"$x 3\"\n\t(Missing "
       "operator before "
       "3?)\nsyntax error at t.pl line 1, near \"$x 3\"\n"},
      {"1 = 2;", "Can't modify constant item in scalar assignment at t.pl line 1, near \"2;\"\n"},
      {"sub f($) {} f();", "Not enough arguments for main::f at t.pl line 1, near \"()\"\n"},
      {"sub f(\\@) {} f(1);",
       "Type of arg 1 to main::f must be array (not constant item) at t.pl line 1, near \"1)\"\n"},
      {"exists $x;",
       "exists argument is not a HASH or ARRAY element or a subroutine at t.pl line 1.\n"},
      {"use warnings; my $x; my $x;",
       "\"my\" variable $x masks earlier declaration in same scope at t.pl line 1.\n"},
      {"my ($a, my $b)", "Can't redeclare \"my\" in \"my\" at t.pl line 1, near \", my\"\n"},
      {"$x = <<EOT;\nab\n",
       "Can't find string terminator \"EOT\" anywhere before EOF at t.pl line 1.\n"}};
  for (const Message& m : cases) EXPECT_EQ(Parsed(m.text).messages(), m.expected) << m.text;
}

TEST(Lines, DirectivesPodAndBlocks) {
  Parsed p(
      "# line 10 \"other.pl\"\n1;\n\n=pod\n\ntext\n\n=cut\n\nf(1,\n  sub { 2 },\n  3,\n  4);\n");
  std::vector<std::uint32_t> lines;
  for (const Node* s = p.result.unit->body->first; s; s = s->next) {
    lines.push_back(s->line);
    EXPECT_EQ(s->info->file, "other.pl");
  }
  // perl gives the call the line of the second token behind the sub.
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{10, 20}));
}

}  // namespace
}  // namespace perlipc::test
