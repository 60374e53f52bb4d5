// Calls of pure builtins, and operators, whose operands are all constant are computed once, when they
// are compiled: pack('s!3', 0, -1, 0), the idiom of perlipc's semaphores, 24 * 60 * 60, "-" x 72.
// What would warn or die is left to run time.
#include "builtins/string.h"
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/lint.h"
#include "interp/vm.h"
#include <algorithm>

namespace perlipc {

namespace {

constexpr std::size_t kLongestResult = 1024;
constexpr std::int64_t kLongestRepeat = 1024;

// Of a text with such characters the result may depend on features that are on where the code runs.
bool is_high(const Value& v) {
  return v.is_string() && !v.s->utf8() &&
         std::any_of(v.s->view().begin(), v.s->view().end(),
                     [](char c) { return static_cast<signed char>(c) < 0; });
}
bool is_number(const Value& v) { return v.tag == kInt || v.tag == kDouble; }

// Operators that give the same number for the same numbers wherever they stand.
bool computes_number(Opc op) {
  switch (op) {
    case Opc::Add:
    case Opc::Sub:
    case Opc::Mul:
    case Opc::Div:
    case Opc::Mod:
    case Opc::Pow:
    case Opc::BitAnd:
    case Opc::BitOr:
    case Opc::BitXor:
    case Opc::ShiftLeft:
    case Opc::ShiftRight: return true;
    default: return false;
  }
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
  if (!folds_constants(id) || node->unfolded || !node->first) return false;
  if (!info_ || hints().bits & (Hints::Locale | Hints::Bytes)) return false;
  node->unfolded = true;
  const bool whole_text = id == builtin::BuiltinId::k_pack || id == builtin::BuiltinId::k_sprintf;
  std::vector<Value> args;
  for (Node* k = node->first; k; k = k->next) {
    Value v;
    if (!constant_value(k, &v) || !is_plain(v) || (!whole_text && is_high(v))) return false;
    args.push_back(std::move(v));
  }
  *out = computed_at_once(vm_, id, args);
  if (out->is_string()) {
    if (out->s->length > kLongestResult) return false;
    *out = Value::adopt(String::intern_immortal(out->s->view(), out->s->utf8()));
  } else if (!is_number(*out)) {
    return false;
  }
  node->unfolded = false;
  return true;
}

// The value of an operator, or of a pure builtin, with constant operands.
bool Compiler::folded_operator(Node* node, Value* out) {
  if (node->kind == NodeKind::Func) return folded_builtin(node, out);
  if (node->unfolded || !info_ || hints().bits & Hints::Integer) return false;
  node->unfolded = true;
  const bool repeats = node->kind == NodeKind::Repeat;
  const Opc op = repeats ? Opc::Repeat : binary_opcode(node->op());
  if (repeats ? node->has(ListRepeat) : node->has(Chained) || !computes_number(op)) return false;
  Value l, r;
  if (!constant_value(node->first, &l) || !constant_value(node->first->next, &r)) return false;
  if (repeats ? !is_plain(l) || l.tag == kBool || r.tag != kInt || r.i > kLongestRepeat
              : !is_number(l) || !is_number(r))
    return false;
  try {
    const FoldScope scope(vm_);
    *out = repeats ? vm_.repeat(l, r, false) : vm_.arith(op, l, r, false);
  } catch (const VM::FoldAbort&) { return false; }
  if (repeats) {
    if (!out->is_string() || out->s->length > kLongestResult) return false;
    *out = Value::adopt(String::intern_immortal(out->s->view(), out->s->utf8()));
  } else if (!is_number(*out) && out->tag != kUInt) {
    return false;
  }
  node->unfolded = false;
  return true;
}

// my CLASS $x: the keys that are known must be fields of the class (perldoc fields).
void Compiler::check_fields(const Node* agg) {
  if (!agg->next || !checks_fields_) return;
  const Node* variable = strip(agg->kind == NodeKind::Deref ? agg->first : agg);
  if (variable->kind != NodeKind::ScalarVar || !variable->decl || variable->decl->type.empty())
    return;
  const VarDecl& decl = *variable->decl;
  Stash* s = vm_.stash(decl.type, false);
  Glob* g = s ? s->glob("FIELDS", false) : nullptr;
  if (!g || !g->body->hash) return;
  const auto check = [&](Node* key) {
    Value name;
    if (!constant_value(strip(key), &name)) return;
    const Text text(vm_, name);
    if (!g->body->hash->find(text.get()))
      fail(agg, "No such class field \"" + std::string(text.view()) + "\" in variable " +
                    std::string(decl.name) + " of type " + std::string(decl.type));
  };
  for (Node* key = agg->next; key; key = key->next) {
    if (key->kind != NodeKind::List) check(key);
    else
      for (Node* k = key->first; k; k = k->next) check(k);
  }
}

}  // namespace perlipc
