// reset: m?? may match again, or a package's variables are emptied by first letter (perlfunc reset).
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include "interp/value/engine.h"
#include "interp/value/glob.h"
#include <bitset>

namespace perlipc::builtin {

namespace {

// "a-cX": first letters, with ranges.
std::bitset<256> letters_of(std::string_view text) {
  std::bitset<256> set;
  for (std::size_t n = 0; n < text.size(); ++n) {
    auto first = static_cast<unsigned char>(text[n]);
    auto last = first;
    if (n + 1 < text.size() && text[n + 1] == '-') {
      ++n;
      last = n + 1 < text.size() ? static_cast<unsigned char>(text[++n]) : 0;
    }
    for (unsigned c = first; c <= last; ++c) set.set(c);
  }
  return set;
}

void empty_variables(Engine& engine, Glob& glob) {
  GlobBody& body = *glob.body;
  if (body.scalar && !(body.scalar->bits & Scalar::ReadOnly)) {
    Value place = Value::boxed(body.scalar);
    engine.assign(place, Value());
  }
  if (body.array) body.array->clear();
  if (body.hash) body.hash->clear();
}

}  // namespace

Value bi_reset(Call& call) {
  Engine& engine = call.engine;
  if (!call.has(0)) {
    engine.reset_matches();
    return Value::integer(1);
  }
  const std::string text = call.text(0);
  const std::bitset<256> letters = letters_of(text);
  std::vector<Glob*> chosen;
  std::size_t position = 0;
  while (const Hash::Entry* entry = engine.current_package()->next(position)) {
    std::string_view name = entry->key->view();
    if (name.empty() || name.ends_with("::") || !entry->value.is_glob()) continue;
    if (letters.test(static_cast<unsigned char>(name.front())))
      chosen.push_back(reinterpret_cast<Glob*>(entry->value.o));
  }
  for (Glob* glob : chosen) glob->retain();
  for (Glob* glob : chosen) {
    empty_variables(engine, *glob);
    glob->release();
  }
  return Value::integer(1);
}

}  // namespace perlipc::builtin
