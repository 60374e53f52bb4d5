// Sorting by text and by number.
#include "builtins/sort_compare.h"
#include <algorithm>
#include <cmath>
#include <functional>

namespace perlipc::builtin {
namespace {
struct TextKey {
  std::uint64_t prefix;  // first bytes, comparable as a number
  String* text;
  Value value;
};
struct NumberKey {
  double number;
  std::uint64_t exact;  // tie-break for integers that a double cannot tell apart
  Value value;
};

// The bytes after the first `skip` ones, which all strings share.
std::uint64_t prefix_of(const String* s, std::size_t skip) {
  unsigned char bytes[8] = {};
  std::memcpy(bytes, s->data + skip, std::min<std::size_t>(8, s->length - skip));
  std::uint64_t n;
  std::memcpy(&n, bytes, 8);
  return __builtin_bswap64(n);
}

std::size_t common_prefix(const std::vector<TextKey>& keys) {
  if (keys.empty()) return 0;
  std::size_t common = keys[0].text->length;
  const char* first = keys[0].text->data;
  for (const TextKey& k : keys) {
    common = std::min(common, k.text->length);
    if (std::memcmp(first, k.text->data, common) == 0) continue;
    std::size_t same = 0;
    while (first[same] == k.text->data[same]) ++same;
    common = same;
    if (common == 0) break;
  }
  return common;
}

int compare_keys(const TextKey& a, const TextKey& b, bool mixed) {
  if (!mixed && a.prefix != b.prefix) return a.prefix < b.prefix ? -1 : 1;
  return compare_strings(a.text, b.text);
}

// Ascending and already in order: the usual case for data that was sorted before.
template <class Key, class After> void stable_order(std::vector<Key>& keys, After after) {
  auto before = [&](const Key& a, const Key& b) { return after(b, a); };
  if (std::is_sorted(keys.begin(), keys.end(), before)) return;
  std::stable_sort(keys.begin(), keys.end(), before);
}

template <class Key> void give_back(std::vector<Key>& keys, Value* items) {
  for (std::size_t n = 0; n < keys.size(); ++n) items[n] = std::move(keys[n].value);
}

// Plain integers, or plain doubles: equal ones cannot be told apart, so they need no keys and no
// stability. (-0 and 0 can; NaN has no order.)
template <class T>
bool sort_plain(Value* items, std::size_t count, std::uint32_t tag, T Value::*payload,
                bool descending) {
  for (std::size_t n = 0; n < count; ++n) {
    if (items[n].tag != tag) return false;
    if constexpr (std::is_same_v<T, double>)
      if (items[n].d == 0 || std::isnan(items[n].d)) return false;
  }
  std::vector<T> numbers(count);
  for (std::size_t n = 0; n < count; ++n) numbers[n] = items[n].*payload;
  if (descending) std::sort(numbers.begin(), numbers.end(), std::greater<T>());
  else if (!std::is_sorted(numbers.begin(), numbers.end()))
    std::sort(numbers.begin(), numbers.end());
  for (std::size_t n = 0; n < count; ++n) items[n].*payload = numbers[n];
  return true;
}
}  // namespace

void sort_by_text(Engine& engine, Value* items, std::size_t count, bool descending) {
  std::vector<TextKey> keys;
  keys.reserve(count);
  struct Release {  // also when a conversion dies
    std::vector<TextKey>& keys;
    ~Release() {
      for (TextKey& k : keys) k.text->release();
    }
  } release{keys};
  bool any_utf8 = false, any_bytes = false;
  for (std::size_t n = 0; n < count; ++n) {
    String* s = to_string(engine, items[n]);
    (s->utf8() ? any_utf8 : any_bytes) = true;
    keys.push_back({0, s, items[n]});
  }
  bool mixed = any_utf8 && any_bytes;
  if (!mixed) {
    std::size_t common = common_prefix(keys);
    for (TextKey& k : keys) k.prefix = prefix_of(k.text, common);
  }
  if (descending)
    stable_order(keys, [mixed](const TextKey& a, const TextKey& b) {
      return compare_keys(a, b, mixed) < 0;
    });
  else
    stable_order(keys, [mixed](const TextKey& a, const TextKey& b) {
      return compare_keys(a, b, mixed) > 0;
    });
  give_back(keys, items);
}

void sort_by_number(Engine& engine, Value* items, std::size_t count, bool descending) {
  if (sort_plain(items, count, kInt, &Value::i, descending)) return;
  if (sort_plain(items, count, kDouble, &Value::d, descending)) return;
  std::vector<NumberKey> keys;
  keys.reserve(count);
  bool any_nan = false;
  for (std::size_t n = 0; n < count; ++n) {
    Value number = to_number_slow(engine, items[n]);
    double d = number.tag == kDouble ? number.d
               : number.tag == kUInt ? static_cast<double>(number.u)
                                     : static_cast<double>(number.i);
    any_nan |= std::isnan(d);
    // Compared only between equal doubles, where these bits are in order.
    std::uint64_t exact = number.u;
    if (number.tag == kDouble)
      exact = d >= 0 && d < 0x1p64    ? static_cast<std::uint64_t>(d)
              : d < 0 && d >= -0x1p63 ? static_cast<std::uint64_t>(static_cast<std::int64_t>(d))
                                      : 0;
    keys.push_back({d, exact, items[n]});
  }
  auto compare = [](const NumberKey& a, const NumberKey& b) {
    if (a.number != b.number) return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
    return a.exact < b.exact ? -1 : a.exact > b.exact;
  };
  if (any_nan) {  // not an order: our own merge sort copes with that, std::stable_sort need not
    std::vector<Value> values(items, items + count);
    auto after = [&](const Value& a, const Value& b) {
      int c = compare_numbers(engine, a, b);
      return c != 2 && (descending ? c < 0 : c > 0);
    };
    merge_sort(values.data(), count, after);
    std::move(values.begin(), values.end(), items);
    return;
  }
  if (descending)
    stable_order(keys, [&](const NumberKey& a, const NumberKey& b) { return compare(a, b) < 0; });
  else
    stable_order(keys, [&](const NumberKey& a, const NumberKey& b) { return compare(a, b) > 0; });
  give_back(keys, items);
}

int compare_text(Engine& engine, const Value& a, const Value& b) {
  if (a.tag == kStr && b.tag == kStr) [[likely]]
    return compare_strings(a.s, b.s);
  Text left(engine, a), right(engine, b);
  return compare_strings(left.get(), right.get());
}

int compare_numbers(Engine& engine, const Value& a, const Value& b) {
  if (a.tag == kInt && b.tag == kInt) [[likely]]
    return a.i < b.i ? -1 : a.i > b.i;
  Value left = to_number_slow(engine, a), right = to_number_slow(engine, b);
  auto unequal = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2; };
  if (left.tag != kDouble && right.tag != kDouble) {
    if (left.tag == right.tag)
      return left.tag == kInt ? unequal(left.i, right.i) : unequal(left.u, right.u);
    return left.tag == kUInt ? 1 : -1;  // a UInt is above every Int
  }
  auto number = [](const Value& v) {
    return v.tag == kDouble ? v.d
           : v.tag == kUInt ? static_cast<double>(v.u)
                            : static_cast<double>(v.i);
  };
  return unequal(number(left), number(right));
}

}  // namespace perlipc::builtin
