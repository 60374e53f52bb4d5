// List::Util: uniq, uniqstr, uniqnum and uniqint.
#include "builtins/modules/list_util.h"
#include "builtins/numeric.h"
#include <cmath>

namespace perlipc::builtin {
namespace {
// Keeps what it has seen as keys of a hash, so that equal strings count once in either encoding.
class Seen {
 public:
  Seen() : keys_(Hash::make()) {}
  Seen(const Seen&) = delete;
  ~Seen() { keys_->release(); }
  // True the first time.
  bool add(String* key) {
    std::size_t before = keys_->size();
    keys_->fetch(key);
    return keys_->size() != before;
  }

 private:
  Hash* keys_;
};

Value finish(Call& call, std::vector<Value>& kept) {
  if (call.want != Want::List) return Value::integer(static_cast<std::int64_t>(kept.size()));
  for (Value& v : kept) call.push(std::move(v));
  return call.list();
}

// Numbers that are equal get the same text: integers by their digits, others by their bits.
std::string number_key(const Value& n) {
  if (n.tag == kInt) return std::to_string(n.i);
  if (n.tag == kUInt) return std::to_string(n.u);
  if (std::isnan(n.d)) return "nan";
  Value whole = integer_part(n);
  if (whole.tag == kInt && static_cast<double>(whole.i) == n.d) return std::to_string(whole.i);
  if (whole.tag == kUInt && static_cast<double>(whole.u) == n.d) return std::to_string(whole.u);
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", n.d);
  return text;
}

bool add_number(Seen& seen, const Value& n) {
  Text key(String::make(number_key(n)));
  return seen.add(key.get());
}
}  // namespace

Value lu_uniq(Call& call) {
  Seen seen;
  bool undef_seen = false;
  std::vector<Value> kept;
  for (std::size_t n = 0; n < call.count; ++n) {
    Value v = call[n];
    if (v.is_undef()) {
      if (!std::exchange(undef_seen, true)) kept.push_back(v);
      continue;
    }
    Text key(call.engine, v);
    if (seen.add(key.get())) kept.push_back(std::move(v));
  }
  return finish(call, kept);
}

Value lu_uniqstr(Call& call) {
  Seen seen;
  std::vector<Value> kept;
  for (std::size_t n = 0; n < call.count; ++n) {
    Value v = call[n];
    Text key(call.string(n));
    if (seen.add(key.get())) kept.push_back(v.is_undef() ? Value::string("") : std::move(v));
  }
  return finish(call, kept);
}

Value lu_uniqnum(Call& call) {
  Seen seen;
  std::vector<Value> kept;
  for (std::size_t n = 0; n < call.count; ++n) {
    Value v = call[n];
    Value number = to_number_slow(call.engine, call.args[n]);
    if (add_number(seen, number)) kept.push_back(v.is_undef() ? Value::integer(0) : std::move(v));
  }
  return finish(call, kept);
}

Value lu_uniqint(Call& call) {
  Seen seen;
  std::vector<Value> kept;
  for (std::size_t n = 0; n < call.count; ++n) {
    Value number = integer_part(to_number_slow(call.engine, call.args[n]));
    if (add_number(seen, number)) kept.push_back(std::move(number));
  }
  return finish(call, kept);
}

}  // namespace perlipc::builtin
