// List::Util: searching, reducing, sums, extremes, shuffling, slices (perldoc List::Util).
#include "builtins/modules/list_util.h"
#include "builtins/numeric.h"
#include "builtins/sort_compare.h"
#include <cmath>

namespace perlipc::builtin {

Code* block_argument(Call& call) {
  if (call.count == 0) die_usage(call, "block, ...");
  Code* code = call.engine.code_of(call[0]);
  if (!code) call.engine.die("Not a subroutine reference");
  return code;
}

TopicAlias::TopicAlias(Engine& engine) : engine_(engine) {}

void TopicAlias::set(Value& element) {
  Value* place = element.tag == kSlotPtr ? element.p : &element;
  if (!scalar_) {
    Value* before = engine_.set_topic(place);
    if (before) {
      if (!before_) before_ = before;
      return;
    }
    scalar_ = engine_.special(Special::Topic);
    scalar_->retain();
    saved_ = scalar_->value;
  }
  scalar_->value = rvalue(*place);
}

TopicAlias::~TopicAlias() {
  if (before_) engine_.set_topic(before_);
  if (scalar_) {
    scalar_->value = std::move(saved_);
    scalar_->release();
  }
}

PairAlias::PairAlias(Engine& engine)
    : a_(engine.current_package()->glob("a", true)), b_(engine.current_package()->glob("b", true)),
      saved_a_(a_->scalar()), saved_b_(b_->scalar()) {
  saved_a_->retain();
  saved_b_->retain();
  a_->retain();  // the block may delete the globs
  b_->retain();
}

PairAlias::~PairAlias() {
  point(a_, saved_a_);
  point(b_, saved_b_);
  saved_a_->release();
  saved_b_->release();
  a_->release();
  b_->release();
}

void PairAlias::point(Glob* glob, Scalar* to) {
  to->retain();
  if (Scalar* old = std::exchange(glob->body->scalar, to)) old->release();
}

void PairAlias::set(Scalar* a, Scalar* b) {
  point(a_, a);
  point(b_, b);
}

namespace {
// ---- first, any, all, none, notall -----------------------------------------------------------------

// Position of the first argument for which the block's truth is `wanted`, or the count.
std::size_t find(Call& call, bool wanted) {
  Code* code = block_argument(call);
  std::size_t n = 1;
  if (call.count == 1) return n;
  Value hold = Value::ref(code);
  TopicAlias topic(call.engine);
  topic.set(call.args[n]);
  call.engine.call_repeatedly(code, [&](const Value& result) {
    if (to_bool(call.engine, result) == wanted || ++n == call.count) return false;
    topic.set(call.args[n]);
    return true;
  });
  return n;
}

Value lu_first(Call& call) {
  std::size_t n = find(call, true);
  return n < call.count ? rvalue(call.args[n]) : Value();
}
Value lu_any(Call& call) { return Value::boolean(find(call, true) < call.count); }
Value lu_none(Call& call) { return Value::boolean(find(call, true) == call.count); }
Value lu_all(Call& call) { return Value::boolean(find(call, false) == call.count); }
Value lu_notall(Call& call) { return Value::boolean(find(call, false) < call.count); }

// ---- reduce ------------------------------------------------------------------------------------------

// each(value) sees the first element and every later result.
template <class Each> void fold(Call& call, Each each) {
  Code* code = block_argument(call);
  if (call.count == 1) return;
  Value hold = Value::ref(code);
  Value result = rvalue(call.args[1]);
  each(result);
  if (call.count == 2) return;
  PairAlias pair(call.engine);
  Value a = Value::adopt_boxed(Scalar::make()), b = Value::adopt_boxed(Scalar::make());
  pair.set(a.box, b.box);
  std::size_t n = 2;
  const auto set = [&](Value left) {
    a.box->value = std::move(left);
    b.box->value = through(call.args[n]).is_alias() ? rvalue(call.args[n]) : through(call.args[n]);
  };
  set(std::move(result));
  call.engine.call_repeatedly(code, [&](Value& made) {
    each(made);
    if (++n == call.count) return false;
    set(std::move(made));
    return true;
  });
}

Value lu_reduce(Call& call) {
  Value last;
  std::size_t left = call.count;  // every result but the last one becomes $a
  fold(call, [&](Value& v) {
    if (--left == 1) last = std::move(v);
  });
  return last;
}

Value lu_reductions(Call& call) {
  std::vector<Value> all;
  fold(call, [&](const Value& v) { all.push_back(v); });
  for (Value& v : all) call.push(std::move(v));
  return call.list();
}

// ---- sums --------------------------------------------------------------------------------------------

double real(const Value& n) {
  return n.tag == kDouble ? n.d
         : n.tag == kUInt ? static_cast<double>(n.u)
                          : static_cast<double>(n.i);
}

bool product_fits(std::int64_t a, std::int64_t b, std::int64_t* out) {
  constexpr std::int64_t kHalf = std::int64_t{1} << 31;
  bool small = a <= kHalf && a >= -kHalf && b <= kHalf && b >= -kHalf;
  bool positive = a >= 0 && b >= 0;
  return (small || positive) && !__builtin_mul_overflow(a, b, out);
}

// Integers stay integers as long as every element is one and the result fits.
template <bool multiply> Value accumulate(Call& call, std::int64_t exact) {
  std::size_t n = 0;
  for (; n < call.count; ++n) {
    const Value& v = through(call.args[n]);
    if (v.tag != kInt && v.tag != kBool) break;
    std::int64_t next;
    if (multiply ? !product_fits(exact, v.i, &next) : __builtin_add_overflow(exact, v.i, &next))
      break;
    exact = next;
  }
  if (n == call.count) return Value::integer(exact);
  auto total = static_cast<double>(exact);
  for (; n < call.count; ++n) {
    const Value& v = through(call.args[n]);
    const double d = v.tag == kDouble ? v.d
                     : v.tag == kInt  ? static_cast<double>(v.i)
                                      : real(to_number_slow(call.engine, call.args[n]));
    if (multiply) total *= d;
    else total += d;
  }
  return Value::number(total);
}

Value lu_sum(Call& call) { return call.count ? accumulate<false>(call, 0) : Value(); }
Value lu_sum0(Call& call) { return accumulate<false>(call, 0); }
Value lu_product(Call& call) { return accumulate<true>(call, 1); }

// ---- extremes ------------------------------------------------------------------------------------------

inline bool numerically_less(const Value& a, const Value& b) {
  if (a.tag == kInt && b.tag == kInt) return a.i < b.i;
  if (a.tag == kDouble || b.tag == kDouble) return real(a) < real(b);
  if (a.tag == kUInt || b.tag == kUInt) return a.tag == kUInt ? b.tag == kUInt && a.u < b.u : true;
  return a.i < b.i;
}

// The argument as a number, in place where it is one; `hold` keeps it otherwise.
inline const Value& number_at(Call& call, std::size_t n, Value* hold) {
  const Value& v = through(call.args[n]);
  if (v.tag == kInt || v.tag == kDouble) return v;
  *hold = to_number_slow(call.engine, call.args[n]);
  return *hold;
}

template <bool largest> Value numeric_extreme(Call& call) {
  if (call.count == 0) return {};
  std::size_t best = 0;
  Value hold;
  Value best_number = number_at(call, 0, &hold);
  for (std::size_t n = 1; n < call.count; ++n) {
    const Value& number = number_at(call, n, &hold);
    if (largest ? numerically_less(best_number, number) : numerically_less(number, best_number)) {
      best = n;
      best_number = number;
    }
  }
  return rvalue(call.args[best]);
}

template <bool largest> Value text_extreme(Call& call) {
  if (call.count == 0) return {};
  std::size_t best = 0;
  for (std::size_t n = 1; n < call.count; ++n) {
    const Value &a = through(call.args[best]), &b = through(call.args[n]);
    const int c = a.tag == kStr && b.tag == kStr
                      ? compare_strings(a.s, b.s)
                      : compare_text(call.engine, call.args[best], call.args[n]);
    if (largest ? c < 0 : c > 0) best = n;
  }
  return rvalue(call.args[best]);
}

// ---- random order ----------------------------------------------------------------------------------------

// Numbers from $List::Util::RAND when it holds code, from rand otherwise.
class RandomSource {
 public:
  explicit RandomSource(Engine& engine) : engine_(engine) {
    Glob* glob = engine.glob("List::Util::RAND", false);
    if (!glob) return;
    Value v = glob->scalar()->get();
    if (!v.is_ref()) return;
    code_ = engine.code_of(v);
    hold_ = v;
  }
  std::size_t below(std::size_t n) {
    double d = code_ ? to_double(engine_, engine_.call_scalar(code_, {})) : next_random(engine_);
    if (code_) d -= std::floor(d);
    return static_cast<std::size_t>(d * static_cast<double>(n));
  }

