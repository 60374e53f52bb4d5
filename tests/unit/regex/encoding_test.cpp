// Byte strings against UTF-8 strings, the charset modifiers, case folding outside ASCII.
#include <gtest/gtest.h>

#include "tests/unit/regex/support.h"

namespace perlipc::test {
namespace {

constexpr const char* e_acute_utf8 = "\xc3\xa9";
constexpr const char* kelvin = "\xe2\x84\xaa";

TEST(Encoding, DefaultRulesDependOnTheSubject) {
  EXPECT_FALSE(matches("\\w", "\xe9"));
  EXPECT_TRUE(matches("\\w", e_acute_utf8, "", true));
  EXPECT_FALSE(matches("\\s", "\xa0"));
  EXPECT_TRUE(matches("\\s", "\xc2\xa0", "", true));
  EXPECT_FALSE(matches("\xe9", "\xc9", "i"));
  EXPECT_TRUE(matches("\xe9", "\xc3\x89", "i", true));
  EXPECT_TRUE(matches("\\h", "\xa0"));
}

TEST(Encoding, UnicodeRulesOnBytes) {
  EXPECT_TRUE(matches("\\w", "\xe9", "u"));
  EXPECT_FALSE(matches("\\w", "\xb2", "u"));
  EXPECT_TRUE(matches("\\s", "\x85", "u"));
  EXPECT_TRUE(matches("\xe9", "\xc9", "iu"));
  EXPECT_TRUE(matches("[\xe0-\xef]", "\xc9", "iu"));
  EXPECT_TRUE(matches("[[:alpha:]]", "\xe9", "u"));
  EXPECT_FALSE(matches("[[:punct:]]", "\xe9", "u"));
  EXPECT_TRUE(matches("[[:punct:]]", "\xa1", "u"));
  EXPECT_EQ(all_matches("\\b\\w+\\b", "caf\xe9 x", "u"), "[0,4][5,6]");
}

TEST(Encoding, MixedScopesInOnePattern) {
  EXPECT_TRUE(matches("(?^u:\\w)\\w", "\xe9"
                                      "a"));
  EXPECT_FALSE(matches("(?^u:\\w)\\w", "\xe9\xe9"));
  EXPECT_FALSE(matches("(?u:\xe9)\xc9", "\xc9\xe9", "i"));
  EXPECT_TRUE(matches("(?u:\xe9)\xc9", "\xc9\xc9", "i"));
}

TEST(Encoding, PropertiesForceUnicodeRules) {
  EXPECT_TRUE(matches("\\w(?:\\p{L}|)", "\xe9"));
  EXPECT_TRUE(matches("\xc9\\p{L}?", "\xe9", "i"));
  EXPECT_FALSE(matches("\\w(?^a:\\p{L})?", "\xe9"));
}

TEST(Encoding, AsciiModifier) {
  EXPECT_FALSE(matches("\\d", "\xd9\xa0", "a", true));
  EXPECT_TRUE(matches("\\d", "\xd9\xa0", "", true));
  EXPECT_EQ(all_matches("\\W+",
                        "a\xc3\xa9\xc4\x80"
                        "1",
                        "a", true),
            "[1,5]");
  EXPECT_EQ(all_matches("\\D", "1\xc3\xa9\xc4\x80", "a", true), "[1,3][3,5]");
  EXPECT_TRUE(matches("\xe9", "\xc9", "ia"));
  EXPECT_TRUE(matches("k", kelvin, "i", true));
  EXPECT_TRUE(matches("k", kelvin, "ia", true));
  EXPECT_FALSE(matches("k", kelvin, "iaa", true));
  EXPECT_FALSE(matches("[a-z]", kelvin, "iaa", true));
  EXPECT_TRUE(matches("[^k]", kelvin, "iaa", true));
}

TEST(Encoding, WideCharactersInThePattern) {
  EXPECT_FALSE(matches("\\x{100}", "a"));
  EXPECT_TRUE(matches("[^\\x{100}]", "\xe9"));
  EXPECT_TRUE(matches("[\xe9\\x{100}]", "\xe9"));
  EXPECT_TRUE(matches("\xc4\x80", "\xc4\x80", "", true, true));
  EXPECT_FALSE(matches("\xc4\x80", "\xc4\x80", "", false, true));
  EXPECT_TRUE(matches(e_acute_utf8, "\xe9", "", false, true));
  EXPECT_TRUE(matches("\\x{178}", "\xff", "i"));
  EXPECT_TRUE(matches("\\x{3bc}", "\xb5", "i"));
  EXPECT_TRUE(matches("[\\x{212a}]", "k", "i"));
  EXPECT_TRUE(matches("\\x{110000}", "\xf4\x90\x80\x80", "", true));
}

TEST(Encoding, OffsetsAreBytes) {
  EXPECT_EQ(all_matches(".",
                        "\xc3\xa9"
                        "a\xc4\x80",
                        "", true),
            "[0,2][2,3][3,5]");
  EXPECT_EQ(all_matches("(?<=\\w)a",
                        "\xc3\xa9"
                        "a",
                        "", true),
            "[2,3]");
  EXPECT_EQ(all_matches("\\X", "e\xcc\x81x", "", true), "[0,3][3,4]");
}

TEST(Encoding, WordIsPerlsWord) {
  for (const char* text : {"\xcc\x81", "\xe2\x80\x8d", "\xe2\x85\xa0", "\xe2\x93\x90"}) {
    EXPECT_TRUE(matches("^\\w$", text, "", true)) << text;
    EXPECT_FALSE(matches("^\\W$", text, "", true)) << text;
  }
  EXPECT_FALSE(matches("\\w", "\xe2\x91\xa0", "", true));
  EXPECT_FALSE(matches("\\bb",
                       "\xcc\x81"
                       "b",
                       "", true));
}

TEST(Encoding, SharpS) {
  EXPECT_TRUE(matches("\xdf", "SS", "iu"));
  EXPECT_TRUE(matches("stra\xdf"
                      "e",
                      "STRASSE", "iu"));
  EXPECT_TRUE(matches("ss", "\xdf", "iu"));
  EXPECT_FALSE(matches("ss", "\xdf", "i"));
  EXPECT_FALSE(matches("s+", "\xdf", "iu"));
  EXPECT_TRUE(matches("^[\xdf]$", "ss", "iu"));
}

// Characters PCRE2 does not know may be in a subject: nothing around them is disturbed.
TEST(Encoding, SurrogatesDoNoHarm) {
  EXPECT_EQ(all_matches("b",
                        "a\xed\xa0\x80"
                        "b",
                        "", true),
            "[4,5]");
  EXPECT_EQ(all_matches("b+c?",
                        "a\xed\xa0\x80"
                        "b",
                        "", true),
            "[4,5]");
  EXPECT_EQ(all_matches("[a-c]",
                        "\xf4\x90\x80\x80"
                        "b",
                        "", true),
            "[4,5]");
  EXPECT_EQ(all_matches("\\x{d800}", "a\xed\xa0\x80", "", true), "[1,4]");
  EXPECT_EQ(all_matches("[\\x{d800}-\\x{dfff}]", "ab", "", true), "no");
}

}  // namespace
}  // namespace perlipc::test
