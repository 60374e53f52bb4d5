// How a qr object prints (perlre "(?^...)"), and that the text can be compiled again.
#include <gtest/gtest.h>

#include "tests/unit/regex/support.h"

namespace perlipc::test {
namespace {

std::string stringified(std::string_view pattern, std::string_view flags = "", bool utf8 = false) {
  RegexError error;
  RegexPointer regex(Regex::compile(pattern, utf8, flags_of(flags), error));
  return regex ? regex->stringified() : error.message;
}

TEST(Stringify, ModifierOrder) {
  EXPECT_EQ(stringified("a"), "(?^:a)");
  EXPECT_EQ(stringified("a", "nxxism"), "(?^msixxn:a)");
  EXPECT_EQ(stringified("a", "uix"), "(?^uix:a)");
  EXPECT_EQ(stringified("a", "paaix"), "(?^aapix:a)");
  EXPECT_EQ(stringified("a", "l"), "(?^l:a)");
  EXPECT_EQ(stringified("a", "ai"), "(?^ai:a)");
}

TEST(Stringify, OpenComment) {
  EXPECT_EQ(stringified("a #x", "x"), "(?^x:a #x\n)");
  EXPECT_EQ(stringified("a #x\n", "x"), "(?^x:a #x\n)");
  EXPECT_EQ(stringified("[#]a", "x"), "(?^x:[#]a)");
  EXPECT_EQ(stringified("(?x) a #b"), "(?^:(?x) a #b\n)");
  EXPECT_EQ(stringified("(?x:a#b\n)#"), "(?^:(?x:a#b\n)#)");
}

TEST(Stringify, UnicodeShows) {
  EXPECT_EQ(stringified("\xe9"), "(?^:\xe9)");
  EXPECT_EQ(stringified("\xc3\xa9", "", true), "(?^u:\xc3\xa9)");
  EXPECT_EQ(stringified("\\x{100}"), "(?^u:\\x{100})");
  EXPECT_EQ(stringified("\\x{100}", "a"), "(?^a:\\x{100})");
  EXPECT_EQ(stringified("\\p{L}"), "(?^:\\p{L})");
  EXPECT_EQ(stringified("\\w\\p{L}"), "(?^u:\\w\\p{L})");
  EXPECT_EQ(stringified("\\p{L}\\w"), "(?^:\\p{L}\\w)");
  EXPECT_EQ(stringified("[\\x{100}]"), "(?^u:[\\x{100}])");
  EXPECT_EQ(stringified("[\\x{100}a]"), "(?^:[\\x{100}a])");
}

TEST(Stringify, EncodingFollowsThePattern) {
  RegexPointer wide = compile("\xe9\\x{100}");
  ASSERT_TRUE(wide);
  EXPECT_TRUE(wide->pattern_utf8());
  EXPECT_EQ(wide->stringified(), "(?^u:\xc3\xa9\\x{100})");
  RegexPointer narrow = compile("\xe9");
  ASSERT_TRUE(narrow);
  EXPECT_FALSE(narrow->pattern_utf8());
}

TEST(Stringify, CompilesAgain) {
  for (const char* pattern : {"a b #c", "(?<n>x)|y", "^\\w+$"}) {
    std::string once = stringified(pattern, "xmi");
    EXPECT_EQ(stringified(once), "(?^:" + once + ")");
  }
  EXPECT_EQ(all_matches("(?^i:ab)(?^:c)", "ABc"), "[0,3]");
}

}  // namespace
}  // namespace perlipc::test
