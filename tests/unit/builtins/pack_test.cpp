// pack and unpack against results of perl 5.36 (pack_cases.inc), and a few properties.
#include "builtins/pack_template.h"
#include "tests/unit/value/fake_engine.h"
#include <gtest/gtest.h>

namespace perlipc::builtin {
Value bi_pack(Call& call);
Value bi_unpack(Call& call);

namespace {
using perlipc::testing::Died;
using perlipc::testing::FakeEngine;

struct Row {
  const char* format;
  std::vector<Value> args;
  const char* expected;
};
Value t(const char* bytes, std::size_t n, bool utf8 = false) {
  return Value::string({bytes, n}, utf8);
}
Value i(std::int64_t n) { return Value::integer(n); }
Value d(double n) { return Value::number(n); }
#include "tests/unit/builtins/pack_cases.inc"

std::string with_hex(FakeEngine& engine, const Value& v, const char* safe, bool all_hex) {
  if (v.is_undef()) return "undef";
  Text text(engine, v);
  std::string out;
  const char* p = text.view().data();
  const char* end = p + text.size();
  if (all_hex && text.utf8()) out = "U ";
  bool first = true;
  while (p < end) {
    std::size_t n = 1;
    std::uint32_t c = text.utf8() ? utf8_decode(p, end, &n) : static_cast<unsigned char>(*p);
    p += n;
    char hex[16];
    if (all_hex) std::snprintf(hex, sizeof hex, first ? "%02x" : " %02x", c);
    else if (c < 128 &&
             (std::isalnum(static_cast<int>(c)) || (c && std::strchr(safe, static_cast<int>(c)))))
      std::snprintf(hex, sizeof hex, "%c", static_cast<char>(c));
    else std::snprintf(hex, sizeof hex, "<%x>", c);
    out += hex;
    first = false;
  }
  return out;
}

std::string run(const Row& row, bool packing) {
  FakeEngine engine;
  engine.operation = packing ? "pack" : "unpack";
  std::vector<Value> args = {Value::string(row.format)}, results;
  args.insert(args.end(), row.args.begin(), row.args.end());
  Call call{engine, args.data(), args.size(), packing ? Want::Scalar : Want::List,
            0,      nullptr,     false,       &results};
  std::string out;
  try {
    if (packing) {
      out = with_hex(engine, bi_pack(call), "", true);
    } else {
      bi_unpack(call);
      for (std::size_t n = 0; n < results.size(); ++n)
        out += (n ? "|" : "") + with_hex(engine, results[n], ".-+", false);
    }
  } catch (const Died& died) { out = std::string("DIED ") + died.what(); }
  for (const std::string& w : engine.warnings) out += " W:" + w;
  return out;
}

TEST(PackTest, AsPerl) {
  for (const Row& row : kPack) EXPECT_EQ(run(row, true), row.expected) << row.format;
}

TEST(UnpackTest, AsPerl) {
  for (const Row& row : kUnpack) EXPECT_EQ(run(row, false), row.expected) << row.format;
}

TEST(UnpackTest, ScalarContextGivesTheFirstValue) {
  FakeEngine engine;
  std::vector<Value> args = {Value::string("C/a n"), t("\3abc\1\2", 6)}, results;
  Call call{engine, args.data(), 2, Want::Scalar, 0, nullptr, false, &results};
  EXPECT_EQ(perlipc::testing::text_of(engine, bi_unpack(call)), "abc");
}

TEST(PackTest, TemplatesAreCompiledOnce) {
  FakeEngine engine;
  auto& templates = engine.service<PackTemplates>();
  String* text = String::intern_immortal("N n C");
  EXPECT_EQ(&templates.get(engine, text, "pack"), &templates.get(engine, text, "pack"));
  EXPECT_EQ(templates.get(engine, text, "pack").items.size(), 3u);
}

}  // namespace
}  // namespace perlipc::builtin
