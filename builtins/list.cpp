// splice (perlfunc).
#include "builtins/list.h"
#include <algorithm>

namespace perlipc::builtin {

Value splice(Engine& engine, Array* array, const Value* args, std::size_t count, Want want,
             std::vector<Value>* removed) {
  auto size = static_cast<std::int64_t>(array->size());
  std::int64_t from = count > 0 ? to_int(engine, args[0]) : 0;
  if (from < 0) {
    if (from + size < 0)
      engine.die("Modification of non-creatable array value attempted, subscript " +
                 std::to_string(from));
    from += size;
  }
  std::int64_t length = size - std::min(from, size);
  if (count > 1) {
    Value given = rvalue(args[1]);
    std::int64_t n = to_int(engine, given.is_undef() ? args[1] : given);
    length = n < 0 ? std::max<std::int64_t>(length + n, 0) : std::min(n, length);
  }
  if (from > size) {
    if (count > 1) engine.warn(Warning::Misc, "splice() offset past end of array");
    from = size;
  }
  std::vector<Value> added;
  if (count > 2) {
    added.reserve(count - 2);
    for (std::size_t n = 2; n < count; ++n) added.push_back(rvalue(args[n]));
  }
  std::vector<Value> gone;
  bool into_caller = want == Want::List && removed;
  array->splice(static_cast<std::size_t>(from), static_cast<std::size_t>(length), added.data(),
                added.size(), into_caller ? removed : &gone);
  if (want == Want::List || gone.empty()) return {};
  return rvalue(gone.back());
}

}  // namespace perlipc::builtin
