// Calls of pure builtins whose operands are all constant are made once, when they are compiled:
// pack('s!3', 0, -1, 0), the idiom of perlipc's semaphores, and sprintf. A call that would warn or
// die is left to run time.
#include "builtins/string.h"
#include "interp/compiler.h"
#include "interp/vm.h"

namespace perlipc {

namespace {

constexpr std::size_t kLongestResult = 1024;

bool is_pure(builtin::BuiltinId id) {
  return id == builtin::BuiltinId::k_pack || id == builtin::BuiltinId::k_sprintf;
}

bool is_plain(const Value& v) { return v.tag <= kDouble ? !v.is_undef() : v.tag == kStr; }

// A pointer to a constant's bytes depends on which copy it is.
bool packs_pointers(builtin::BuiltinId id, const Value& format) {
  return id == builtin::BuiltinId::k_pack &&
         (!format.is_string() || format.s->view().find_first_of("pP") != std::string_view::npos);
}

struct FoldScope {
  explicit FoldScope(VM& machine) : vm(machine), error(machine.errno_) { vm.folding_ = true; }
  ~FoldScope() {
    vm.folding_ = false;
    vm.errno_ = error;
  }
  VM& vm;
  int error;
};

}  // namespace

// Undef: the call would warn or die.
namespace {
// The functions that are instructions of their own, as far as they only compute.
Value text_function(VM& vm, builtin::BuiltinId id, const Value& v) {
  using builtin::BuiltinId;
  switch (id) {
    case BuiltinId::k_lc: return builtin::lower_case(vm, v, false);
    case BuiltinId::k_uc: return builtin::upper_case(vm, v, false);
    case BuiltinId::k_lcfirst: return builtin::lower_first(vm, v, false);
    case BuiltinId::k_ucfirst: return builtin::upper_first(vm, v, false);
    case BuiltinId::k_chr: return builtin::character(vm, v, false);
    case BuiltinId::k_length:
      return Value::integer(static_cast<std::int64_t>(Text(vm, v).get()->char_length()));
    case BuiltinId::k_ord: {
      const Text text(vm, v);
      const std::string_view s = text.view();
      if (s.empty()) return Value::integer(0);
      std::size_t n;
      return Value::integer(text.get()->utf8() ? utf8_decode(s.data(), s.data() + s.size(), &n)
                                               : static_cast<unsigned char>(s[0]));
    }
    default: return {};
  }
}
}  // namespace

Value computed_at_once(VM& vm, builtin::BuiltinId id, std::vector<Value>& args) {
  const NativeFunction function = builtin_function(id);
  if (args.empty() || packs_pointers(id, args[0])) return {};
  std::vector<Value> results;
  Call call{vm,      args.data(), args.size(), Want::Scalar, static_cast<std::uint16_t>(id),
            nullptr, false,       &results};
  try {
    const FoldScope scope(vm);
    if (!function) return args.size() == 1 ? text_function(vm, id, args[0]) : Value();
    return function(call);
  } catch (const VM::FoldAbort&) { return {}; }
}

bool Compiler::folded_builtin(Node* node, Value* out) {
  const auto id = static_cast<builtin::BuiltinId>(node->iv);
  if (!is_pure(id) || (info_ && hints().bits & (Hints::Locale | Hints::Bytes))) return false;
  std::vector<Value> args;
  for (Node* k = node->first; k; k = k->next) {
    Value v;
    if (!constant_value(k, &v) || !is_plain(v)) return false;
    args.push_back(std::move(v));
  }
  *out = computed_at_once(vm_, id, args);
  if (!out->is_string() || out->s->length > kLongestResult) return false;
  *out = Value::adopt(String::intern_immortal(out->s->view(), out->s->utf8()));
  return true;
}

}  // namespace perlipc
