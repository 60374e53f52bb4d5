// The variable behind "Use of uninitialized value $x": found again in the syntax tree. Perl names
// an operand when it is the only one that can be undefined, otherwise only a variable that is
// undefined now; elements behind references and results of calls have no name.
#include "interp/ast_walk.h"
#include "interp/messages.h"
#include <cstdlib>

namespace perlipc {

using builtin::BuiltinId;

namespace {

constexpr std::size_t kLongestSearch = 1000;  // elements looked at to find the undefined one

// Can never be undefined.
bool is_constant(const Node* n) {
  switch (n->kind) {
    case NodeKind::Int:
    case NodeKind::UInt:
    case NodeKind::Num:
    case NodeKind::Str:
    case NodeKind::Nop: return true;
    default: return false;
  }
}

// perl names what tr/// changes only when it is a lexical scalar (or the topic, not written).
bool is_lexical(const Node& n) {
  return n.kind == NodeKind::ScalarVar && n.decl && n.decl->kind != DeclKind::Our;
}

class Namer {
 public:
  explicit Namer(VM& vm) : vm_(vm), frame_(vm.frame()) {}

  // What a place holds; false when only code can tell: naming runs none, and says nothing itself.
  static bool peek(const Value& place, Value* out) {
    const Value& v = through(place);
    if (v.is_boxed()) return false;
    *out = v;
    return true;
  }
  static bool is_undefined(const Value& place) {
    Value v;
    return peek(place, &v) && v.is_undef();
  }

  // exact: the operand must be seen to be undefined (others could have been meant).
  std::string name(const Node* n, bool exact) {
    n = strip(n);
    if (!n) return {};
    switch (n->kind) {
      case NodeKind::ScalarVar: return scalar(n, exact);
      case NodeKind::My:
      case NodeKind::Local:
        return n->first && !n->first->next ? name(n->first, exact) : std::string();
      case NodeKind::Index: return index(n, exact);
      case NodeKind::HashIndex: return hash_index(n, exact);
      case NodeKind::Assign: return n->has(ListAssign) ? std::string() : name(n->first, exact);
      case NodeKind::Ternary: {
        std::string yes = name(n->first->next, true);
        return yes.empty() ? name(n->first->next->next, true) : yes;
      }
      case NodeKind::LogAnd: {
        std::string left = name(n->first, true);
        return left.empty() ? name(n->first->next, true) : left;
      }
      case NodeKind::LogOr:
      case NodeKind::LogDor: return name(n->first->next, true);
      case NodeKind::ArrayVar: return array(n, exact);
      case NodeKind::Func: return taken(n, exact);
      default: return {};
    }
  }

  // How many stack values an operand makes; -1: unknown.
  int width(const Node* n) {
    n = strip(n);
    switch (n->kind) {
      case NodeKind::ArrayVar:
        if (Array* a = array_of(n)) return static_cast<int>(a->size());
        return -1;
      case NodeKind::ScalarVar:
      case NodeKind::Index:
      case NodeKind::HashIndex:
      case NodeKind::Interp:
      case NodeKind::Stringify:
      case NodeKind::Binary:
      case NodeKind::Unary:
      case NodeKind::Int:
      case NodeKind::UInt:
      case NodeKind::Num:
      case NodeKind::Str:
      case NodeKind::JoinArray: return 1;
      case NodeKind::Deref: return n->iv == '$' ? 1 : -1;
      default: return -1;
    }
  }

  // Element `offset` of a list operand.
  std::string element_of(const Node* n, std::size_t offset) {
    n = strip(n);
    if (n->kind != NodeKind::ArrayVar) return name(n, true);
    Array* a = array_of(n);
    if (!a || !a->exists(static_cast<std::int64_t>(offset))) return {};
    return subscript("$" + shown(n).substr(1), static_cast<std::int64_t>(offset));
  }

