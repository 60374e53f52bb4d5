// Emission, slots, scopes and the entry of the compiler.
#include "interp/compiler.h"
#include "interp/messages.h"
#include "interp/shared_scalars.h"
#include "interp/vm.h"
#include <algorithm>
#include <array>

namespace perlipc {

Compiler::Compiler(VM& vm, FunctionScope* scope, std::shared_ptr<Arena> arena)
    : vm_(vm), fn_(scope), proto_(new FuncProto), arena_(std::move(arena)),
      tainting_(vm.taint_mode() != 0) {
  proto_->code.reserve(32);
  proto_->nodes.reserve(16);
  proto_->consts.reserve(4);
}

namespace {
struct Specialised {
  Opc general, slots, integer, unless_slots, unless_integer;
};
constexpr Specialised kSpecialised[] = {
    {Opc::Add, Opc::AddS, Opc::AddI, Opc::Nop, Opc::Nop},
    {Opc::Sub, Opc::SubS, Opc::SubI, Opc::Nop, Opc::Nop},
    {Opc::Mul, Opc::MulS, Opc::MulI, Opc::Nop, Opc::Nop},
    {Opc::Mod, Opc::Nop, Opc::ModI, Opc::Nop, Opc::Nop},
    {Opc::BitAnd, Opc::Nop, Opc::BitAndI, Opc::Nop, Opc::Nop},
    {Opc::AddTo, Opc::AddToS, Opc::AddToI, Opc::Nop, Opc::Nop},
    {Opc::SubTo, Opc::SubToS, Opc::SubToI, Opc::Nop, Opc::Nop},
    {Opc::MulTo, Opc::MulToS, Opc::MulToI, Opc::Nop, Opc::Nop},
    {Opc::JumpNumEq, Opc::IfNumEqS, Opc::IfNumEqI, Opc::UnlessNumEqS, Opc::UnlessNumEqI},
    {Opc::JumpNumNe, Opc::IfNumNeS, Opc::IfNumNeI, Opc::UnlessNumNeS, Opc::UnlessNumNeI},
    {Opc::JumpNumLt, Opc::IfNumLtS, Opc::IfNumLtI, Opc::UnlessNumLtS, Opc::UnlessNumLtI},
    {Opc::JumpNumGt, Opc::IfNumGtS, Opc::IfNumGtI, Opc::UnlessNumGtS, Opc::UnlessNumGtI},
    {Opc::JumpNumLe, Opc::IfNumLeS, Opc::IfNumLeI, Opc::UnlessNumLeS, Opc::UnlessNumLeI},
    {Opc::JumpNumGe, Opc::IfNumGeS, Opc::IfNumGeI, Opc::UnlessNumGeS, Opc::UnlessNumGeI},
};
// What the general instruction of a comparison jump is called when its result is wanted.
constexpr Opc kComparison[] = {Opc::NumEq, Opc::NumNe, Opc::NumLt,
                               Opc::NumGt, Opc::NumLe, Opc::NumGe};
}  // namespace

namespace {
constexpr std::array<Opc, static_cast<std::size_t>(Opc::Count)> general_ops() {
  std::array<Opc, static_cast<std::size_t>(Opc::Count)> of{};
  for (std::size_t n = 0; n < of.size(); ++n) of[n] = static_cast<Opc>(n);
  for (const Specialised& s : kSpecialised) {
    const bool jump = s.general >= Opc::JumpNumEq && s.general <= Opc::JumpNumGe;
    const int which = static_cast<int>(s.general) - static_cast<int>(Opc::JumpNumEq);
    for (Opc op : {s.slots, s.integer, s.unless_slots, s.unless_integer})
      if (op != Opc::Nop) of[static_cast<std::size_t>(op)] = jump ? kComparison[which] : s.general;
  }
  return of;
}
constexpr auto kGeneralOps = general_ops();
}  // namespace

Opc general_op(Opc op) { return kGeneralOps[static_cast<std::size_t>(op)]; }

// The instruction for these operands' kinds, or op itself.
Opc Compiler::for_operands(Opc op, unsigned a, unsigned b, unsigned c) const {
  const bool jump = op >= Opc::JumpNumEq && op <= Opc::JumpNumGe;
  if (op == Opc::Elem) return c & kConst ? op : Opc::ElemS;
  if (b & kConst || (!jump && (op < Opc::Add || op > Opc::MulTo))) return op;
  for (const Specialised& s : kSpecialised) {
    if (s.general != op) continue;
    const bool unless = jump && !a;
    Opc to = unless ? s.unless_slots : s.slots;
    if (c & kConst) {
      const Value& v = proto_->consts[c & 0x7fff];
      if (v.tag != kInt) return op;
      if (op == Opc::Mod && (v.i <= 0 || v.i > UINT32_MAX)) return op;
      if (op == Opc::BitAnd && v.i < 0) return op;
      if (jump && (v.i > INT32_MAX || v.i < INT32_MIN)) return op;  // a double compares exactly
      to = unless ? s.unless_integer : s.integer;
    }
    return to == Opc::Nop ? op : to;
  }
  return op;
}

std::uint32_t Compiler::emit(Opc op, unsigned a, unsigned b, unsigned c) {
  if ((op >= Opc::ArgGet && op <= Opc::ArgsRestHash) || op == Opc::PushArgs)
    proto_->mentions_args = true;
  if (op == Opc::GotoSub || op == Opc::GotoValue) proto_->reads_args_only = false;
  if ((waits_ || printed_at_ != 0) && (op == Opc::ReturnScalar || op == Opc::ReturnList))
    meet_signals();
  if (tainting_) return emit_tainting(op, a, b, c);
  return append(for_operands(op, a, b, c), a, b, c);
}

std::uint32_t Compiler::append(Opc op, unsigned a, unsigned b, unsigned c) {
  if (op == Opc::CallSub || op == Opc::CallDynamic || op == Opc::CallMethod ||
      op == Opc::StringEval)
    ++calls_;
  if ((a | b | c) > 0xffff) fail(nullptr, "Expression too complex: too many operands");
  proto_->code.push_back({static_cast<std::uint16_t>(op), static_cast<std::uint16_t>(a),
                          static_cast<std::uint16_t>(b), static_cast<std::uint16_t>(c)});
  return static_cast<std::uint32_t>(proto_->code.size() - 1);
}
void Compiler::emit_extension(std::uint32_t target, std::uint32_t more) {
  Extension e;
  e.target = target;
  e.more = more;
  proto_->code.push_back(e.instr);
}
// Behind what may have waited, before anybody asks what happened meanwhile.
void Compiler::meet_signals() {
  waits_ = false;
  printed_at_ = 0;
  emit(Opc::Safepoint);
}
void Compiler::emit_jump(Opc op, Label& label, unsigned a, unsigned b, unsigned c,
                         std::uint32_t more) {
  if (is_condition(op) && (waits_ || printed_at_ != 0)) {
    // A print looks by itself at whether it is followed by a condition (VM::meet_signals_at).
    if (!waits_ && printed_at_ == here()) printed_at_ = 0;
    else meet_signals();
  }
  emit(op, a, b, c);
  label.uses.push_back(here());
  emit_extension(0, more);
  if (label.pc >= 0) place_label(label);
}
void Compiler::place_label(Label& label) {
  if (label.pc < 0) label.pc = here();
  for (std::uint32_t use : label.uses) {
    Extension e;
    e.instr = proto_->code[use];
    e.target = static_cast<std::uint32_t>(label.pc);
    proto_->code[use] = e.instr;
  }
  label.uses.clear();
}
void Compiler::mark_node(const Node* node) {
  vm_.check_native_stack();  // every node on the way down comes by here
  // Not here(): the mark may stand between an instruction and its second word.
  const auto pc = static_cast<std::uint32_t>(proto_->code.size());
  current_ = node;
  std::vector<NodeEntry>& nodes = proto_->nodes;
  if (!nodes.empty() && nodes.back().pc == pc) nodes.back().node = node;
  else nodes.push_back({pc, node});
}
void Compiler::statement_line(const Node* node) {
  line_ = node->line;
  if (node->info) info_ = node->info;
  if (!proto_->lines.empty() && proto_->lines.back().pc == here()) {
    proto_->lines.back() = {here(), line_, info_};
    return;
  }
  proto_->lines.push_back({here(), line_, info_});
}
std::string Compiler::ending(const Node* node) const {
  return location_text(vm_, info_ ? info_->file : fn_->file,
                       node && node->line ? node->line : line_);
}
void Compiler::fail(const Node* node, std::string text) { throw SyntaxError{text + ending(node)}; }
void Compiler::refuse(const Node* node, std::string what) {
  throw SyntaxError{what + " is not supported by perlipc" + ending(node)};
}

namespace {
// The first constants, all that most functions have, are searched one by one, others by a table.
constexpr std::size_t kSearchedConstants = 16;
// Instructions that take nothing but a constant (names, message texts) find room behind these.
constexpr std::uint32_t kNearConstants = 0x7000, kReservedConstants = 0x7ffe;
}  // namespace

Compiler::Operand Compiler::constant(Value v) { return load_indexed(constant_index(std::move(v))); }
void Compiler::push_constant(Value v) { push_indexed(constant_index(std::move(v))); }
void Compiler::push_readonly(const Value& v) { push_indexed(readonly_constant(v)); }
Compiler::Operand Compiler::load_indexed(std::uint32_t n) {
  if (n < kNearConstants) return static_cast<Operand>(n | kConst);
  const Operand t = temp();
  emit(Opc::LoadWide, t, n & 0xffff, n >> 16);
  return t;
}
void Compiler::push_indexed(std::uint32_t n) {
  if (n < kNearConstants) emit(Opc::PushConst, n | kConst);
  else emit(Opc::PushWide, 0, n & 0xffff, n >> 16);
}
std::uint32_t Compiler::constant_index(Value v) {
  const std::vector<Value>& known = proto_->consts;
  const bool search = v.tag != kUndef;  // undef also stands where a closure will be kept
  for (std::size_t n = 0; search && n < known.size() && n < kSearchedConstants; ++n) {
    const Value& c = known[n];
    if (c.tag != v.tag || c.spare != v.spare) continue;
    if (c.i == v.i || (v.tag == kStr && c.s->utf8() == v.s->utf8() && c.s->view() == v.s->view()))
      return static_cast<std::uint32_t>(n);
  }
  if (search && known.size() < kSearchedConstants) return add_constant(std::move(v));
  std::string key;
  key.append(reinterpret_cast<const char*>(&v.tag), 4);
  // Of a number's, 12 bytes are the usual case: a text of that size needs no block of its own.
  if (v.spare || v.tag == kStr) key.append(reinterpret_cast<const char*>(&v.spare), 4);
  if (v.tag == kStr) {
    key += v.s->utf8() ? 'u' : 'b';
    key.append(v.s->view());
  } else {
    key.append(reinterpret_cast<const char*>(&v.i), 8);
  }
  const auto [it, added] = const_cache_.try_emplace(std::move(key), 0);
  if (added) it->second = add_constant(std::move(v));
  return it->second;
}
std::uint32_t Compiler::add_constant(Value v) {
  auto& all = proto_->consts;
  if (all.size() == kNearConstants) all.resize(kReservedConstants);
  if (all.size() >= UINT32_MAX) fail(nullptr, "Too many constants in one subroutine");
  all.push_back(std::move(v));
  return static_cast<std::uint32_t>(all.size() - 1);
}
std::uint32_t Compiler::readonly_constant(const Value& v) {
  if (v.is_undef()) return add_constant(Value::boxed(vm_.service<SharedScalars>().undef()));
  Scalar* s = Scalar::make(v);
  s->bits |= Scalar::ReadOnly;
  return add_constant(Value::adopt_boxed(s));
}
Compiler::Operand Compiler::constant_name(std::string_view text, bool utf8) {
  Value v = Value::adopt(String::intern_immortal(text, utf8));
  if (proto_->consts.size() < kNearConstants) return constant(std::move(v));
  if (proto_->consts.size() == kNearConstants) proto_->consts.resize(kReservedConstants);
  const std::uint32_t n = kNearConstants + reserved_used_++;
  if (n >= kReservedConstants) fail(nullptr, "Too many constants in one subroutine");
  proto_->consts[n] = std::move(v);
  return static_cast<Operand>(n | kConst);
}
Compiler::Operand Compiler::const_int(std::int64_t n) { return constant(Value::integer(n)); }
Compiler::Operand Compiler::const_str(std::string_view text, bool utf8) {
  return constant(Value::adopt(String::intern_immortal(text, utf8)));
}
unsigned Compiler::link_glob(Glob* glob) {
  auto it = link_cache_.find(glob);
  if (it != link_cache_.end()) return it->second;
  if (proto_->globs.size() > UINT16_MAX)
    fail(nullptr,
         "More than 65536 package variables in one subroutine are not supported by perlipc");
  glob->retain();
  proto_->globs.push_back(glob);
  unsigned n = static_cast<unsigned>(proto_->globs.size() - 1);
  link_cache_[glob] = n;
  return n;
}
unsigned Compiler::link(std::string_view qualified) { return link_glob(vm_.glob(qualified, true)); }
unsigned Compiler::cache() {
  proto_->caches.emplace_back();
  return static_cast<unsigned>(proto_->caches.size() - 1);
}

// --- slots -------------------------------------------------------------------------------------

Compiler::Operand Compiler::temp() {
  while (next_slot_ < static_cast<int>(reserved_.size()) && reserved_[next_slot_]) ++next_slot_;
  if (next_slot_ >= 0x7ff0) fail(nullptr, "Expression too complex: no frame slots left");
  dirty_ = true;
  int s = next_slot_++;
  max_slot_ = std::max(max_slot_, next_slot_);
  return static_cast<Operand>(s);
}
// Temporaries from `keep` on hold nothing that is still needed. They are cleared with the others,
// at the end of the statement, unless they are used again.
void Compiler::give_back(int keep) {
  if (floor_ > keep || next_slot_ <= keep) return;
  dirty_top_ = std::max(dirty_top_, next_slot_);
  next_slot_ = keep;
}
Compiler::Operand Compiler::variable_slot() {
  Operand s = temp();
  floor_ = next_slot_;
  return s;
}
// n adjacent slots: loop state that instructions address by the first one.
Compiler::Operand Compiler::variable_run(int n) {
  for (int k = 0; k < n;) {
    int s = next_slot_ + k;
    if (s < static_cast<int>(reserved_.size()) && reserved_[s]) {
      next_slot_ = s + 1;
      k = 0;
    } else ++k;
  }
  Operand first = static_cast<Operand>(next_slot_);
  next_slot_ += n;
  max_slot_ = std::max(max_slot_, next_slot_);
  floor_ = next_slot_;
  dirty_ = true;
  return first;
}
Compiler::Operand Compiler::fixed_slot() {
  int s = std::max(max_slot_, next_slot_);
  if (s >= 0x7ff0) fail(nullptr, "Expression too complex: no frame slots left");
  reserved_.resize(static_cast<std::size_t>(s) + 1);
  reserved_[s] = true;
  max_slot_ = s + 1;
  return static_cast<Operand>(s);
}
Compiler::Operand Compiler::alias_temp() {
  if (alias_in_use_ == alias_pool_.size()) alias_pool_.push_back(fixed_slot());
  return alias_pool_[alias_in_use_++];
}
void Compiler::clear_range(int from, int to) {
  // The last one first: the order in which a scope's objects go.
  const auto kept = [this](int n) {
    return n < static_cast<int>(reserved_.size()) && reserved_[n];
  };
  int end = to;
  while (end > from) {
    while (end > from && kept(end - 1)) --end;
    int begin = end;
    while (begin > from && !kept(begin - 1)) --begin;
    if (end == begin + 1) emit(Opc::ClearOne, begin);
    else if (end > begin) emit(Opc::Clear, begin, end - begin);
    end = begin;
  }
}
void Compiler::clear_temporaries() {
  const int top = std::max(next_slot_, dirty_top_);
  if (dirty_ && top > floor_) clear_range(floor_, top);
  dirty_ = false;
  dirty_top_ = 0;
  next_slot_ = floor_;
}
bool Compiler::is_unreserved(int from, int to) const {
  to = std::min(to, static_cast<int>(reserved_.size()));
  while (from < to && !reserved_[from]) ++from;
  return from >= to;
}
void Compiler::end_statement() {
  if (waits_ || printed_at_ != 0) meet_signals();
  if (calls_ == statement_calls_) return clear_temporaries();
  const int top = std::max(next_slot_, dirty_top_);
  const bool clear = dirty_ && top > floor_;
  // Fused with the clearing where there is one range of slots.
  const bool one_range = clear && is_unreserved(floor_, top);
  if (clear && !one_range) clear_range(floor_, top);
  end_calls(statement_begin_, statement_calls_, floor_, one_range ? top - floor_ : 0);
  dirty_ = false;
  dirty_top_ = 0;
  next_slot_ = floor_;
}
// Ends the temporaries of the calls emitted since there were `calls`, from `begin` on.
void Compiler::end_calls(std::uint32_t begin, int calls, int first, int count) {
  const std::uint32_t end = here();
  const bool only = calls_ == calls + 1 && count == 0;
  calls_ = calls;
  if (only && last_call_ + 2 == end) {
    proto_->last_calls.push_back(end);
    return;
  }
  constexpr std::uint32_t kFar = 0xffff;
  const Opc op = count > 1 ? Opc::EndStatement : count == 1 ? Opc::EndStatementOne : Opc::EndCalls;
  emit(op, static_cast<unsigned>(first), static_cast<unsigned>(count),
       std::min(end - begin + 1, kFar));
}
Compiler::Inner::Inner(Compiler& compiler)
    : c_(compiler), outer_begin_(compiler.statement_begin_),
      outer_calls_(compiler.statement_calls_) {
  c_.statement_begin_ = c_.here();
  c_.statement_calls_ = c_.calls_;
}
Compiler::Inner::~Inner() {
  c_.statement_begin_ = outer_begin_;
  c_.statement_calls_ = outer_calls_;
}
Compiler::Operand Compiler::slot_of(const VarDecl* decl) {
  auto it = slots_.find(decl);
  if (it == slots_.end()) {
    // Used without its `my` having been compiled (string eval's unavailable variable, `my $x if 0`).
    int s = fixed_slot();
    slots_[decl] = s;
    if (decl->name[0] == '@') emit(Opc::NewArray, s);
    if (decl->name[0] == '%') emit(Opc::NewHash, s);
    return static_cast<Operand>(s);
  }
  return static_cast<Operand>(it->second);
}

void Compiler::open_scope(BlockScope* block, MatchScope matches) {
  Scope s{};
  s.block = block;
  s.first_slot = next_slot_;
  s.floor_before = floor_;
  s.number = ++scopes_made_;
  s.begin = here();
  floor_ = next_slot_;
  if (block && block->has_match && matches == MatchScope::Own) {
    s.match_copy = variable_slot();
    emit(Opc::CopyRaw, s.match_copy, proto_->match_slot);
  }
  if (block && block->has_local) {
    s.save_slot = variable_slot();
    emit(Opc::SaveMark, s.save_slot);
    s.save_begin = here();
  }
  scopes_.push_back(s);
}
// Variables in slots below top that are younger than what is local in the scope go before that.
void Compiler::emit_scope_exit(const Scope& s, int top) {
  // A deferred block may look at them: it runs, and they go, when the dynamic scope is left.
  if (s.local_floor >= 0 && top > s.local_floor && !has_deferred_) clear_range(s.local_floor, top);
  if (s.save_slot != kNone) emit(Opc::SaveRestore, s.save_slot);
  if (s.match_copy != kNone) emit(Opc::CopyRaw, proto_->match_slot, s.match_copy);
}
void Compiler::close_scope(bool emit_code) {
  Scope s = scopes_.back();
  scopes_.pop_back();
  if (s.save_slot != kNone) proto_->save_ranges.push_back({s.save_begin, here(), s.save_slot});
  if (s.has_label) proto_->label_blocks.emplace_back(s.begin, here());
  if (emit_code) {
    const int late = s.late_slot >= 0 ? s.late_slot : floor_;
    emit_scope_exit(s, late);
    const int older = s.local_floor >= 0 && !has_deferred_ ? std::min(s.local_floor, late) : late;
    if (older > s.first_slot) clear_range(s.first_slot, older);
    if (floor_ > late) clear_range(late, floor_);
  }
  floor_ = s.floor_before;
  next_slot_ = s.first_slot;
}
// Code that leaves scopes_ down to depth (not popping them here): restores and clears.
void Compiler::leave_scopes(std::size_t depth) {
  const int top = std::max({next_slot_, floor_, dirty_top_});
  for (std::size_t i = scopes_.size(); i > depth; --i) emit_scope_exit(scopes_[i - 1], top);
  if (depth < scopes_.size()) clear_range(scopes_[depth].first_slot, top);
}

// --- entry --------------------------------------------------------------------------------------

// Where the outermost scope that the jump leaves keeps its height of the save stack; kNone: it has
// none, or the label is not around the goto.
Compiler::Operand Compiler::save_slot_left(const PendingGoto& jump, std::uint32_t label_scope) {
  const auto& all = jump.scopes;
  std::size_t n = all.size();
  while (n > 0 && all[n - 1].first != label_scope) --n;
  if (n == 0) return kNone;
  while (n < all.size() && all[n].second == kNone) ++n;
  return n < all.size() ? all[n].second : kNone;
}

FuncProto* Compiler::compile() {
  std::unique_ptr<FuncProto> guard(proto_);
  proto_->arena = arena_;
  proto_->scope = fn_;
  proto_->name = fn_->name.empty() ? "" : std::string(fn_->name);
  proto_->prototype = std::string(fn_->prototype);
  proto_->has_prototype = fn_->has_prototype;
  proto_->lvalue = fn_->is_lvalue;
  proto_->is_eval = fn_->is_eval;
  proto_->is_main = fn_->is_main;
  proto_->home = vm_.stash(fn_->package.empty() ? "main" : fn_->package, true);
  line_ = fn_->line;

  bool own_args = !fn_->is_main && !fn_->is_eval;
  if (own_args && fn_->has_string_eval) {
    proto_->args_array = true;
    proto_->args_slot = fixed_slot();
  } else if (fn_->is_eval) {
    proto_->args_slot = fixed_slot();  // the enclosing sub's @_, filled at entry
  }
  proto_->reads_args_only = !proto_->args_array;
  proto_->match_slot = fixed_slot();
  for (const Capture& c : fn_->captures) {
    Operand s = fixed_slot();
    slots_[c.outer] = s;
    proto_->captures.push_back({s, true, 0, c.outer->name[0], c.outer});
  }
  next_slot_ = floor_ = max_slot_;

  open_scope(fn_->top);
  if (fn_->has_signature) emit(Opc::CheckArity);
  if (fn_->signature) {
    statements(fn_->signature->kind == NodeKind::List || fn_->signature->kind == NodeKind::Block
                   ? fn_->signature->first
                   : fn_->signature,
               false);
  }
  tail_ctx_ = Ctx::Return;
  Node* body = fn_->body;
  statements(body->kind == NodeKind::Block ? body->first : body, true);
  emit(Opc::ReturnEmpty);
  scopes_.clear();

  for (PendingGoto& g : gotos_) {
    const LabelTarget* label = proto_->label_from(g.label, g.pc);
    Extension e;
    e.target = label ? label->pc : UINT32_MAX;
    e.more = label ? save_slot_left(g, label->scope) : kNone;
    const LoopRange* deferred = proto_->deferred_at(g.pc);
    if (deferred && (e.target <= deferred->begin || e.target > deferred->end))
      throw SyntaxError{"Can't \"goto\" out of a \"" + deferred->label + "\" block" + g.where};
    proto_->code[g.pc] = e.instr;
  }
  if (own_args && !fn_->has_signature) proto_->sort_plan = sort_plan(body, false);
  proto_->nslots = (static_cast<std::uint32_t>(max_slot_) + kSlotGroup - 1) & ~(kSlotGroup - 1);
  for (const auto& cap : proto_->captures) proto_->cell_slots.push_back(cap.slot);
  for (const auto& st : proto_->state_vars) proto_->cell_slots.push_back(st.slot);
  for (auto& [decl, slot] : slots_) const_cast<VarDecl*>(decl)->slot = slot;
  if (fn_->has_string_eval || fn_->is_main || fn_->is_eval)
    proto_->decl_slots.insert(slots_.begin(), slots_.end());
  return guard.release();
}

bool Compiler::constant_value(Node* node, Value* out) {
  switch (node->kind) {
    case NodeKind::Int: *out = Value::integer(node->iv); return true;
    case NodeKind::UInt:
      *out = Value::unsigned_integer(static_cast<std::uint64_t>(node->iv));
      return true;
    case NodeKind::Num: *out = Value::number(node->nv); return true;
    case NodeKind::Const: *out = *node->value; return true;
    case NodeKind::Str:
      *out = Value::adopt(String::intern_immortal(node->text, node->has(Utf8)));
      if (node->has(VString)) out->spare = kVersionString;
      return true;
    case NodeKind::Unary: {
      if (node->op() != Op::Neg || !node->first || (info_ && hints().bits & Hints::Integer))
        return false;
      Value v;
      if (node->first->kind == NodeKind::Unary && node->first->first &&
          node->first->first->kind == NodeKind::Unary)
        return false;  // three signs in a row are no literal
      if (!constant_value(node->first, &v)) return false;
      if (v.tag == kInt && v.i != INT64_MIN && v.i != 0) {
        *out = Value::integer(-v.i);
        return true;
      }
      if (v.tag == kDouble) {
        *out = Value::number(-v.d);
        return true;
      }
      return false;
    }
    case NodeKind::Call: {
      if (node->has(Ampersand) || node->has(Dynamic) || node->first) return false;
      Glob* g = vm_.glob(node->text, false);
      if (!g || !g->code() || !(g->code()->bits & Code::Const)) return false;
      if (g->code()->constant.tag == kOther) return false;
      *out = g->code()->constant;
      return true;
    }
    case NodeKind::Binary:
    case NodeKind::Repeat:
    case NodeKind::Func: return folded_operator(node, out);
    case NodeKind::List:
      return node->first && !node->first->next && constant_value(node->first, out);
    default: return false;
  }
}

// What perl keeps as a read-only scalar: literals, `use constant` values and undef. The results of
// constant folding, and what an inlined sub () { 1 } gives, are copied by whoever could change them.
static bool has_constant(NodeKind kind) { return kind <= NodeKind::Str || kind == NodeKind::Call; }
bool Compiler::readonly_literal(Node* node, Value* out) {
  if (node->kind == NodeKind::Func) {
    *out = Value();
    return !node->first && static_cast<builtin::BuiltinId>(node->iv) == builtin::BuiltinId::k_undef;
  }
  if (!has_constant(node->kind) || !constant_value(node, out)) return false;
  if (node->kind != NodeKind::Call) return true;
  const Code* c = vm_.glob(node->text, false)->code();
  return !c->proto || !c->captures.empty();
}

}  // namespace perlipc
