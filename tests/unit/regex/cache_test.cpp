// The pattern cache keeps what was used last and never hands out something dead.
#include "interp/regex/pattern_cache.h"

#include <gtest/gtest.h>

#include "tests/unit/regex/support.h"

namespace perlipc::test {
namespace {

TEST(PatternCache, HitsReturnTheSamePattern) {
  PatternCache cache;
  RegexError error;
  bool fresh = false;
  Regex* first = cache.get("a+", false, RegexFlags{}, error, &fresh);
  ASSERT_NE(first, nullptr);
  EXPECT_TRUE(fresh);
  cache.get("b", false, RegexFlags{}, error);
  EXPECT_EQ(cache.get("a+", false, RegexFlags{}, error, &fresh), first);
  EXPECT_FALSE(fresh);
  EXPECT_EQ(cache.size(), 2u);
}

TEST(PatternCache, ModifiersAndEncodingTellPatternsApart) {
  PatternCache cache;
  RegexError error;
  Regex* plain = cache.get("a", false, RegexFlags{}, error);
  EXPECT_NE(cache.get("a", true, RegexFlags{}, error), plain);
  EXPECT_NE(cache.get("a", false, flags_of("i"), error), plain);
  EXPECT_NE(cache.get("a", false, flags_of("u"), error), plain);
  EXPECT_NE(cache.get("a", false, flags_of("xx"), error),
            cache.get("a", false, flags_of("x"), error));
  EXPECT_EQ(cache.size(), 6u);
}

TEST(PatternCache, DropsTheLeastRecentlyUsed) {
  PatternCache cache(2);
  RegexError error;
  bool fresh = false;
  Regex* kept = cache.get("a", false, RegexFlags{}, error);
  kept->retain();
  cache.get("b", false, RegexFlags{}, error);
  cache.get("a", false, RegexFlags{}, error);
  cache.get("c", false, RegexFlags{}, error);
  cache.get("a", false, RegexFlags{}, error, &fresh);
  EXPECT_FALSE(fresh);
  cache.get("b", false, RegexFlags{}, error, &fresh);
  EXPECT_TRUE(fresh);
  cache.clear();
  EXPECT_EQ(cache.size(), 0u);
  EXPECT_EQ(kept->pattern(), "a");
  kept->release();
}

TEST(PatternCache, FailuresAreNotKept) {
  PatternCache cache;
  RegexError error;
  EXPECT_EQ(cache.get("(", false, RegexFlags{}, error), nullptr);
  EXPECT_EQ(error.message, "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE /");
  EXPECT_EQ(cache.size(), 0u);
}

}  // namespace
}  // namespace perlipc::test