  // The place of a variable, or of an element with a plain subscript; null when it is neither.
  Value* place(const Node* n) {
    n = strip(n);
    Value key;
    switch (n->kind) {
      case NodeKind::ScalarVar: {
        if (n->decl && n->decl->kind != DeclKind::Our) return slot(n->decl);
        if (!n->decl && n->text == "main::_") return vm_.topic_;
        Glob* g = glob(n);
        return g ? &g->scalar()->value : nullptr;
      }
      case NodeKind::Index: {
        Array* a = array_of(n->first);
        std::int64_t i;
        if (!a || !value_of(n->first->next, &key) || !element_number(key, &i)) return nullptr;
        return a->exists(i) ? a->find(i) : nullptr;
      }
      case NodeKind::HashIndex: {
        Hash* h = hash_of(n->first);
        if (!h || !value_of(n->first->next, &key) || key.is_undef() || key.is_ref()) return nullptr;
        return h->find(Text(vm_, key).get());
      }
      default: return nullptr;
    }
  }

 private:
  static std::string subscript(const std::string& name, std::int64_t i) {
    return name + "[" + std::to_string(i) + "]";
  }

  Value* slot(const VarDecl* decl) {
    if (decl->owner == frame_.proto->scope) {
      const int own = frame_.proto->slot_at(decl, frame_.pc);
      const int number = own < 0 ? decl->slot : own;
      return number < 0 ? nullptr : frame_.fp + number;
    }
    for (const auto& c : frame_.proto->captures)
      if (c.decl == decl) return frame_.fp + c.slot;
    for (const auto& c : frame_.proto->state_vars)
      if (c.decl == decl) return frame_.fp + c.slot;
    return nullptr;
  }

  // "$x", "@Foo::a": main:: is not shown, control characters are.
  static std::string shown(const Node* n) {
    if (n->decl && n->decl->kind != DeclKind::Our) return std::string(n->decl->name);
    std::string_view name = n->decl ? n->decl->our_name : n->text;
    char sigil = n->kind == NodeKind::ArrayVar ? '@' : n->kind == NodeKind::HashVar ? '%' : '$';
    if (name.starts_with("main::")) name.remove_prefix(6);
    std::string out(1, sigil);
    if (!name.empty() && static_cast<unsigned char>(name[0]) <= 26) {  // ^A to ^Z
      out += '^';
      out += static_cast<char>(name[0] ^ 64);
      name.remove_prefix(1);
    }
    return out.append(name);
  }

  Glob* glob(const Node* n) { return vm_.glob(n->decl ? n->decl->our_name : n->text, false); }

  Array* array_of(const Node* n) {
    if (n->kind != NodeKind::ArrayVar) return nullptr;
    if (n->decl && n->decl->kind != DeclKind::Our) {
      Value* v = slot(n->decl);
      return v && v->kind() == (kArrayVar & kKindMask) ? vm_.array_of(*v) : nullptr;
    }
    if (!n->decl && n->text == "main::_" && frame_.kind == FrameSub) return frame_.args_array;
    Glob* g = glob(n);
    return g ? g->body->array : nullptr;
  }
  Hash* hash_of(const Node* n) {
    if (n->kind != NodeKind::HashVar) return nullptr;
    if (n->decl && n->decl->kind != DeclKind::Our) {
      Value* v = slot(n->decl);
      return v && v->kind() == (kHashVar & kKindMask) ? vm_.hash_of(*v) : nullptr;
    }
    Glob* g = glob(n);
    return g ? g->body->hash : nullptr;
  }

  // Which element a subscript means; false: none, or reading it as a number would warn again.
  bool element_number(const Value& key, std::int64_t* out) {
    if (key.is_undef() || key.is_ref()) return false;
    if (key.is_string()) {
      *out = static_cast<std::int64_t>(std::strtod(Text(vm_, key).get()->data, nullptr));
      return true;
    }
    *out = to_int(vm_, key);
    return true;
  }

  // Present value of a plain scalar variable; false when it cannot be told.
  bool value_of(const Node* n, Value* out) {
    n = strip(n);
    if (n->kind == NodeKind::Int) return *out = Value::integer(n->iv), true;
    if (n->kind == NodeKind::Str) return *out = Value::string(n->text, n->has(Utf8)), true;
    if (n->kind == NodeKind::Unary && n->op() == Op::Neg && n->first->kind == NodeKind::Int)
      return *out = Value::integer(-n->first->iv), true;
    if (n->kind != NodeKind::ScalarVar) return false;
    if (n->decl && n->decl->kind != DeclKind::Our) {
      Value* v = slot(n->decl);
      return v != nullptr && peek(*v, out);
    }
    std::string_view name = n->decl ? n->decl->our_name : n->text;
    if (name == "main::_") return peek(*vm_.topic_, out);
    if (name.size() > 6 && name[6] >= '1' && name[6] <= '9') return *out = Value(), true;
    Glob* g = glob(n);
    if (!g || g->scalar()->special()) return false;
    *out = g->scalar()->value;
    return true;
  }

