// String, list and numeric functions against results of perl 5.36 (function_cases.inc).
#include "builtins/list.h"
#include "builtins/numeric.h"
#include "builtins/sort_compare.h"
#include "builtins/sprintf.h"
#include "builtins/string.h"
#include "builtins/vec.h"
#include "tests/unit/value/fake_engine.h"
#include <cmath>
#include <gtest/gtest.h>

namespace perlipc::builtin {
Value bi_index(Call&), bi_rindex(Call&), bi_join(Call&), bi_reverse(Call&), bi_hex(Call&),
    bi_oct(Call&), bi_int(Call&), bi_abs(Call&), bi_sqrt(Call&), bi_log(Call&), bi_exp(Call&),
    bi_atan2(Call&), bi_vec(Call&), bi_quotemeta(Call&), bi_crypt(Call&), bi_srand(Call&),
    bi_rand(Call&), bi_gmtime(Call&);

namespace {
using perlipc::testing::Died;
using perlipc::testing::FakeEngine;
using perlipc::testing::text_of;

struct Row {
  const char* function;
  std::vector<Value> args;
  const char* expected;
};
Value t(const char* bytes, std::size_t n, bool utf8 = false) {
  return Value::string({bytes, n}, utf8);
}
Value i(std::int64_t n) { return Value::integer(n); }
Value u(std::uint64_t n) { return Value::unsigned_integer(n); }
Value d(double n) { return Value::number(n); }
Value undef() { return {}; }
#include "tests/unit/builtins/function_cases.inc"

using Args = std::vector<Value>&;
using Runner = std::function<Value(FakeEngine&, Args)>;

Runner table_function(NativeFunction f) {
  return [f](FakeEngine& engine, Args args) {
    std::vector<Value> results;
    Call call{engine, args.data(), args.size(), Want::Scalar, 0, nullptr, false, &results};
    return f(call);
  };
}
Runner case_function(Value (*f)(Engine&, const Value&, bool), bool unicode) {
  return [f, unicode](FakeEngine& engine, Args args) { return f(engine, args[0], unicode); };
}
// What was returned and what became of the variable.
Value both(FakeEngine& engine, const Value& result, const Value& variable) {
  String* s = to_string(engine, result);
  Text colon(String::make(":"));
  std::vector<Value> parts = {Value::adopt(s), variable};
  return Value::adopt(join(engine, colon.get(), parts.data(), 2));
}
Value joined(FakeEngine& engine, const char* separator, const std::vector<Value>& parts) {
  Text text(String::make(separator));
  return Value::adopt(join(engine, text.get(), parts.data(), parts.size()));
}
using Splitter = void (*)(const String*, std::int64_t, std::vector<Value>&);
Runner split_function(Splitter split) {
  return [split](FakeEngine& engine, Args args) {
    std::vector<Value> fields;
    Text text(engine, args[0]);
    split(text.get(), to_int(engine, args[1]), fields);
    return joined(engine, "|", fields);
  };
}
using Sorter = void (*)(Engine&, Value*, std::size_t, bool);
Runner sort_function(Sorter sort, bool down) {
  return [sort, down](FakeEngine& engine, Args args) {
    sort(engine, args.data(), args.size(), down);
    return joined(engine, ",", args);
  };
}

Value run_splice(FakeEngine& engine, Args args) {
  Array* array = Array::make();
  Value hold = Value::adopt_ref(array);
  for (int n = 1; n <= 6; ++n) array->push(Value::integer(n));
  std::vector<Value> removed;
  splice(engine, array, args.data(), args.size(), Want::List, &removed);
  std::vector<Value> left(array->begin(), array->end());
  return joined(engine, "|", {joined(engine, " ", removed), joined(engine, " ", left)});
}

const std::map<std::string, Runner>& runners() {
  static const std::map<std::string, Runner> all = {
      {"index", table_function(bi_index)},
      {"rindex", table_function(bi_rindex)},
      {"join", table_function(bi_join)},
      {"reverse", table_function(bi_reverse)},
      {"hex", table_function(bi_hex)},
      {"oct", table_function(bi_oct)},
      {"int", table_function(bi_int)},
      {"abs", table_function(bi_abs)},
      {"sqrt", table_function(bi_sqrt)},
      {"log", table_function(bi_log)},
      {"exp", table_function(bi_exp)},
      {"atan2", table_function(bi_atan2)},
      {"vec", table_function(bi_vec)},
      {"quotemeta", table_function(bi_quotemeta)},
      {"crypt", table_function(bi_crypt)},
      {"srand", table_function(bi_srand)},
      {"gmtime", table_function(bi_gmtime)},
      {"lc", case_function(lower_case, true)},
      {"uc", case_function(upper_case, true)},
      {"ucfirst", case_function(upper_first, true)},
      {"lcfirst", case_function(lower_first, true)},
      {"fc", case_function(fold_case, true)},
      {"uc_bytes", case_function(upper_case, false)},
      {"split_space", split_function(split_whitespace)},
      {"split_comma",
       split_function([](const String* s, std::int64_t limit, std::vector<Value>& out) {
         split_literal(s, ",", limit, out);
       })},
      {"split_chars", split_function(split_characters)},
      {"sort_text", sort_function(sort_by_text, false)},
      {"sort_number", sort_function(sort_by_number, false)},
      {"sort_text_down", sort_function(sort_by_text, true)},
      {"sort_number_down", sort_function(sort_by_number, true)},
      {"splice", run_splice},
      {"chr", [](FakeEngine& e, Args a) { return character(e, a[0], false); }},
      {"ord", [](FakeEngine& e, Args a) { return Value::integer(ordinal(Text(e, a[0]).get())); }},
      {"increment",
       [](FakeEngine&, Args a) {
         return increments_as_text(a[0]) ? increment_text(a[0]) : Value();
       }},
      {"number", [](FakeEngine& e, Args a) { return to_number_slow(e, a[0]); }},
      {"repeat",
       [](FakeEngine& e, Args a) {
         Text text(e, a[0]);
         return Value::adopt(repeat(e, text.get(), repeat_count(e, a[1])));
       }},
      {"substr",
       [](FakeEngine& e, Args a) {
         Text text(e, a[0]);
         return substr_get(e, text.get(), to_int(e, a[1]),
                           a.size() > 2 ? to_int(e, a[2]) : kToTheEnd);
       }},
      {"substr_set",
       [](FakeEngine& e, Args a) {
         Value old = substr_set(e, a[0], to_int(e, a[1]), to_int(e, a[2]), a[3], true);
         return both(e, old, a[0]);
       }},
      {"chop",
       [](FakeEngine& e, Args a) {
         Value gone = chop(e, a[0]);
         return both(e, gone, a[0]);
       }},
      {"chomp",
       [](FakeEngine& e, Args a) {
         e.special(Special::InputRecordSeparator)->value = a[1];
         std::int64_t n = chomp(e, a[0]);
         return both(e, Value::integer(n), a[0]);
       }},
      {"vec_set", [](FakeEngine& e, Args a) {
         vec_set(e, a[0], to_int(e, a[1]), to_int(e, a[2]), a[3]);
         return a[0];
       }}};
  return all;
}

std::string shown(FakeEngine& engine, const Value& v) {
  if (v.is_undef()) return "undef";
  Text text(engine, v);
  std::string out;
  const char* p = text.view().data();
  const char* end = p + text.size();
  while (p < end) {
    std::size_t n = 1;
    std::uint32_t c = text.utf8() ? utf8_decode(p, end, &n) : static_cast<unsigned char>(*p);
    p += n;
    char piece[16];
    bool plain =
        c && c < 128 &&
        (std::isalnum(static_cast<int>(c)) || std::strchr("_.,:|+ -", static_cast<int>(c)));
    std::snprintf(piece, sizeof piece, plain ? "%c" : "<%x>", c);
    out += piece;
  }
  return out;
}

// The case is run twice: on values that own their strings and on shared ones (copy on write).
TEST(FunctionTest, AsPerl) {
  for (const Row& row : kCases) {
    for (bool shared : {false, true}) {
      FakeEngine engine;
      std::vector<Value> args;
      for (const Value& v : row.args)
        args.push_back(v.is_string() && !shared ? Value::string(v.s->view(), v.s->utf8()) : v);
      std::string out;
      try {
        Value result = runners().at(row.function)(engine, args);
        out = shown(engine, result);
      } catch (const Died& died) { out = std::string("DIED ") + died.what(); }
      for (const std::string& w : engine.warnings) out += " W:" + w;
      std::string given;
      for (const Value& v : row.args)
        given += " [" + (v.is_undef() ? std::string("undef") : text_of(engine, v)) + "]";
      EXPECT_EQ(out, row.expected) << row.function << given;
    }
  }
}

TEST(FunctionTest, RandIsTheDocumentedGenerator) {
  FakeEngine engine;
  std::vector<Value> seed = {i(42)}, none, results;
  Call call{engine, seed.data(), 1, Want::Scalar, 0, nullptr, false, &results};
  bi_srand(call);
  for (int expected : {744, 342, 111, 422, 81, 856, 498, 478})
    EXPECT_EQ(static_cast<int>(next_random(engine) * 1000), expected);
}

TEST(FunctionTest, SubstrAsAPlace) {
  FakeEngine engine;
  Value variable = Value::string("abcd");
  Value place = Value::adopt_boxed(substr_lvalue(engine, variable, 1, 2));
  engine.assign(place, Value::string("XXXX"));
  EXPECT_EQ(text_of(engine, place), "XXXX");
  engine.assign(place, Value::string("y"));
  EXPECT_EQ(text_of(engine, place), "y");
  EXPECT_EQ(text_of(engine, variable), "ayd");
}

TEST(FunctionTest, VecAsAPlace) {
  FakeEngine engine;
  Value variable = Value::string("abc");
  Value place = Value::adopt_boxed(vec_lvalue(engine, variable, 1, 8));
  EXPECT_EQ(text_of(engine, place), "98");
  engine.assign(place, Value::integer(65));
  EXPECT_EQ(text_of(engine, variable), "aAc");
}

TEST(SortTest, StableAndRightOnManyValues) {
  FakeEngine engine;
  std::vector<Value> values;
  std::uint64_t x = 88172645463325252u;
  for (int n = 0; n < 20000; ++n) {
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    values.push_back(n % 2 ? Value::integer(static_cast<std::int64_t>(x % 1000))
                           : Value::number(static_cast<double>(x % 1000)));
    values.back().spare = static_cast<std::uint32_t>(n);
  }
  for (bool down : {false, true}) {
    std::vector<Value> sorted = values;
    sort_by_number(engine, sorted.data(), sorted.size(), down);
    for (std::size_t n = 1; n < sorted.size(); ++n) {
      double a = to_double(engine, sorted[n - 1]), b = to_double(engine, sorted[n]);
      ASSERT_TRUE(down ? a >= b : a <= b);
      if (a == b) { ASSERT_LT(sorted[n - 1].spare, sorted[n].spare); }
    }
  }
}

TEST(SortTest, AThrowingComparisonKeepsEveryValue) {
  std::vector<Value> values;
  for (int n = 0; n < 100; ++n) values.push_back(Value::integer(n * 37 % 100));
  int calls = 0;
  auto after = [&](const Value& a, const Value& b) {
    if (++calls == 300) throw Died("stop");
    return a.i > b.i;
  };
  EXPECT_THROW(merge_sort(values.data(), values.size(), after), Died);
  std::vector<bool> seen(100);
  for (const Value& v : values) {
    ASSERT_EQ(v.tag, kInt);
    seen[static_cast<std::size_t>(v.i)] = true;
  }
  for (bool s : seen) EXPECT_TRUE(s);
}

}  // namespace
}  // namespace perlipc::builtin
