// What patterns match and where, byte strings, default modifiers; expected values are perl 5.36's.
#include "interp/regex/regex.h"

#include <gtest/gtest.h>

#include "tests/unit/regex/support.h"

namespace perlipc::test {
namespace {

TEST(Match, Literals) {
  EXPECT_EQ(all_matches("foo", "a foo foo"), "[2,5][6,9]");
  EXPECT_EQ(all_matches("foo", "fo"), "no");
  EXPECT_EQ(all_matches("^foo", "foofoo"), "[0,3]");
  EXPECT_EQ(all_matches("foo$", "foofoo\n"), "[3,6]");
  EXPECT_EQ(all_matches("^foo$", "foo\n"), "[0,3]");
  EXPECT_EQ(all_matches("^foo\\z", "foo\n"), "no");
  EXPECT_EQ(all_matches("\\Afoo\\Z", "foo\n"), "[0,3]");
  EXPECT_EQ(all_matches("\n$", "a\n\n"), "[1,2][2,3]");
  EXPECT_EQ(all_matches("^$", ""), "[0,0]");
  EXPECT_EQ(all_matches("$", "a\n"), "[1,1][2,2]");
  EXPECT_EQ(all_matches("a\\.b", "axb a.b"), "[4,7]");
  std::string text(1000, 'x');
  EXPECT_EQ(all_matches("xy", text + "xy"), "[1000,1002]");
}

TEST(Match, LiteralSearchRespectsStart) {
  RegexPointer regex = compile("^a");
  RegexMachine machine;
  MatchOffsets out;
  EXPECT_EQ(regex->exec(machine, "aaa", false, 1, 0, 1, out, nullptr), MatchStatus::NoMatch);
  RegexPointer last = compile("a$");
  EXPECT_EQ(last->exec(machine, "aaa", false, 3, 0, 3, out, nullptr), MatchStatus::NoMatch);
  EXPECT_EQ(last->exec(machine, "aaa", false, 4, 0, 4, out, nullptr), MatchStatus::NoMatch);
}

TEST(Match, CapturesAndRepeats) {
  EXPECT_EQ(all_matches("(\\w+)\\s*=\\s*(.*)", "key = value"), "[0,11 0,3 6,11]");
  EXPECT_EQ(all_matches("(?:(a)|(b))*", "ba"), "[0,2 1,2 0,1][2,2 - -]");
  EXPECT_EQ(all_matches("((a)(b)?)+", "aba"), "[0,3 2,3 2,3 1,2]");
  EXPECT_EQ(all_matches("a{,2}b", "aaab b"), "[1,4][5,6]");
  EXPECT_EQ(all_matches("^a{ 1, 2 }$", "aa"), "[0,2]");
  EXPECT_EQ(all_matches("a{,}", "a{,}"), "[0,4]");
  EXPECT_EQ(all_matches("a{2,1}|b", "aab"), "[2,3]");
  EXPECT_EQ(all_matches("a++a", "aaa"), "no");
  EXPECT_EQ(all_matches("a+?", "aa"), "[0,1][1,2]");
  EXPECT_EQ(all_matches("x*", "xa"), "[0,1][1,1][2,2]");
  EXPECT_EQ(all_matches("(?>a+)b", "aab"), "[0,3]");
}

TEST(Match, AssertionsCanBeRepeated) {
  EXPECT_EQ(all_matches("^*a", "ba"), "[1,2]");
  EXPECT_EQ(all_matches("\\b+a", "a"), "[0,1]");
  EXPECT_EQ(all_matches("(?=a)*b", "b"), "[0,1]");
}

TEST(Match, References) {
  EXPECT_EQ(all_matches("(a|b)\\1", "abb"), "[1,3 1,2]");
  EXPECT_EQ(all_matches("(?<q>a)\\k<q>\\k{q}\\k'q'\\g{q}(?P=q)", "aaaaaa"), "[0,6 0,1]");
  EXPECT_EQ(all_matches("(a)(b)\\g{-1}\\g1", "abba"), "[0,4 0,1 1,2]");
  EXPECT_EQ(all_matches("(?:(?<d>a)|(?<d>b))\\k<d>", "bb"), "[0,2 - 0,1]");
  EXPECT_EQ(all_matches("(?<n>a)(?<n>b)c\\k<n>", "abcb abca"), "[5,9 5,6 6,7]");
  EXPECT_EQ(all_matches("\\k<n>?(?<n>a)", "a"), "[0,1 0,1]");
  EXPECT_EQ(all_matches("(a)\\10", std::string("a\x08", 2)), "[0,2 0,1]");
  EXPECT_EQ(all_matches("(a\\1)", "aa"), "no");
  EXPECT_EQ(all_matches("(?|(a)|(b))\\1", "bb"), "[0,2 0,1]");
}

TEST(Match, RecursionAndConditions) {
  EXPECT_EQ(all_matches("\\((?:[^()]++|(?R))*\\)", "x(a(b)c)"), "[1,8]");
  EXPECT_EQ(all_matches("^(\\((?1)*\\))$", "((()))"), "[0,6 0,6]");
  EXPECT_EQ(all_matches("^(?<p>a(?&p)?b)$", "aabb"), "[0,4 0,4]");
  EXPECT_EQ(all_matches("^(?&f)\\z(?(DEFINE)(?<f>foo))", "foo"), "[0,3 -]");
  EXPECT_EQ(all_matches("^(a)?(?(1)b|c)$", "ab"), "[0,2 0,1]");
  EXPECT_EQ(all_matches("^(a)?(?(1)b|c)$", "c"), "[0,1 -]");
  EXPECT_EQ(all_matches("^(?<x>a)?(?(<x>)b|c)$", "ab"), "[0,2 0,1]");
  EXPECT_EQ(all_matches("(?(?=a)ab|cd)", "cdab"), "[0,2][2,4]");
  EXPECT_EQ(all_matches("(?(5)a|b)", "ab"), "[1,2]");
}

TEST(Match, Lookaround) {
  EXPECT_EQ(all_matches("(?<=a)b", "ab bb"), "[1,2]");
  EXPECT_EQ(all_matches("(?<!a)b", "ab bb"), "[3,4][4,5]");
  EXPECT_EQ(all_matches("(?<=a|bc)d", "ad bcd"), "[1,2][5,6]");
  EXPECT_EQ(all_matches("(?<=a{1,2})b", "aab"), "[2,3]");
  EXPECT_EQ(all_matches("(?<=x(?:a|bc))d", "xad xbcd bcd"), "[2,3][7,8]");
  EXPECT_EQ(all_matches("(?<!x?y)a", "ya a"), "[3,4]");
  EXPECT_EQ(all_matches("(*pla:a)\\w(*nlb:b)", "ab"), "[0,1]");
  EXPECT_EQ(all_matches("a\\Kb", "ab"), "[1,2]");
}

TEST(Match, Verbs) {
  EXPECT_EQ(all_matches("a(*FAIL)|b", "ab"), "[1,2]");
  EXPECT_EQ(all_matches("(a(*ACCEPT)b)c", "a"), "[0,1 0,1]");
  EXPECT_EQ(all_matches("a+(*COMMIT)c", "aab"), "no");
  EXPECT_EQ(all_matches("aaa(*SKIP)b|a", "aaac"), "no");
}

TEST(Match, Modifiers) {
  EXPECT_EQ(all_matches("^\\w+$", "ab\ncd", "m"), "[0,2][3,5]");
  EXPECT_EQ(all_matches("a.b", "a\nb"), "no");
  EXPECT_EQ(all_matches("a.b", "a\nb", "s"), "[0,3]");
  EXPECT_EQ(all_matches("a b # c\n c", "abc", "x"), "[0,3]");
  EXPECT_EQ(all_matches("a [ b]", "a ", "x"), "[0,2]");
  EXPECT_EQ(all_matches("[a b]", " b", "xx"), "[1,2]");
  EXPECT_EQ(all_matches("(a)(?<y>b)", "ab", "n"), "[0,2 1,2]");
  EXPECT_EQ(all_matches("(?i:a)B", "AB ab"), "[0,2]");
  EXPECT_EQ(all_matches("a(?i)b|c", "aB C"), "[0,2][3,4]");
  EXPECT_EQ(all_matches("(?^i:ab)c", "ABc ABC"), "[0,3]");
  EXPECT_EQ(all_matches("(?^:a)b", "Ab aB", "i"), "[3,5]");
  EXPECT_EQ(all_matches("a(?#no)+", "aa"), "[0,2]");
}

TEST(Match, GAnchor) {
  RegexMachine machine;
  MatchOffsets out;
  RegexPointer leading = compile("\\Ga");
  EXPECT_TRUE(leading->uses_g_anchor());
  EXPECT_EQ(leading->exec(machine, "baa", false, 0, 0, 1, out, nullptr), MatchStatus::Match);
  EXPECT_EQ(out.start(0), 1u);
  EXPECT_EQ(leading->exec(machine, "baa", false, 0, 0, 0, out, nullptr), MatchStatus::NoMatch);
  RegexPointer floating = compile("a\\Gb");
  EXPECT_EQ(floating->exec(machine, "aab", false, 2, 0, 2, out, nullptr), MatchStatus::Match);
  EXPECT_EQ(show(out), "[1,3]");
  EXPECT_EQ(floating->exec(machine, "aab", false, 1, 0, 1, out, nullptr), MatchStatus::NoMatch);
  RegexPointer branch = compile("\\Ga|b");
  EXPECT_EQ(branch->exec(machine, "caab", false, 1, 0, 1, out, nullptr), MatchStatus::Match);
  EXPECT_EQ(show(out), "[1,2]");
  EXPECT_EQ(branch->exec(machine, "cxab", false, 1, 0, 1, out, nullptr), MatchStatus::Match);
  EXPECT_EQ(show(out), "[3,4]");
}

TEST(Match, AnchoredOption) {
  RegexMachine machine;
  MatchOffsets out;
  RegexPointer regex = compile("a+");
  EXPECT_EQ(regex->exec(machine, "baa", false, 0, Anchored, 0, out, nullptr), MatchStatus::NoMatch);
  EXPECT_EQ(regex->exec(machine, "baa", false, 1, Anchored, 1, out, nullptr), MatchStatus::Match);
  RegexPointer literal = compile("aa");
  EXPECT_EQ(literal->exec(machine, "baa", false, 0, Anchored, 0, out, nullptr),
            MatchStatus::NoMatch);
  EXPECT_EQ(literal->exec(machine, "baa", false, 1, Anchored, 1, out, nullptr), MatchStatus::Match);
}

// perlvar $+ and $^N.
TEST(Match, LastParenAndLastClosed) {
  struct Case {
    const char* pattern;
    const char* subject;
    uint32_t last_paren;
    uint32_t last_closed;
  };
  for (const Case& c :
       {Case{"(?:(a)|(b))*", "ba", 2, 1}, Case{"((a)(b))", "ab", 3, 1}, Case{"(a)|(b)", "a", 1, 1},
        Case{"(?=(abc))(a)", "abc", 2, 2}, Case{"(a)(?=(b)?)", "ab", 2, 2},
        Case{"(a)|(b)", "b", 2, 2}, Case{"a", "a", 0, 0}}) {
    RegexPointer regex = compile(c.pattern);
    RegexMachine machine;
    MatchOffsets out;
    ASSERT_EQ(regex->exec(machine, c.subject, false, 0, 0, 0, out, nullptr), MatchStatus::Match);
    EXPECT_EQ(out.last_paren, c.last_paren) << c.pattern;
    EXPECT_EQ(out.last_closed, c.last_closed) << c.pattern;
  }
}

TEST(Match, NamedGroups) {
  RegexPointer regex = compile("(?<b>x)(?<a>y)(?'b'z)(?P<c_1>.)");
  ASSERT_TRUE(regex);
  EXPECT_EQ(regex->capture_count(), 4u);
  std::vector<Regex::NamedGroup> expected = {{"b", {1, 3}}, {"a", {2}}, {"c_1", {4}}};
  EXPECT_EQ(regex->named_groups(), expected);
  RegexPointer reset = compile("(?|(?<x>a)|(?<y>b))(c)");
  ASSERT_TRUE(reset);
  EXPECT_EQ(reset->capture_count(), 2u);
  std::vector<Regex::NamedGroup> shared = {{"x", {1}}, {"y", {1}}};
  EXPECT_EQ(reset->named_groups(), shared);
}

TEST(Match, EmptySubjectWithoutStorage) {
  RegexPointer regex = compile("a*");
  RegexMachine machine;
  MatchOffsets out;
  EXPECT_EQ(regex->exec(machine, std::string_view(), false, 0, 0, 0, out, nullptr),
            MatchStatus::Match);
  EXPECT_EQ(show(out), "[0,0]");
}

}  // namespace
}  // namespace perlipc::test
