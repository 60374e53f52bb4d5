// Bracketed classes, POSIX classes, properties and escapes; expected values are perl 5.36's.
#include <gtest/gtest.h>

#include "tests/unit/regex/support.h"

namespace perlipc::test {
namespace {

TEST(Class, Brackets) {
  EXPECT_EQ(all_matches("[]a]+", "x]a"), "[1,3]");
  EXPECT_EQ(all_matches("[^]a]+", "]bc"), "[1,3]");
  EXPECT_EQ(all_matches("[a\\-z]+", "a-zb"), "[0,3]");
  EXPECT_EQ(all_matches("[a-]+", "a-b"), "[0,2]");
  EXPECT_EQ(all_matches("[a-c-e]+", "b-ed"), "[0,3]");
  EXPECT_EQ(all_matches("[+--]+", "+,-."), "[0,3]");
  EXPECT_EQ(all_matches("[\\w-z]+", "a-!"), "[0,2]");
  EXPECT_EQ(all_matches("[\\d\\-.]+", "x1-2.3"), "[1,6]");
  EXPECT_EQ(all_matches("[\\x41-\\103]+", "ABCD"), "[0,3]");
  EXPECT_EQ(all_matches("[\\b]", "a\b"), "[1,2]");
  EXPECT_EQ(all_matches("[$@%]", "a%"), "[1,2]");
}

TEST(Class, NegatedMembers) {
  EXPECT_EQ(all_matches("[\\W]+", "ab,.c"), "[2,4]");
  EXPECT_EQ(all_matches("[^\\W\\d_]+", "ab1_c"), "[0,2][4,5]");
  EXPECT_EQ(all_matches("[^\\W\\d_]+",
                        "\xc3\xa9"
                        "1_c",
                        "", true),
            "[0,2][4,5]");
  EXPECT_EQ(all_matches("[\\W\\d]+",
                        "\xc3\xa9"
                        "1,c",
                        "", true),
            "[2,4]");
  EXPECT_EQ(all_matches("[\\D\\S]+", "1 a"), "[0,3]");
  EXPECT_EQ(all_matches("[[:^digit:]]+", "12ab"), "[2,4]");
}

TEST(Class, Posix) {
  EXPECT_EQ(all_matches("[[:alpha:]]+[[:digit:]]", "ab1"), "[0,3]");
  EXPECT_EQ(all_matches("[[:punct:]]", "a$"), "[1,2]");
  EXPECT_EQ(all_matches("[[:xdigit:]]+", "gFf0"), "[1,4]");
  EXPECT_EQ(all_matches("[[:upper:]]+", "abC", "i"), "[0,3]");
  EXPECT_EQ(all_matches("[[:^upper:]]+", "abC1", "i"), "[3,4]");
  EXPECT_EQ(all_matches("[[:blank:]]+", "a\t \n"), "[1,3]");
  EXPECT_EQ(all_matches("[[:ascii:]]+", "ab\xe9", "u"), "[0,2]");
}

TEST(Class, Escapes) {
  EXPECT_EQ(all_matches("\\s+", "a\x0b\f b"), "[1,4]");
  EXPECT_EQ(all_matches("\\h+\\v", "\t \n"), "[0,3]");
  EXPECT_EQ(all_matches("\\R", "\r\n\n"), "[0,2][2,3]");
  EXPECT_EQ(all_matches("\\N+", "ab\ncd"), "[0,2][3,5]");
  EXPECT_EQ(all_matches("\\N{2}", "abc"), "[0,2]");
  EXPECT_EQ(all_matches("\\cA\\c?\\e", "\x01\x7f\x1b"), "[0,3]");
  EXPECT_EQ(all_matches("\\x{41}\\x42\\103\\o{104}\\N{U+45}", "ABCDE"), "[0,5]");
  EXPECT_EQ(all_matches("\\x{ 41 }", "A"), "[0,1]");
  EXPECT_EQ(all_matches("\\Bb\\b", "ab b"), "[1,2]");
  EXPECT_EQ(all_matches("\\_\\-\\/", "_-/"), "[0,3]");
}

TEST(Class, Properties) {
  EXPECT_TRUE(matches("^\\p{L}\\pN\\P{L}$", "a1-"));
  EXPECT_TRUE(matches("^\\p{IsUpper}\\p{Lowercase_Letter}\\p{gc=Nd}$", "Ab1"));
  EXPECT_TRUE(matches("^\\p{^L}$", "1"));
  EXPECT_TRUE(matches("^\\p{Lu}$", "a", "i"));
  EXPECT_TRUE(matches("^\\p{Greek}\\p{Script=Greek}$", "\xce\xb1\xce\x91", "", true));
  EXPECT_TRUE(matches("^\\p{PosixAlpha}\\p{Any}\\p{Word}\\p{XPosixPunct}$", "a\n_$"));
  EXPECT_FALSE(matches("^\\p{Punct}$", "$"));
  EXPECT_TRUE(matches("^[\\p{L}\\d]+$", "a1"));
  EXPECT_TRUE(matches("^[^\\p{L}]$", "1"));
  EXPECT_TRUE(matches("^\\p{Alpha=No}$", "1"));
}

}  // namespace
}  // namespace perlipc::test