  std::string scalar(const Node* n, bool exact) {
    Value v;
    if (exact && (!value_of(n, &v) || !v.is_undef())) return {};
    return shown(n);
  }

  std::string index(const Node* n, bool exact) {
    const Node* aggregate = n->first;
    if (aggregate->kind != NodeKind::ArrayVar) return {};
    std::string base = "$" + shown(aggregate).substr(1);
    Value key;
    Array* a = array_of(aggregate);
    if (value_of(aggregate->next, &key)) {
      std::int64_t i;
      if (!element_number(key, &i)) return {};
      const bool is_args = !a && !aggregate->decl && aggregate->text == "main::_";
      if (exact && is_args && i >= static_cast<std::int64_t>(frame_.nargs)) return {};
      if (exact && !is_args && (!a || !a->exists(i) || !is_undefined(*a->find(i)))) return {};
      return subscript(base, i);
    }
    return found_in(a, base, exact ? std::string() : "within " + shown(aggregate));
  }

  std::string found_in(Array* a, const std::string& base, std::string otherwise) {
    if (!a || a->size() > kLongestSearch) return otherwise;
    for (std::size_t i = 0; i < a->size(); ++i)
      if ((*a)[i].tag != kInternal && is_undefined((*a)[i]))
        return subscript(base, static_cast<std::int64_t>(i));
    return otherwise;
  }

  std::string hash_index(const Node* n, bool exact) {
    const Node* aggregate = n->first;
    if (aggregate->kind != NodeKind::HashVar) return {};
    std::string base = "$" + shown(aggregate).substr(1);
    Hash* h = hash_of(aggregate);
    Value key;
    if (value_of(aggregate->next, &key)) {
      if (key.is_undef() || key.is_ref()) return {};
      Text text(vm_, key);
      if (exact) {
        Value* v = h ? h->find(text.get()) : nullptr;
        if (!v || !is_undefined(*v)) return {};
      }
      return base + "{\"" + escaped(text.view()) + "\"}";
    }
    if (h && h->size() <= kLongestSearch) {
      std::size_t at = 0;
      while (Hash::Entry* e = h->next(at))
        if (is_undefined(e->value)) return base + "{\"" + escaped(e->key->view()) + "\"}";
    }
    return exact ? std::string() : "within " + shown(aggregate);
  }

  static std::string escaped(std::string_view key) {
    std::string out;
    for (char c : key.substr(0, 32)) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '\n') out += "\\n";
      else if (c == '\t') out += "\\t";
      else out += c;
    }
    if (key.size() > 32) out += "\"...";
    return out;
  }

  std::string array(const Node* n, bool exact) {
    return found_in(array_of(n), "$" + shown(n).substr(1),
                    exact ? std::string() : "within " + shown(n));
  }

  // shift(@a) + 1
  std::string taken(const Node* n, bool exact) {
    auto id = static_cast<BuiltinId>(n->iv);
    bool takes = id == BuiltinId::k_shift || id == BuiltinId::k_pop;
    if (!takes || exact) return {};
    const FunctionScope* around = frame_.proto->scope;
    const bool top = around && (around->is_main || around->is_eval || around->is_named_special);
    if (!n->first) return top ? "within @ARGV" : "";
    if (strip(n->first)->kind != NodeKind::ArrayVar) return {};
    return "within " + shown(strip(n->first));
  }

  VM& vm_;
  Frame& frame_;
};

// A chain of concatenations is one operation.
void add_parts(const Node* n, std::vector<const Node*>& out) {
  std::vector<Node*> parts;
  concat_parts(const_cast<Node*>(n), parts);
  out.insert(out.end(), parts.begin(), parts.end());
}