 private:
  Engine& engine_;
  Code* code_ = nullptr;
  Value hold_;
};

Value lu_shuffle(Call& call) {
  std::vector<Value> items;
  for (std::size_t n = 0; n < call.count; ++n) items.push_back(rvalue(call.args[n]));
  RandomSource random(call.engine);
  for (std::size_t n = items.size(); n > 1;) {
    std::size_t other = random.below(n--);
    std::swap(items[other], items[n]);
  }
  for (Value& v : items) call.push(std::move(v));
  return call.list();
}

Value lu_sample(Call& call) {
  if (call.count == 0) die_usage(call, "count, ...");
  std::int64_t wanted = call.integer(0);
  std::vector<Value> items;
  // The last element starts in front: this order gives the same samples as perl for one seed.
  if (call.count > 1) items.push_back(call[call.count - 1]);
  for (std::size_t n = 1; n + 1 < call.count; ++n) items.push_back(call[n]);
  auto count = static_cast<std::size_t>(std::max<std::int64_t>(wanted, 0));
  if (count > items.size()) count = items.size();
  RandomSource random(call.engine);
  for (std::size_t n = 0; n < count; ++n) {
    std::swap(items[n], items[n + random.below(items.size() - n)]);
    call.push(items[n]);
  }
  return call.list();
}

// ---- head and tail ---------------------------------------------------------------------------------------

Value slice(Call& call, bool from_front) {
  if (call.count == 0) die_usage(call, "size, ...");
  auto have = static_cast<std::int64_t>(call.count) - 1;
  std::int64_t size = call.integer(0);
  std::int64_t take = size < 0 ? std::max<std::int64_t>(have + size, 0) : std::min(size, have);
  std::int64_t start = from_front ? 0 : have - take;
  for (std::int64_t n = 0; n < take; ++n) call.push(call[static_cast<std::size_t>(start + n + 1)]);
  return call.list();
}
Value lu_head(Call& call) { return slice(call, true); }
Value lu_tail(Call& call) { return slice(call, false); }
}  // namespace

const NativeModule& list_util_module() {
  static constexpr NativeRow functions[] = {{"all", lu_all, "&@"},
                                            {"any", lu_any, "&@"},
                                            {"first", lu_first, "&@"},
                                            {"none", lu_none, "&@"},
                                            {"notall", lu_notall, "&@"},
                                            {"reduce", lu_reduce, "&@"},
                                            {"reductions", lu_reductions, "&@"},
                                            {"sum", lu_sum, "@"},
                                            {"sum0", lu_sum0, "@"},
                                            {"product", lu_product, "@"},
                                            {"max", numeric_extreme<true>, "@"},
                                            {"min", numeric_extreme<false>, "@"},
                                            {"maxstr", text_extreme<true>, "@"},
                                            {"minstr", text_extreme<false>, "@"},
                                            {"shuffle", lu_shuffle, "@"},
                                            {"sample", lu_sample, "$@"},
                                            {"head", lu_head, "$@"},
                                            {"tail", lu_tail, "$@"},
                                            {"uniq", lu_uniq, "@"},
                                            {"uniqnum", lu_uniqnum, "@"},
                                            {"uniqint", lu_uniqint, "@"},
                                            {"uniqstr", lu_uniqstr, "@"},
                                            {"pairs", lu_pairs, "@"},
                                            {"unpairs", lu_unpairs, "@"},
                                            {"pairkeys", lu_pairkeys, "@"},
                                            {"pairvalues", lu_pairvalues, "@"},
                                            {"pairmap", lu_pairmap, "&@"},
                                            {"pairgrep", lu_pairgrep, "&@"},
                                            {"pairfirst", lu_pairfirst, "&@"},
                                            {"zip", lu_zip_longest, nullptr},
                                            {"zip_longest", lu_zip_longest, nullptr},
                                            {"zip_shortest", lu_zip_shortest, nullptr},
                                            {"mesh", lu_mesh_longest, nullptr},
                                            {"mesh_longest", lu_mesh_longest, nullptr},
                                            {"mesh_shortest", lu_mesh_shortest, nullptr},
                                            {"List::Util::_Pair::key", lu_pair_key, nullptr},
                                            {"List::Util::_Pair::value", lu_pair_value, nullptr},
                                            {"List::Util::_Pair::TO_JSON", lu_pair_json, nullptr}};
  static const NativeModule module = {
      .package = "List::Util",
      .functions = functions,
      .constants = {},
      .optional_exports =
          "all any first min max minstr maxstr none notall product reduce reductions sum sum0 "
          "sample shuffle uniq uniqint uniqnum uniqstr zip zip_longest zip_shortest mesh "
          "mesh_longest mesh_shortest head tail pairs unpairs pairkeys pairvalues pairmap "
          "pairgrep pairfirst",
      .version = "1.62"};
  return module;
}

}  // namespace perlipc::builtin
