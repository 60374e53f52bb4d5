// List::Util: functions over pairs, zip and mesh.
#include "builtins/modules/list_util.h"

namespace perlipc::builtin {
namespace {
void check_even(Call& call, std::size_t first, const char* function) {
  if ((call.count - first) % 2)
    call.engine.warn(Warning::Misc, std::string("Odd number of elements in ") + function);
}

// Runs the block for the pairs, one after the other, with $a and $b aliased and in scalar context, as
// long as each(where the pair begins, its result) is true.
template <class Each> void test_pairs(Call& call, const char* function, Each each) {
  Code* code = block_argument(call);
  check_even(call, 1, function);
  if (call.count == 1) return;
  Value hold = Value::ref(code);
  PairAlias pair(call.engine);
  Value missing;
  std::size_t n = 1;
  const auto set = [&] {
    pair.set(box_place(call.args[n]), box_place(n + 1 < call.count ? call.args[n + 1] : missing));
  };
  set();
  call.engine.call_repeatedly(code, [&](const Value& result) {
    if (!each(n, to_bool(call.engine, result)) || (n += 2) >= call.count) return false;
    set();
    return true;
  });
}

// Runs the block for every pair with $a and $b aliased; each(n) is told where the pair begins.
template <class Each> void for_pairs(Call& call, const char* function, Each each) {
  Code* code = block_argument(call);
  check_even(call, 1, function);
  if (call.count == 1) return;
  Value hold = Value::ref(code);
  PairAlias pair(call.engine);
  for (std::size_t n = 1; n < call.count; n += 2) {
    Value missing;
    Value& second = n + 1 < call.count ? call.args[n + 1] : missing;
    pair.set(box_place(call.args[n]), box_place(second));
    if (!each(code, n)) break;
  }
}

Value pair_value(Call& call, std::size_t n) { return call[n]; }

Array* array_argument(Call& call, std::size_t n, const char* message) {
  Value v = call[n];
  if (v.is_ref() && v.o->type == Type::Array) return static_cast<Array*>(v.o);
  call.engine.die(message);
  return nullptr;
}

Value element(Array* array, std::size_t n) {
  if (n >= array->size() || (*array)[n].tag == kInternal) return {};
  return rvalue((*array)[n]);
}
}  // namespace

Value lu_pairs(Call& call) {
  check_even(call, 0, "pairs");
  for (std::size_t n = 0; n < call.count; n += 2) {
    Array* pair = Array::make();
    pair->push(call[n]);
    pair->push(call[n + 1]);
    call.push(bless_new(call.engine, pair, "List::Util::_Pair"));
  }
  return call.list();
}

Value lu_unpairs(Call& call) {
  for (std::size_t n = 0; n < call.count; ++n) {
    Value v = call[n];
    if (!v.is_ref() || v.o->type != Type::Array) continue;
    auto* pair = static_cast<Array*>(v.o);
    call.push(element(pair, 0));
    call.push(element(pair, 1));
  }
  return call.list();
}

Value lu_pairkeys(Call& call) {
  check_even(call, 0, "pairkeys");
  for (std::size_t n = 0; n < call.count; n += 2) call.push(call[n]);
  return call.list();
}

Value lu_pairvalues(Call& call) {
  check_even(call, 0, "pairvalues");
  for (std::size_t n = 0; n < call.count; n += 2) call.push(call[n + 1]);
  return call.list();
}

Value lu_pairmap(Call& call) {
  std::vector<Value> all;
  for_pairs(call, "pairmap", [&](Code* code, std::size_t) {
    for (Value& v : call.engine.call(code, {}, Want::List)) all.push_back(std::move(v));
    return true;
  });
  if (call.want != Want::List) return Value::integer(static_cast<std::int64_t>(all.size()));
  for (Value& v : all) call.push(std::move(v));
  return call.list();
}

Value lu_pairgrep(Call& call) {
  std::vector<std::size_t> found;
  test_pairs(call, "pairgrep", [&](std::size_t n, bool yes) {
    if (yes) found.push_back(n);
    return true;
  });
  if (call.want != Want::List) return Value::integer(static_cast<std::int64_t>(found.size()));
  for (std::size_t n : found) {
    call.push(pair_value(call, n));
    call.push(pair_value(call, n + 1));
  }
  return call.list();
}

Value lu_pairfirst(Call& call) {
  std::size_t found = 0;
  test_pairs(call, "pairfirst", [&](std::size_t n, bool yes) {
    if (yes) found = n;
    return found == 0;
  });
  if (call.want != Want::List) return Value::boolean(found != 0);
  if (found) {
    call.push(pair_value(call, found));
    call.push(pair_value(call, found + 1));
  }
  return call.list();
}

Value lu_pair_key(Call& call) {
  return element(array_argument(call, 0, "Not an ARRAY reference"), 0);
}
Value lu_pair_value(Call& call) {
  return element(array_argument(call, 0, "Not an ARRAY reference"), 1);
}
Value lu_pair_json(Call& call) {
  Array* pair = array_argument(call, 0, "Not an ARRAY reference");
  Array* plain = Array::make();
  for (std::size_t n = 0; n < pair->size(); ++n) plain->push(element(pair, n));
  return Value::adopt_ref(plain);
}

// ---- zip and mesh ------------------------------------------------------------------------------------------

namespace {
Value interleave(Call& call, bool mesh, bool shortest) {
  std::vector<Array*> lists;
  std::size_t length = 0;
  for (std::size_t n = 0; n < call.count; ++n) {
    Array* list = array_argument(call, n, "Expected an ARRAY reference to zip");
    bool replaces = n == 0 || (shortest ? list->size() < length : list->size() > length);
    if (replaces) length = list->size();
    lists.push_back(list);
  }
  for (std::size_t n = 0; n < length; ++n) {
    Array* row = mesh ? nullptr : Array::make();
    for (Array* list : lists) {
      if (mesh) call.push(element(list, n));
      else row->push(element(list, n));
    }
    if (!mesh) call.push(Value::adopt_ref(row));
  }
  return call.list();
}
}  // namespace

Value lu_zip_longest(Call& call) { return interleave(call, false, false); }
Value lu_zip_shortest(Call& call) { return interleave(call, false, true); }
Value lu_mesh_longest(Call& call) { return interleave(call, true, false); }
Value lu_mesh_shortest(Call& call) { return interleave(call, true, true); }

}  // namespace perlipc::builtin