// The operands of an operation, without handles and constant parts of syntax.
std::vector<const Node*> operands(const Node& node) {
  std::vector<const Node*> out;
  const Node* kid = node.first;
  switch (node.kind) {
    case NodeKind::Print:
      if (node.has(HasHandle) && kid) kid = kid->next;
      break;
    case NodeKind::Sort:
    case NodeKind::Map:
    case NodeKind::Grep:
      if ((node.has(HasBlock) || node.kind != NodeKind::Sort) && kid) kid = kid->next;
      break;
    case NodeKind::Index:
    case NodeKind::HashIndex:
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice:
    case NodeKind::ListSlice:
      if (kid) kid = kid->next;
      break;
    case NodeKind::Match:
    case NodeKind::Subst:
    case NodeKind::Trans:
      if (!node.has(TargetTopic) && kid) out.push_back(kid);
      return out;
    case NodeKind::Foreach:
      kid = kid ? strip(kid->next) : nullptr;
      if (!kid || kid->kind != NodeKind::Range) return out;
      kid = kid->first;
      break;
    case NodeKind::Binary:
      if (node.op() != Op::Concat) break;
      add_parts(&node, out);
      return out;
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(node.iv);
      if (id == BuiltinId::k_split) {  // the pattern reports for itself
        if (kid) kid = kid->next;
        break;
      }
      const Node* element = strip(kid);
      if ((id == BuiltinId::k_exists || id == BuiltinId::k_delete) && element &&
          (element->kind == NodeKind::HashIndex || element->kind == NodeKind::Index))
        kid = element->first->next;
      break;
    }
    default: break;
  }
  auto flatten = [&](auto& self, const Node* k) -> void {
    for (; k; k = k->next) {
      const Node* s = strip(k);
      if (s->kind == NodeKind::List) self(self, s->first);
      else out.push_back(s);
    }
  };
  flatten(flatten, kid);
  return out;
}

// The pattern of a match, substitution or split.
const Node* pattern_of(const Node& node) {
  const Node* kid = node.first;
  bool target =
      (node.kind == NodeKind::Match || node.kind == NodeKind::Subst) && !node.has(TargetTopic);
  return target && kid ? kid->next : kid;
}

// The values of a list operation, which stand on the stack while it runs.
std::span<Value> stack_operands(VM& vm) {
  Frame& f = vm.frame();
  const Instr* i = f.pc - 1;
  const auto* extension = reinterpret_cast<const Extension*>(f.pc);
  Value* from = nullptr;
  switch (static_cast<Opc>(i->op)) {
    case Opc::Builtin:
    case Opc::Print:
      from = i->c == kNone ? vm.stack_base_ + f.fp[extension->target & 0xffff].i : vm.sp_ - i->c;
      break;
    case Opc::JoinList: from = vm.stack_base_ + f.fp[i->b].i; break;
    case Opc::AppendList:
    case Opc::ConcatN: from = vm.sp_ - i->b; break;
    default: return {};
  }
  if (from < vm.stack_base_ || from >= vm.sp_) return {};
  return {from, static_cast<std::size_t>(vm.sp_ - from)};
}

// The operand reported last.
struct LastReported {
  explicit LastReported(Engine&) {}
  const Instr* pc = nullptr;
  std::size_t operand = 0;
};

// Which of the undefined values comes next: one operation reports its operands in their order.
std::size_t next_undefined(VM& vm, std::span<Value> values, const Value* place) {
  if (place >= values.data() && place < values.data() + values.size())
    return static_cast<std::size_t>(place - values.data());
  auto& last = vm.service<LastReported>();
  std::size_t from = last.pc == vm.frame().pc ? last.operand + 1 : 0;
  last.pc = vm.frame().pc;
  for (int round = 0; round < 2; ++round, from = 0)
    for (std::size_t n = from; n < values.size(); ++n)
      if (Namer::is_undefined(values[n])) return last.operand = n;
  return values.size();
}

std::string name_on_stack(VM& vm, Namer& namer, const std::vector<const Node*>& nodes,
                          std::span<Value> values, const Value* place) {
  std::size_t wanted = next_undefined(vm, values, place);
  std::size_t at = 0;
  for (const Node* n : nodes) {
    int width = namer.width(n);
    if (width < 0) {
      // Only the last operand may be of unknown length.
      if (nodes.back() != n) {
        if (nodes.size() != values.size()) return {};
        width = 1;
      } else {
        return values.size() == nodes.size() && wanted == at ? namer.name(n, true) : std::string();
      }
    }
    if (wanted < at + static_cast<std::size_t>(width)) return namer.element_of(n, wanted - at);
    at += static_cast<std::size_t>(width);
  }
  return {};
}

