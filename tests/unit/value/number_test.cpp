// Numbers to text and back; the expected values come from perl itself where it is installed.
#include "interp/value/convert.h"
#include "tests/unit/value/fake_engine.h"
#include <bit>
#include <cmath>
#include <cstdio>
#include <gtest/gtest.h>

namespace perlipc {
namespace {
using testing::FakeEngine;
using testing::text_of;

std::string shown(double d) {
  char text[40];
  return {text, format_double(d, text)};
}

TEST(FormatDouble, SpecialValues) {
  EXPECT_EQ(shown(HUGE_VAL), "Inf");
  EXPECT_EQ(shown(-HUGE_VAL), "-Inf");
  EXPECT_EQ(shown(NAN), "NaN");
  EXPECT_EQ(shown(-0.0), "0");
  EXPECT_EQ(shown(1e15), "1e+15");
  EXPECT_EQ(shown(-123456789012345.0), "-123456789012345");
  EXPECT_EQ(shown(0.0001), "0.0001");
  EXPECT_EQ(shown(0.00001), "1e-05");
  EXPECT_EQ(shown(1e100), "1e+100");
  EXPECT_EQ(shown(5e-324), "4.94065645841247e-324");
  EXPECT_EQ(shown(0.1 + 0.2), "0.3");
  EXPECT_EQ(shown(999999999999999.9), "1e+15");
}

TEST(FormatDouble, SameAsPrintfForRandomBits) {
  std::uint64_t x = 88172645463325252u;
  for (int n = 0; n < 300000; ++n) {
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    double d = std::bit_cast<double>(x);
    if (n % 3 == 0) d = static_cast<double>(x % 100000000000000000) / 1000;
    if (n % 3 == 1) d = static_cast<double>(static_cast<std::int64_t>(x)) / 8;
    if (!std::isfinite(d)) continue;
    char expected[40];
    std::snprintf(expected, sizeof expected, "%.15g", d);
    ASSERT_EQ(shown(d), expected);
  }
}

std::string parsed(std::string_view text) {
  FakeEngine engine;
  ParsedNumber n = parse_number(text);
  return text_of(engine, n.value) + (n.whole ? "" : " !");
}

TEST(ParseNumber, EdgeCases) {
  const char* cases[][2] = {{"", "0 !"},
                            {" ", "0 !"},
                            {".", "0 !"},
                            {"+", "0 !"},
                            {"0x1A", "0 !"},
                            {"1_000", "1 !"},
                            {" 12", "12"},
                            {"12 ", "12"},
                            {"12 x", "12 !"},
                            {"1e3", "1000"},
                            {"1e", "1 !"},
                            {".5", "0.5"},
                            {"5.", "5"},
                            {"1.e5", "100000"},
                            {"+5", "5"},
                            {"--5", "0 !"},
                            {"inf", "Inf"},
                            {"-inf", "-Inf"},
                            {"infinity", "Inf"},
                            {"Infinit", "Inf !"},
                            {"info", "Inf !"},
                            {"nan", "NaN"},
                            {"nanq", "NaN"},
                            {"nan(123)", "NaN"},
                            {"nanx", "NaN !"},
                            {"in", "0 !"},
                            {"1#INF", "Inf"},
                            {"18446744073709551615", "18446744073709551615"},
                            {"18446744073709551616", "1.84467440737096e+19"},
                            {"-9223372036854775808", "-9223372036854775808"},
                            {"-9223372036854775809", "-9.22337203685478e+18"},
                            {"0 but true", "0"},
                            {"0e0", "0"},
                            {"00012", "12"},
                            {"1e400", "Inf"},
                            {"1e-400", "0"},
                            {"1e19", "10000000000000000000"},
                            {"100000000000000000000", "1e+20"},
                            {"1.5.6", "1.5 !"},
                            {"0000000000000000000000001", "1"}};
  for (auto& c : cases) EXPECT_EQ(parsed(c[0]), c[1]) << "of '" << c[0] << "'";
}

// Asks perl to format and to parse random numbers and compares.
TEST(NumberText, AgreesWithPerl) {
  const char* script = "perl -e 'srand 7; for (1..20000) { my $d = unpack \"d\", pack \"Q\", "
                       "int(rand 2**32) << 32 | int rand 2**32;"
                       " $d = int(rand 2**40) / 10 ** int rand 12 if $_ % 2; next if $d != $d;"
                       " my $t = join \"\", map int rand 10, 0 .. rand 21; substr $t, rand length "
                       "$t, 0, \".\" if rand() < .6;"
                       " $t .= \"e\" . int(rand 60) - 30 if rand() < .3;"
                       " printf \"%s %s %s %s\\n\", unpack(\"H*\", pack \"d>\", $d), $d, $t, "
                       "unpack \"H*\", pack \"d>\", $t }' 2>/dev/null";
  FILE* perl = popen(script, "r");
  ASSERT_NE(perl, nullptr);
  char line[300], hex[40], text[80], number[80], bits[40];
  FakeEngine engine;
  int lines = 0;
  while (std::fgets(line, sizeof line, perl)) {
    ASSERT_EQ(std::sscanf(line, "%39s %79s %79s %39s", hex, text, number, bits), 4) << line;
    ++lines;
    EXPECT_EQ(shown(std::bit_cast<double>(std::strtoull(hex, nullptr, 16))), text);
    double d = to_double(engine, Value::string(number));
    if (std::string_view(number).substr(0, 1) == ".e") continue;
    EXPECT_EQ(std::bit_cast<std::uint64_t>(d), std::strtoull(bits, nullptr, 16)) << number;
  }
  pclose(perl);
  if (lines == 0) GTEST_SKIP() << "no perl here";
}

TEST(Conversions, IntegersOfDoubles) {
  FakeEngine engine;
  EXPECT_EQ(to_int(engine, Value::number(-1.9)), -1);
  EXPECT_EQ(to_int(engine, Value::number(1e20)), -1);
  EXPECT_EQ(to_int(engine, Value::number(-1e20)), INT64_MIN);
  EXPECT_EQ(to_int(engine, Value::number(1e19)), -8446744073709551616.0);
  EXPECT_EQ(to_int(engine, Value::number(NAN)), 0);
}

TEST(Conversions, NotNumericWarnsWithTheEscapedText) {
  FakeEngine engine;
  EXPECT_EQ(to_int(engine, Value::string("12abc\n")), 12);
  EXPECT_EQ(engine.take_warnings(), "Argument \"12abc\\n\" isn't numeric\n");
  to_int(engine, Value::string("\xc4\x80", true));
  EXPECT_EQ(engine.take_warnings(), "Argument \"\\x{100}\" isn't numeric\n");
  to_int(engine, Value::string(std::string(70, 'a')));
  EXPECT_EQ(engine.take_warnings(), "Argument \"" + std::string(56, 'a') + "...\" isn't numeric\n");
  to_int(engine, Value());
  EXPECT_EQ(engine.uninitialized, 1);
}

TEST(Conversions, Truth) {
  FakeEngine engine;
  EXPECT_FALSE(to_bool(engine, Value::string("0")));
  EXPECT_TRUE(to_bool(engine, Value::string("0.0")));
  EXPECT_TRUE(to_bool(engine, Value::string("00")));
  EXPECT_FALSE(to_bool(engine, Value::string("")));
  EXPECT_FALSE(to_bool(engine, DualValue::make(Value::integer(5), Value::string(""))));
  EXPECT_TRUE(to_bool(engine, DualValue::make(Value::integer(0), Value::string("x"))));
}

TEST(Utf8, RoundTripsAndOffsets) {
  for (std::uint32_t cp :
       {0u, 0x7fu, 0x80u, 0x7ffu, 0x800u, 0xd800u, 0xffffu, 0x10000u, 0x10ffffu, 0x7fffffffu}) {
    char bytes[8];
    std::size_t n = utf8_encode(cp, bytes), used;
    EXPECT_EQ(utf8_decode(bytes, bytes + n, &used), cp);
    EXPECT_EQ(used, n);
  }
  std::string text;
  for (int n = 0; n < 100; ++n) text += n % 2 ? "\xe2\x82\xac" : "a";
  EXPECT_EQ(utf8_length(text), 100u);
  for (std::size_t n = 0; n <= 100; ++n) EXPECT_EQ(utf8_offset(text, n), n / 2 * 4 + n % 2) << n;
  EXPECT_EQ(utf8_offset(text, 500), text.size());
  EXPECT_TRUE(utf8_valid(text));
  EXPECT_FALSE(utf8_valid("\xed\xa0\x80"));
  EXPECT_FALSE(utf8_valid("\xc0\x80"));
  EXPECT_FALSE(utf8_valid("abc\xe2\x82"));
}

}  // namespace
}  // namespace perlipc
