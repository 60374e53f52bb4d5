// sprintf: formats, warnings, utf8. The expected texts were taken from perl 5.36.
#include "builtins/sprintf.h"
#include "tests/unit/value/fake_engine.h"
#include <cmath>
#include <cstdio>
#include <gtest/gtest.h>

namespace perlipc::builtin {
namespace {
using perlipc::testing::Died;
using perlipc::testing::FakeEngine;

class SprintfTest : public ::testing::Test {
 protected:
  FakeEngine engine;
  std::string run(std::string_view text, std::vector<Value> args = {}) {
    Text out(format(engine, text, false, args.data(), args.size()));
    return std::string(out.view());
  }
  static Value s(std::string_view text) { return Value::string(text); }
  static Value n(std::int64_t i) { return Value::integer(i); }
  static Value d(double x) { return Value::number(x); }
};

TEST_F(SprintfTest, Integers) {
  EXPECT_EQ(run("%d|%5d|%-5d|%05d|%+d|% d", {n(1), n(2), n(3), n(4), n(5), n(6)}),
            "1|    2|3    |00004|+5| 6");
  EXPECT_EQ(run("%x %X %#x %#X %o %#o %b %#b %#B",
                {n(255), n(255), n(255), n(255), n(8), n(8), n(5), n(5), n(5)}),
            "ff FF 0xff 0XFF 10 010 101 0b101 0B101");
  EXPECT_EQ(run("%u %x", {n(-1), n(-1)}), "18446744073709551615 ffffffffffffffff");
  EXPECT_EQ(run("%.0d|%+.0d|%.3d|%08.3d|%#.0o", {n(0), n(0), n(5), n(5), n(0)}),
            "|+|005|     005|0");
  EXPECT_EQ(run("%#.3o %#.5o %#8.4x|%#05x", {n(8), n(8), n(5), n(5)}), "010 00010   0x0005|0x005");
  EXPECT_EQ(run("%hd %hhd %hu %hhx", {n(40000), n(300), n(-1), n(511)}), "-25536 44 65535 ff");
  EXPECT_EQ(run("%d %i", {d(-1.9), d(1e20)}), "-1 -1");
  EXPECT_EQ(run("%d", {n(INT64_MIN)}), "-9223372036854775808");
  EXPECT_EQ(engine.take_warnings(), "");
}

TEST_F(SprintfTest, Floats) {
  EXPECT_EQ(
      run("%.2f %.0f %.0f %.0f %f", {d(2.675), d(0.5), d(1.5), d(2.5), d(123456789.123456789)}),
      "2.67 0 2 2 123456789.123457");
  EXPECT_EQ(
      run("%08.3f|%+08.3f|% 08.3f|%-8.3f|", {d(-3.14159), d(3.14159), d(3.14159), d(3.14159)}),
      "-003.142|+003.142| 003.142|3.142   |");
  EXPECT_EQ(run("%g %g %G %e %.3e %#g %+g",
                {d(1e5), d(1e6), d(1e-10), d(12345.678), d(-1234.5), d(1), d(2)}),
            "100000 1e+06 1E-10 1.234568e+04 -1.234e+03 1.00000 +2");
  EXPECT_EQ(run("%.15g %.17g %g %.30f", {d(0.1), d(0.1), d(-0.0), d(1e-10)}),
            "0.1 0.10000000000000001 -0 0.000000000100000000000000003643");
  EXPECT_EQ(run("%d %+d %05d|%010f|%5s|%e",
                {d(HUGE_VAL), d(HUGE_VAL), d(HUGE_VAL), d(-HUGE_VAL), d(HUGE_VAL), d(NAN)}),
            "Inf +Inf 00Inf|000000-Inf|  Inf|NaN");
  EXPECT_THROW(run("%c", {d(HUGE_VAL)}), Died);
}

TEST_F(SprintfTest, FixedPointIsExactlyRounded) {
  std::uint64_t x = 88172645463325252u;
  for (int k = 0; k < 200000; ++k) {
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    double v = static_cast<double>(static_cast<std::int64_t>(x)) /
               std::pow(2, static_cast<double>(x % 90));
    if (k % 4 == 0) v = std::round(v) / 8;
    int precision = static_cast<int>(x >> 40) % 12;
    char expected[500], got[500];
    int length = std::snprintf(expected, sizeof expected, "%.*f", precision, v);
    ASSERT_EQ(std::string_view(got, format_fixed(v, precision, got)),
              std::string_view(expected, static_cast<std::size_t>(length)));
  }
}

TEST_F(SprintfTest, HexFloats) {
  EXPECT_EQ(run("%a %a %.2a %A %a %.0a", {d(1), d(0.1), d(0.1), d(255), d(-0.0), d(1.5)}),
            "0x1p+0 0x1.999999999999ap-4 0x1.9ap-4 0X1.FEP+7 -0x0p+0 0x2p+0");
  EXPECT_EQ(run("%20a|%020a|%-20a|%#a %.15a", {d(1.5), d(1.5), d(1.5), d(1), d(1)}),
            "            0x1.8p+0|0x0000000000001.8p+0|0x1.8p+0            |0x1.p+0 "
            "0x1.000000000000000p+0");
  EXPECT_EQ(run("%a %a %.1a %.1a", {d(5e-324), d(3e-320), d(1.09375), d(1.15625)}),
            "0x1p-1074 0x1.7b8p-1062 0x1.2p+0 0x1.2p+0");
}

TEST_F(SprintfTest, StringsAndCharacters) {
  EXPECT_EQ(
      run("%s|%5s|%-5s|%05s|%.2s|%5.1s", {s("a"), s("a"), s("a"), s("a"), s("abc"), s("abc")}),
      "a|    a|a    |0000a|ab|    a");
  EXPECT_EQ(run("%c%5c|%-3c|%05c", {n(65), n(66), n(67), n(68)}), "A    B|C  |0000D");
  EXPECT_EQ(run("%%|%5%|%-5%|", {}), "%|    %|%    |");
}

TEST_F(SprintfTest, Utf8) {
  std::vector<Value> args = {s("\xe9"), Value::string("\xc4\x80z", true)};
  Text out(format(engine, "%s %4s|%.1s", false, args.data(), 2));
  EXPECT_TRUE(out.utf8());
  EXPECT_EQ(out.view(), "\xc3\xa9   \xc4\x80z|");
  EXPECT_EQ(engine.take_warnings(), "Missing argument in sprintf\n");
}

TEST_F(SprintfTest, IndexesAndStars) {
  EXPECT_EQ(run("%2$s %1$s", {s("a"), s("b")}), "b a");
  EXPECT_EQ(run("%2$s %s", {s("a"), s("b")}), "b a");
  EXPECT_EQ(run("%*d|%*d|%-*d|%0*d", {n(5), n(42), n(-5), n(42), n(4), n(1), n(3), n(7)}),
            "   42|42   |1   |007");
  EXPECT_EQ(run("%.*f|%.*f|%.*s", {n(2), d(3.14159), n(-2), d(3.14159), n(2), s("abc")}),
            "3.14|3.141590|ab");
  EXPECT_EQ(run("%2$*1$d|%.*2$f", {n(4), n(2)}), "   2|4.00");
  EXPECT_EQ(engine.take_warnings(), "");
}

TEST_F(SprintfTest, Vectors) {
  EXPECT_EQ(run("%vd", {s("1.22.333")}), "49.46.50.50.46.51.51.51");
  EXPECT_EQ(run("%vd", {s(std::string_view("\1\2\3", 3))}), "1.2.3");
  EXPECT_EQ(run("%*vX|%v02x|%+vd|%v3d", {s(":"), s("abc"), s("\1\2"), s("ab"), s("\1")}),
            "61:62:63|01.02|+97.98|  1");
  EXPECT_EQ(run("%2$*1$vd|%#vx|%v.3d", {s("-"), s("ab")}), "97-98|0x2d|097.098");
  EXPECT_EQ(engine.take_warnings(), "");
}

TEST_F(SprintfTest, Warnings) {
  auto both = [&](std::string_view text, std::vector<Value> args = {}) {
    std::string out = run(text, args);
    return out + " => " + engine.take_warnings();
  };
  EXPECT_EQ(both("%d"), "0 => Missing argument in sprintf\n");
  EXPECT_EQ(both("%d", {n(1), n(2)}), "1 => Redundant argument in sprintf\n");
  EXPECT_EQ(both("%1$s", {n(1), n(2)}), "1 => ");
  EXPECT_EQ(both("%y", {n(1)}), "%y => Invalid conversion in sprintf: \"%y\"\n");
  EXPECT_EQ(both("a%"), "a% => Invalid conversion in sprintf: end of string\n");
  EXPECT_EQ(both("%-"), "%- => Invalid conversion in sprintf: \"%-\"\n");
  EXPECT_EQ(both("%z\n"), "%z\n => Invalid conversion in sprintf: \"%z\\012\"\n");
  EXPECT_EQ(both("%03vd", {n(1)}), "%03vd => Invalid conversion in sprintf: \"%03v\"\n");
  EXPECT_EQ(both("%0$s", {n(1)}), "%0$s => Invalid conversion in sprintf: \"%0$\"\n");
  EXPECT_EQ(both("%1$1$s", {n(1)}), "%1$1$s => Invalid conversion in sprintf: \"%1$1$\"\n");
  EXPECT_EQ(both("%hf", {n(1)}), "%hf => Invalid conversion in sprintf: \"%hf\"\n");
  EXPECT_EQ(both("%llld", {n(1)}), "%llld => Invalid conversion in sprintf: \"%lll\"\n");
  EXPECT_EQ(both("%vs", {n(1)}), "%vs => Invalid conversion in sprintf: \"%vs\"\n");
  EXPECT_THROW(run("%9223372036854775808d", {n(1)}), Died);
}

}  // namespace
}  // namespace perlipc::builtin