// The running instruction works on the replacement part of s///.
bool replaces(VM& vm) {
  auto op = static_cast<Opc>((vm.frame().pc - 1)->op);
  return op == Opc::SubstAdd;
}

}  // namespace

void mark_operands_told(VM& vm, const Node& node, const String* text) {
  const std::vector<const Node*> nodes = operands(node);
  const int given = vm.uninit_operand_;
  const int saved = std::exchange(vm.uninit_operand_, -1);
  Namer namer(vm);
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    if (given >= 0 && given < static_cast<int>(nodes.size()) && given != static_cast<int>(n))
      continue;
    Value* v = namer.place(nodes[n]);
    if (v && v->tag == kSlotPtr) v = v->p;
    if (v && v->is_boxed() && v->box->plain()) v = &v->box->value;
    if (v && v->tag == kStr && v->s == text) v->spare |= kNotNumericTold | kReadAsNumber;
  }
  vm.uninit_operand_ = saved;
}

std::string uninitialized_name(VM& vm, const Node& node, const Value* place) {
  // What a native sub was given: perl does not look for the variable.
  if (node.kind == NodeKind::Call || node.kind == NodeKind::Method) return {};
  std::vector<const Node*> nodes = operands(node);
  if (static_cast<Opc>((vm.frame().pc - 1)->op) == Opc::IsLine) return "$.";
  if (node.kind == NodeKind::Trans && !nodes.empty() && !is_lexical(*nodes.front())) return {};
  Namer namer(vm);
  // Of a variable that does something with what it gets, its own name.
  if (node.kind == NodeKind::ScalarVar) return namer.name(&node, false);
  int given = vm.uninit_operand_;
  bool in_replacement = node.kind == NodeKind::Subst && replaces(vm);
  if (in_replacement || given >= kPatternOperand) {
    const Node* part = pattern_of(node);
    if (part && in_replacement) part = part->next;
    if (!part) return {};
    if (given >= kPatternOperand) given -= kPatternOperand;
    if (part->kind == NodeKind::Interp || part->kind == NodeKind::Stringify) {
      nodes.clear();
      for (const Node* k = part->first; k; k = k->next) nodes.push_back(k);
    } else {
      nodes = {part};
    }
    if (in_replacement) given = -1;
  }
  if (nodes.empty()) return node.has(OmittedTopic) || node.has(TargetTopic) ? "$_" : "";
  if (node.kind == NodeKind::OpAssign &&
      static_cast<Opc>((vm.frame().pc - 1)->op) == Opc::AppendList) {
    const Node* added = nodes.back();
    nodes.clear();
    if (added->kind == NodeKind::Interp)
      for (const Node* k = added->first; k; k = k->next) nodes.push_back(k);
    else add_parts(added, nodes);
    given = -1;
  }
  // What `.=` appends to may be undefined.
  if (static_cast<Opc>((vm.frame().pc - 1)->op) == Opc::Append && nodes.size() == 2 &&
      node.kind == NodeKind::OpAssign && is_lexical(*nodes.front()))
    return namer.name(nodes.back(), false);
  std::size_t possible = 0;
  const Node* only = nullptr;
  for (const Node* n : nodes)
    if (!is_constant(n)) ++possible, only = n;
  const bool reverses =
      node.kind == NodeKind::Func && static_cast<BuiltinId>(node.iv) == BuiltinId::k_reverse;
  if (possible == 1 && (only->kind != NodeKind::ArrayVar || reverses))
    return namer.name(only, node.kind == NodeKind::Print);
  if (given >= 0 && static_cast<std::size_t>(given) < nodes.size())
    return namer.name(nodes[static_cast<std::size_t>(given)], true);
  std::span<Value> values = stack_operands(vm);
  if (node.kind == NodeKind::JoinArray && !values.empty()) {
    if (next_undefined(vm, values, place) == 0) return "$\"";
    values = values.subspan(1);
  }
  if (!values.empty()) return name_on_stack(vm, namer, nodes, values, place);
  for (const Node* n : nodes) {
    std::string name = namer.name(n, true);
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace perlipc
