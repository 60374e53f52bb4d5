// tr///: results and messages as perl 5.36 gives them.
#include "interp/regex/transliterate.h"

#include <gtest/gtest.h>

#include "interp/regex/code_points.h"

namespace perlipc::test {
namespace {

// "\\-" in a list is an escaped dash; lists are UTF-8.
std::vector<TransliterationChar> list_of(std::string_view text) {
  std::vector<TransliterationChar> list;
  for (size_t pos = 0; pos < text.size();) {
    bool literal = text[pos] == '\\' && pos + 1 < text.size();
    if (literal) ++pos;
    list.push_back({next_code_point(text, pos), literal});
  }
  return list;
}

std::unique_ptr<Transliteration> make(std::string_view from, std::string_view to,
                                      std::string_view flags, std::string& error) {
  TransliterationFlags bits;
  for (char flag : flags) {
    bits.complement |= flag == 'c';
    bits.remove |= flag == 'd';
    bits.squeeze |= flag == 's';
    bits.return_copy |= flag == 'r';
  }
  auto source = list_of(from);
  auto target = list_of(to);
  return Transliteration::compile(source, target, bits, error);
}

// "count:text", with a trailing " utf8" for UTF-8 results.
std::string tr(std::string_view from, std::string_view to, std::string_view flags,
               std::string_view subject, bool utf8 = false) {
  std::string error;
  auto table = make(from, to, flags, error);
  if (!table) return error;
  Transliteration::Result result = table->apply(subject, utf8);
  if (!result.changed) {
    result.text = subject;
    result.utf8 = utf8;
  }
  if (table->is_byte_map() && !utf8) {
    std::string copy(subject);
    EXPECT_EQ(table->apply_in_place(copy.data(), copy.size()), result.count);
    EXPECT_EQ(copy, result.text);
  }
  EXPECT_EQ(table->count(subject, utf8), result.count);
  return std::to_string(result.count) + ":" + result.text + (result.utf8 ? " utf8" : "");
}

TEST(Transliterate, Bytes) {
  EXPECT_EQ(tr("a-y", "b-z", "", "hello"), "5:ifmmp");
  EXPECT_EQ(tr("l", "", "", "hello"), "2:hello");
  EXPECT_EQ(tr("l", "", "d", "hello"), "2:heo");
  EXPECT_EQ(tr("a-z", "", "s", "aabbcc"), "6:abc");
  EXPECT_EQ(tr("ab", "x", "s", "aabbcc"), "4:xcc");
  EXPECT_EQ(tr("abc", "xy", "d", "aabbcc"), "6:xxyy");
  EXPECT_EQ(tr("aa", "xy", "", "aab"), "2:xxb");
  EXPECT_EQ(tr("a-z", "A-C", "", "xyz"), "3:CCC");
  EXPECT_EQ(tr("a-c", "d", "d", "abcabc"), "6:dd");
  EXPECT_EQ(tr("a", "a", "s", "aaa"), "3:a");
  EXPECT_EQ(tr("ab", "xx", "s", "abba"), "4:x");
  EXPECT_EQ(tr("ab", "x", "ds", "aba"), "3:x");
  EXPECT_EQ(tr("a", "x", "s", "xaa"), "2:xx");
  EXPECT_EQ(tr("", "", "", "abc"), "0:abc");
}

TEST(Transliterate, Dashes) {
  EXPECT_EQ(tr("a\\-b", "123", "", "ab-"), "3:132");
  EXPECT_EQ(tr("a-z-", "", "", "a-z09"), "3:a-z09");
  EXPECT_EQ(tr("-a", "", "", "a-z09"), "2:a-z09");
  EXPECT_EQ(tr("--0", "", "", "a-z09"), "2:a-z09");
  EXPECT_EQ(tr("+--", "", "", "a-z09"), "1:a-z09");
}

TEST(Transliterate, Complement) {
  EXPECT_EQ(tr("a-z", "_", "cs", "a.b,,c"), "3:a_b_c");
  EXPECT_EQ(tr("a-z", "", "cd", "a1b2"), "2:ab");
  EXPECT_EQ(tr("a-zA-Z", "", "c", "a1b2"), "2:a1b2");
  EXPECT_EQ(tr("a-z", "", "cd",
               "a\xc4\x80"
               "b",
               true),
            "1:ab utf8");
}

TEST(Transliterate, WideCharacters) {
  EXPECT_EQ(tr("a", "\xc4\x80", "", "ab\xe9"), "1:\xc4\x80"
                                               "b\xc3\xa9 utf8");
  EXPECT_EQ(tr("\xc4\x80-\xc4\x82", "a-c", "", "\xc4\x80\xc4\x81\xc4\x82", true), "3:abc utf8");
  EXPECT_EQ(tr("\xc3\xa9", "e", "", "a\xe9"), "1:ae");
  EXPECT_EQ(tr("a-b", "\xc3\xa9", "", "a"), "1:\xe9");
  EXPECT_EQ(tr("a", "b", "",
               "\xc4\x80"
               "a",
               true),
            "1:\xc4\x80"
            "b utf8");
}

TEST(Transliterate, Identity) {
  std::string error;
  EXPECT_TRUE(make("a-z", "", "", error)->is_identity());
  EXPECT_TRUE(make("abc", "abc", "", error)->is_identity());
  EXPECT_FALSE(make("a-z", "", "s", error)->is_identity());
  EXPECT_FALSE(make("a-z", "", "d", error)->is_identity());
  EXPECT_FALSE(make("abc", "abd", "", error)->is_identity());
}

TEST(Transliterate, Messages) {
  EXPECT_EQ(tr("z-a", "", "", ""), "Invalid range \"z-a\" in transliteration operator");
  EXPECT_EQ(tr("a", "b-a", "", ""), "Invalid range \"b-a\" in transliteration operator");
  EXPECT_EQ(tr("\xc4\x81-\xc4\x80", "", "", ""),
            "Invalid range \"\\x{0101}-\\x{0100}\" in transliteration operator");
  EXPECT_EQ(tr("z-\x01", "", "", ""),
            "Invalid range \"\\x{007A}-\\x{0001}\" in transliteration operator");
  EXPECT_EQ(tr("a-b-c", "", "", ""), "Ambiguous range in transliteration operator");
  EXPECT_EQ(tr("a-z-9", "x", "", ""), "Ambiguous range in transliteration operator");
}

}  // namespace
}  // namespace perlipc::test
