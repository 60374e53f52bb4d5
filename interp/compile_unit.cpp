// Compiling one text: the parser's questions answered, subs installed, BEGIN and use run.
#include "interp/compile_unit.h"
#include "builtins/io.h"
#include "builtins/io_handle.h"
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/implied_modules.h"
#include "interp/lint.h"
#include "interp/messages.h"
#include "interp/natives.h"
#include "interp/version_object.h"
#include "interp/warning_bits.h"

namespace perlipc {

CompileUnit::CompileUnit(VM& vm, const ParseInput& input, FrameKind kind, Want want)
    : file_(input.file), text_(input.text), vm_(vm), outer_(vm.unit_), kind_(kind), want_(want),
      parser_(input, *this) {
  vm_.unit_ = this;
}
CompileUnit::~CompileUnit() { vm_.unit_ = outer_; }

// While code runs at compile time, caller() and messages see the place in this text.
void CompileUnit::push_location(std::uint32_t line) {
  auto* p = new FuncProto;
  p->arena = parser_.arena_owner();
  p->code.push_back({static_cast<std::uint16_t>(Opc::ReturnEmpty), 0, 0, 0});
  auto* info = parser_.arena().make<StatementInfo>();
  info->file = parser_.arena().copy(parser_.current_file());
  info->hints = parser_.hints();
  info->package = parser_.arena().copy(parser_.current_package());
  p->lines.push_back({0, line, info});
  p->home = vm_.stash(info->package, true);
  vm_.push_frame(p, nullptr, vm_.sp_, 0, Want::Void, FrameMain);
  p->release();
  vm_.frame().pc = p->code.data() + 1;
  enter_hint_hash(vm_);
}
void CompileUnit::pop_location() {
  leave_hint_hash(vm_);
  vm_.pop_frame();
}

FuncProto* CompileUnit::compile() {
  FuncProto* proto = nullptr;
  bool died = false;
  try {
    result_ = parser_.parse();
    if (errors_.empty()) proto = vm_.compile(result_.unit, result_.arena);
  } catch (SyntaxError& e) {
    died = !e.message.empty();
    if (!e.message.empty()) errors_.push_back(e.message);
  }
  if (!errors_.empty()) give_up(died);
  // Declarations were closed over by subs compiled on the way: the unit's first run adopts them.
  for (std::size_t n = unitcheck_.size(); n-- > 0;) {
    struct Location {
      CompileUnit& unit;
      ~Location() { unit.pop_location(); }
    };
    try {
      push_location(0);
      const Location location{*this};
      vm_.call(unitcheck_[n], {}, Want::Void);
    } catch (PerlDie& d) {
      if (d.value.is_ref()) throw;
      d.value = vm_.lengthened_error(d.value, "UNITCHECK failed--call queue aborted.\n");
      throw;
    }
    unitcheck_[n]->release();
  }
  unitcheck_.clear();
  return proto;
}

// `died`: the last message ended everything, as a die does; it is the last word.
void CompileUnit::give_up(bool died) {
  std::string text;
  for (auto& e : errors_) text += e;
  errors_.clear();
  bool refused = text.find(" not supported by perlipc") != std::string::npos;
  if (kind_ != FrameEvalString && kind_ != FrameFile && !died && !refused)
    text += vm_.dash_c ? file_ + " had compilation errors.\n"
                       : "Execution of " + file_ + " aborted due to compilation errors.\n";
  vm_.compile_failed_ = true;
  throw PerlDie{Value::string(text)};
}

std::string CompileUnit::place(std::string_view file, std::uint32_t line) {
  return location_text(vm_, file, line);
}
std::string CompileUnit::here() { return place(parser_.current_file(), parser_.current_line()); }
void CompileUnit::error(std::string text) { errors_.push_back(std::move(text)); }
void CompileUnit::warn(std::string text) { vm_.warn_always(std::move(text)); }
bool CompileUnit::warning_on(const Hints& hints, Warning category, Severity severity) {
  if (vm_.dash_X) return false;
  if (vm_.dash_W) return true;
  if (hints.warnings_given) return hints.warnings.test(static_cast<std::size_t>(category));
  static const WarningSet defaults = default_warnings();
  return vm_.dash_w || severity == Severity::Severe ||
         defaults.test(static_cast<std::size_t>(category));
}
void CompileUnit::warn(const Hints& hints, Warning category, Severity severity, std::string text) {
  if (!warning_on(hints, category, severity)) return;
  if (hints.warnings_given && hints.fatal_warnings.test(static_cast<std::size_t>(category)))
    vm_.die_value(Value::string(text));
  vm_.warn_always(std::move(text));
}

// --- what is known ------------------------------------------------------------------------------

SubInfo CompileUnit::find_sub(std::string_view name) {
  SubInfo info;
  Glob* g = vm_.glob(name, false);
  if (!g || !g->code()) {
    if (!supply_implied_sub(vm_, name)) return info;
    g = vm_.glob(name, false);
    if (!g || !g->code()) return info;
  }
  Code* c = g->code();
  info.declared = true;
  info.defined = c->defined() || (c->bits & Code::Const);
  info.imported = g->bits & Glob::ImportedCode;
  info.has_prototype = c->bits & Code::HasPrototype;
  info.prototype = c->prototype;
  info.constant = c->bits & Code::Const;
  if (info.constant) info.value = &c->constant;
  info.lvalue = c->bits & Code::Lvalue;
  return info;
}
std::string CompileUnit::sub_title(std::string_view name) {
  Glob* glob = name.find("::") == name.npos ? nullptr : vm_.glob(name, false);
  const Code* code = glob ? glob->code() : nullptr;
  const bool by_definition = code && code->name_glob && !(code->bits & Code::NamedByUse);
  return by_definition ? code->name_glob->full_name() : std::string(name);
}
bool CompileUnit::package_exists(std::string_view package) {
  Stash* s = vm_.stash(package, false);
  return s && (s->vivified || vm_.package_used(s));
}
bool CompileUnit::handle_exists(std::string_view name) {
  Glob* g = vm_.glob(name, false);
  return g && g->body->io;
}
bool CompileUnit::array_exists(std::string_view name) {
  Glob* g = vm_.glob(name, false);
  return g && g->body->array;
}
bool CompileUnit::symbol_used(std::string_view name) {
  Glob* g = vm_.glob(name, false);
  return g && (!g->code() || g->body->scalar || g->body->array || g->body->hash || g->body->io);
}
bool CompileUnit::format_declared(std::string_view name) {
  return !formats_.insert(std::string(name)).second || vm_.glob(name, true)->body->format;
}
void CompileUnit::mentioned(std::string_view name) {
  // What the program uses counts for it: "used only once" is about all that was compiled by its end.
  for (CompileUnit* unit = outer_; unit; unit = unit->outer_)
    if (unit->kind_ == FrameMain) unit->parser_.mentioned_elsewhere(name);
}
bool CompileUnit::symbol_exists(std::string_view name) { return vm_.glob(name, false) != nullptr; }
std::string_view CompileUnit::original_name(char sigil, std::string_view name) {
  Glob* g = vm_.glob(name, false);
  if (!g) return name;
  GlobBody* body = g->body;
  if (sigil == '$' || sigil == '@') {
    if (body == vm_.topic_glob_->body && g != vm_.topic_glob_) return "main::_";
  }
  if (sigil == '@' && body->array) {
    static constexpr std::string_view names[] = {"main::-", "main::+",
                                                 "main::\x03"
                                                 "APTURE"};
    for (unsigned n = 0; n < 3; ++n)
      if (body->array == vm_.match_arrays_[n]) return names[n];
  }
  return name;
}
bool CompileUnit::variable_imported(std::string_view name) {
  Glob* g = vm_.glob(name.substr(1), false);
  if (!g) return false;
  switch (name[0]) {
    case '$': return g->bits & Glob::ImportedScalar;
    case '@': return g->bits & Glob::ImportedArray;
    case '%': return g->bits & Glob::ImportedHash;
    default: return g->bits & Glob::ImportedCode;
  }
}
bool CompileUnit::may_be_overridden(std::string_view name) {
  if (Stash* s = vm_.stash("CORE::GLOBAL", false))
    if (Glob* g = s->glob(name, false); g && g->code()) return true;
  Stash* here = vm_.stash(parser_.current_package(), false);
  Glob* g = here ? here->glob(name, false) : nullptr;
  return g && g->code() && (g->bits & Glob::ImportedCode);
}

// --- declarations -------------------------------------------------------------------------------

void CompileUnit::package_declared(std::string_view package) {
  vm_.stash(package, true)->vivified = true;
}
void CompileUnit::package_version(std::string_view package, std::string_view version) {
  vm_.glob(std::string(package) + "::VERSION", true)->scalar()->value = version_literal(version);
}
void CompileUnit::declare_sub(const FunctionScope& function) {
  Glob* g = vm_.glob(function.name, true);
  Code* c = g->code();
  if (c) warn_prototype_mismatch(*c, function);
  else c = g->declare_code();
  if (!c->defined()) {
    c->bits &= ~Code::HasPrototype;
    if (function.has_prototype) c->bits |= Code::HasPrototype;
    c->prototype = std::string(function.prototype);
  }
  if (function.is_lvalue) c->bits |= Code::Lvalue;
  if (function.is_method) c->bits |= Code::Method;
}

// The cell that a sub compiled now shares with code that runs later (or runs already).
Value CompileUnit::capture_cell(VarDecl* decl) {
  char sigil = decl->name[0];
  std::uint32_t tag = sigil == '@' ? kArrayVar : sigil == '%' ? kHashVar : kBoxed;
  // A running function's variable: string eval inside it.
  for (std::uint32_t d = vm_.depth(); d > 0; --d) {
    Frame* f = vm_.frame_at(d);
    if (f->proto->scope == nullptr) continue;
    const int number = f->proto->slot_at(decl, f->pc);
    if (number < 0) continue;
    Value& slot = f->fp[number];
    if (sigil == '@' || sigil == '%') {
      if ((slot.tag & kKindMask) != (tag & kKindMask)) slot = vm_.fresh_cell(sigil);
      slot.o->retain();
      return Value::raw_object(slot.o, tag);
    }
    return Value::boxed(box_place(slot));
  }
  if (!decl->early_cell) {
    if (sigil == '@') decl->early_cell = Array::make();
    else if (sigil == '%') decl->early_cell = Hash::make();
    else decl->early_cell = Scalar::make();
  }
  decl->captured = true;
  decl->early_cell->retain();
  return Value::raw_object(decl->early_cell, tag);
}

Code* CompileUnit::make_sub(FunctionScope* function) {
  FuncProto* proto = vm_.compile(function, parser_.arena_owner());
  Code* c = Code::make();
  c->proto = proto;
  c->home = proto->home;
  if (proto->has_prototype) {
    c->prototype = proto->prototype;
    c->bits |= Code::HasPrototype;
  }
  if (function->is_lvalue) c->bits |= Code::Lvalue;
  if (function->is_method) c->bits |= Code::Method;
  for (const auto& cap : proto->captures) c->captures.push_back(capture_cell(cap.decl));
  for (const auto& st : proto->state_vars) c->captures.push_back(vm_.fresh_cell(st.sigil));
  return c;
}

// perldiag "Prototype mismatch: %s".
void CompileUnit::warn_prototype_mismatch(const Code& old, const FunctionScope& function) {
  const bool has = old.bits & Code::HasPrototype;
  if (has == function.has_prototype && old.prototype == function.prototype) return;
  if (!function.body && !old.defined() && !(old.bits & Code::Declared)) return;
  if (function.body && !has && !old.defined()) return;
  const bool full = function.body || old.defined();
  const auto shown = [](bool given, std::string_view prototype) {
    return given ? "(" + std::string(prototype) + ")" : std::string("none");
  };
  warn(*parser_.hints(), Warning::Prototype, Severity::Severe,
       "Prototype mismatch: sub " + std::string(full ? function.name : function.shown_name) +
           (has ? " " : ": ") + shown(has, old.prototype) + " vs " +
           shown(function.has_prototype, function.prototype) + here());
}

void CompileUnit::define_sub(FunctionScope* function) {
  Glob* g = vm_.glob(function->name, true);
  if (!errors_.empty()) {  // what follows may call it
    if (!g->code()) declare_sub(*function);
    return;
  }
  Code* c = make_sub(function);
  Code* old = g->code();
  if (old && (old->defined() || (old->bits & (Code::Const | Code::Declared))))
    warn_prototype_mismatch(*old, *function);
  if (old && (old->defined() || (old->bits & Code::Const))) {
    const bool constant = old->bits & Code::Const;
    warn(*parser_.hints(), Warning::Redefine, constant ? Severity::Severe : Severity::Normal,
         (constant ? "Constant subroutine " : "Subroutine ") + std::string(function->shown_name) +
             " redefined" + here());
  }
  // References taken to a forward declaration become references to the sub itself.
  if (old && !old->defined() && !(old->bits & Code::Const) && old->refs > 1) {
    old->proto = c->proto;
    Code::retain_proto(old->proto);
    old->captures = c->captures;
    old->prototype = c->prototype;
    old->bits = (old->bits & ~(Code::Declared | Code::HasPrototype)) | c->bits;
    old->home = c->home;
    c->release();
    ++vm_.method_generation();
    return;
  }
  c->name_glob = g;
  if ((c->bits & Code::HasPrototype) && c->prototype.empty() && gives_constant(function)) {
    c->constant = vm_.call_scalar(c, {});
    c->bits |= Code::Const;
  }
  g->set_code(c);
  if (g->body->owner != g) g->body->owner = g;
  c->release();
}

// perlsub "Constant Functions": whether all that the sub does folds to one value.
bool CompileUnit::gives_constant(const FunctionScope* function) {
  const Node* s = function->body->first;
  if (!s || s->next) return false;
  const Node* e = strip(s->kind == NodeKind::Statement ? s->first : s);
  if (!e) return false;
  if (e->kind == NodeKind::If && e->has(Modifier)) {
    const Folded condition = fold_constant(strip(e->first), *this);
    if (condition.kind == Folded::None || condition.truth() == e->has(Negated)) return false;
    e = strip(e->first->next);
  }
  const auto folds = [this](const Node* k) { return fold_constant(k, *this).kind != Folded::None; };
  if (e->kind != NodeKind::Func) return folds(e);
  const auto id = static_cast<builtin::BuiltinId>(e->iv);
  if (!e->first) return id == builtin::BuiltinId::k_undef;
  for (const Node* k = e->first; k; k = k->next)
    if (!folds(k)) return false;
  return folds_constants(id);
}

void CompileUnit::special_block(std::string_view kind, FunctionScope* function) {
  if (!errors_.empty()) {
    if (kind == "BEGIN") {
      throw SyntaxError{"BEGIN not safe after errors--compilation aborted" + here()};
    }
    return;
  }
  function->is_named_special = true;
  Code* c = make_sub(function);
  Glob* g = vm_.glob((parser_.current_package().empty() ? std::string("main")
                                                        : std::string(parser_.current_package())) +
                         "::" + std::string(kind),
                     true);
  c->name_glob = g;
  if (kind == "BEGIN") {
    push_location(parser_.current_line());
    try {
      vm_.call(c, {}, Want::Void);
    } catch (PerlDie& d) {
      pop_location();
      c->release();
      throw PerlDie{vm_.lengthened_error(d.value, "BEGIN failed--compilation aborted" + here())};
    } catch (...) {
      pop_location();
      c->release();
      throw;
    }
    pop_location();
    c->release();
    return;
  }
  if (kind == "END") vm_.end_blocks_.push_back(c);
  else if ((kind == "INIT" || kind == "CHECK") && vm_.phase_ >= 3) {  // perldiag "Too late to run"
    push_location(parser_.current_line());
    vm_.warn(Warning::Void, "Too late to run " + std::string(kind) + " block");
    pop_location();
    c->release();
  } else if (kind == "INIT") vm_.init_blocks_.push_back(c);
  else if (kind == "CHECK") vm_.check_blocks_.push_back(c);
  else unitcheck_.push_back(c);
}

Value CompileUnit::constant_from_handler(const Value& handler, std::string_view source,
                                         const Value& plain, const char* mode, std::uint32_t line) {
  Code* code = vm_.code_of(handler);
  if (!code) return plain;
  const Value args[3] = {Value::string(source), plain,
                         mode ? Value::string(std::string_view(mode)) : Value()};
  push_location(line);
  Value result;
  try {
    result = vm_.call_scalar(code, args);
  } catch (...) {
    pop_location();
    throw;
  }
  pop_location();
  return result;
}

template <class F> void CompileUnit::at_compile_time(std::uint32_t line, F&& code) {
  push_location(line);
  try {
    code();
  } catch (PerlDie& d) {
    pop_location();
    throw PerlDie{vm_.lengthened_error(d.value, "BEGIN failed--compilation aborted" +
                                                    place(parser_.current_file(), line))};
  } catch (...) {
    pop_location();
    throw;
  }
  pop_location();
}

void CompileUnit::use_version(bool no, std::string_view text, std::uint32_t line) {
  at_compile_time(line, [&] { vm_.check_perl_version(text, no); });
}

// attributes->import(PACKAGE, REFERENCE, ATTRIBUTES)
void CompileUnit::import_attributes(std::string_view package, const Value& reference,
                                    const std::vector<std::string_view>& attributes) {
  if (!errors_.empty()) return;
  at_compile_time(parser_.current_line(), [&] {
    vm_.require_value("attributes.pm");
    std::vector<Value> args{Value::string(package), reference};
    for (std::string_view name : attributes) args.push_back(Value::string(name));
    vm_.call_method(Value::string("attributes"), "import", args, Want::Void);
  });
}

// What is anonymous does not exist yet: its attributes are told of a sub of the same code.
void CompileUnit::sub_attributes(FunctionScope* function) {
  if (!errors_.empty()) return;
  if (function->is_anon || function->lexical_sub)
    return import_attributes(parser_.current_package(), Value::adopt_ref(make_sub(function)),
                             function->attributes);
  Code* code = vm_.glob(function->name, true)->code();
  code->retain();
  // `sub Other::name` asks the package of the name.
  const std::string_view package = function->name.substr(0, function->name.rfind("::"));
  import_attributes(package, Value::adopt_ref(code), function->attributes);
}

void CompileUnit::variable_attributes(char sigil, std::string_view name,
                                      const std::vector<std::string_view>& attributes) {
  Glob* g = vm_.glob(name, true);
  HeapObject* thing = nullptr;
  if (sigil == '@') thing = g->array();
  else if (sigil == '%') thing = g->hash();
  else thing = g->scalar();
  thing->retain();
  import_attributes(parser_.current_package(), Value::adopt_ref(thing), attributes);
}

Value CompileUnit::folded_builtin(builtin::BuiltinId id, const std::vector<Value>& operands) {
  std::vector<Value> args = operands;
  return computed_at_once(vm_, id, args);
}

std::optional<std::string> CompileUnit::named_characters(std::string_view name) {
  if (!errors_.empty()) return std::nullopt;
  std::optional<std::string> found;
  at_compile_time(parser_.current_line(), [&] {
    Hash* const hints = vm_.glob("main::\x08", true)->hash();
    if (!hints->find("charnames")) {
      const Value tags[] = {Value::string(":full"), Value::string(":short")};
      vm_.require_value("charnames.pm");
      vm_.call_method(Value::string("charnames"), "import", tags, Want::Void);
    }
    const Value* translator = hints->find("charnames");
    Code* code = translator ? vm_.callable(rvalue(*translator), true) : nullptr;
    if (!code) return;
    const Value argument = Value::string(name);
    const Value result = vm_.call_scalar(code, {&argument, 1});
    if (result.is_undef()) return;
    Text text(vm_, result);
    found.emplace();
    for (std::string_view rest = text.view(); !rest.empty();) {
      std::size_t used = 1;
      std::uint32_t c = static_cast<unsigned char>(rest[0]);
      if (text.utf8()) c = utf8_decode(rest.data(), rest.data() + rest.size(), &used);
      char bytes[8];
      found->append(bytes, utf8_encode(c, bytes));
      rest.remove_prefix(used);
    }
  });
  return found;
}

void CompileUnit::use_module(bool no, std::string_view module,
                             std::optional<std::string_view> version, FunctionScope* import_list,
                             bool empty_list, std::uint32_t line) {
  if (!errors_.empty()) {
    throw SyntaxError{"BEGIN not safe after errors--compilation aborted" +
                      place(parser_.current_file(), line)};
  }
  at_compile_time(line, [&] {
    std::string file(module);
    for (std::size_t p; (p = file.find("::")) != std::string::npos;) file.replace(p, 2, "/");
    vm_.require_value(file + ".pm");
    Value name = Value::string(module);
    if (version) {
      Value v = Value::string(*version);
      vm_.call_method(name, "VERSION", {&v, 1}, Want::Void);
    }
    if (empty_list) return;
    std::vector<Value> args;
    if (import_list) {
      const Value code = Value::adopt_ref(make_sub(import_list));
      args = vm_.call(static_cast<Code*>(code.o), {}, Want::List);
    }
    if (import_list) vm_.frame().proto->lines.front().line = import_list->line;
    vm_.call_method(name, no ? "unimport" : "import", args, Want::Void);
  });
}

std::optional<std::string> CompileUnit::changed_source(std::string_view rest) {
  std::optional<std::string> changed;
  if (filter_ends_ && !filtered_.empty()) {
    const Filtering& last = filtered_.back();
    const std::string& text = last.result.text;
    const std::size_t at = text.size() - std::min(rest.size(), text.size());
    for (const FilteredText::Piece& piece : last.result.pieces) {
      if (piece.end < at) continue;
      changed = text.substr(at, piece.end - at) + last.source.substr(piece.source_end);
      break;
    }
    filtered_.pop_back();
  }
  filter_ends_ = false;
  std::vector<SourceFilter> filters;
  filters.swap(new_filters_);
  for (const SourceFilter& filter : filters) {
    std::string source = changed ? std::move(*changed) : std::string(rest);
    push_location(parser_.current_line());
    try {
      FilteredText result = filter(source);
      changed = result.text;
      filtered_.push_back({std::move(source), std::move(result)});
    } catch (...) {
      pop_location();
      throw;
    }
    pop_location();
  }
  return changed;
}

std::string CompileUnit::unfiltered(std::string_view rest) const {
  std::string text(rest);
  for (auto filtering = filtered_.rbegin(); filtering != filtered_.rend(); ++filtering) {
    const std::size_t at = filtering->result.text.size() - text.size();
    for (const FilteredText::Piece& piece : filtering->result.pieces) {
      if (piece.end < at) continue;
      text = filtering->source.substr(piece.source_end);
      break;
    }
  }
  return text;
}

// --- VM side ------------------------------------------------------------------------------------

bool VM::add_source_filter(SourceFilter filter) {
  if (!unit_) return false;
  unit_->add_filter(std::move(filter));
  return true;
}

void VM::end_source_filter() {
  if (unit_) unit_->end_filter();
}

FuncProto* VM::compile(FunctionScope* scope, std::shared_ptr<Arena> arena) {
  Compiler compiler(*this, scope, std::move(arena));
  return compiler.compile();
}

FuncProto* VM::compile_text(std::string_view text, bool utf8, std::string_view file, FrameKind kind,
                            std::string_view package, std::string prefix) {
  const std::size_t prefix_size = prefix.size();
  std::string whole = std::move(prefix);
  whole += text;
  ParseInput in;
  in.text = whole;
  in.utf8 = utf8;
  in.file = file;
  in.package = package;
  in.is_program = kind == FrameMain;
  CompileUnit unit(*this, in, kind);
  FuncProto* p = unit.compile();
  const ParseResult& r = unit.result();
  if (r.data_offset != std::string_view::npos && !r.data_package.empty() &&
      !r.filtered_text.empty()) {
    const std::size_t offset = std::min(r.data_offset, r.filtered_text.size());
    open_data(r.data_package, unit.unfiltered(r.filtered_text.substr(offset)), 0, utf8);
  } else if (r.data_offset != std::string_view::npos && !r.data_package.empty()) {
    // The handle is the program's own: it can go back to the first line.
    const std::size_t offset = std::min(r.data_offset, whole.size()) - prefix_size;
    const std::string_view program = std::string_view(whole).substr(prefix_size);
    Glob* const data = glob(std::string(r.data_package) + "::DATA", true);
    if (allowed_ == kAllAllowed && kind != FrameEvalString &&
        builtin::open_data_file(*this, data, std::string(file), program.substr(offset), offset,
                                utf8))
      builtin::io_of(data->body->io)->untainted = true;
    else open_data(r.data_package, program, offset, utf8);
  }
  return p;
}

std::vector<Value> VM::run_file_text(std::string_view text, bool utf8, std::string_view file,
                                     Want want, FrameKind kind) {
  FuncProto* p = compile_text(text, utf8, file, kind);
  struct Hold {
    FuncProto* p;
    ~Hold() { p->release(); }
  } hold{p};
  return run_proto(p, want, kind);
}

void VM::string_eval(const EvalSite& site, const Value& text_value, Want want, std::uint16_t dst,
                     bool bytes) {
  // Our own modules may, whatever the host says of its scripts.
  if (!is_allowed(builtin::Capability::EvalString) && !caller_info().file.starts_with("(perlipc)/"))
    deny("eval of a string");
  Frame& f = frames_[depth_];
  std::uint32_t my_depth = depth_;
  Value* base = sp_;
  Value fatal;
  bool failed = false;
  std::vector<Value> results;
  std::uint32_t save_height = static_cast<std::uint32_t>(saves_.size());
  std::size_t eval_height = evals_.size();
  set_eval_error(Value::string(""));
  std::uint32_t level = level_;
  try {
    Text text(*this, text_value);
    std::string name = "(eval " + std::to_string(++eval_counter_) + ")";
    ParseInput in;
    in.text = text.view();
    in.utf8 = text.utf8() && !bytes;
    in.file = name;
    if (site.info) {
      in.parent_block = site.info->block;
      in.sequence = site.info->sequence;
    }
    in.parent_function = site.function;
    in.hints = site.statement ? site.statement->hints : nullptr;
    in.package = site.statement && !site.statement->package.empty() ? site.statement->package
                                                                    : std::string_view("main");
    in.is_eval = true;
    FuncProto* p = nullptr;
    std::vector<Value> captures;
    // A record stands for this eval while it compiles and runs: $^S, caller and nested dies see it.
    ++eval_string_depth_;
    struct Depth {
      int& n;
      ~Depth() { --n; }
    } depth{eval_string_depth_};
    {
      CompileUnit unit(*this, in, FrameEvalString, want);
      p = unit.compile();
    }
    struct Hold {
      FuncProto* p;
      ~Hold() { p->release(); }
    } hold{p};
    for (const auto& cap : p->captures) captures.push_back(eval_capture(cap.decl, f));
    Code* code = Code::make();
    code->proto = p;
    p->retain();
    code->home = p->home;
    code->captures = std::move(captures);
    for (const auto& st : p->state_vars) code->captures.push_back(fresh_cell(st.sigil));
    Value keep = Value::adopt_ref(code);
    Array* args = f.args_array;
    if (!args && f.kind == FrameSub) {
      materialise_args(f);
      args = f.args_array;
    }
    if (!args) args = main_stash_->glob("_", true)->array();
    push_frame(p, code, sp_, 0, want, FrameEvalString);
    Frame& n = frames_[depth_];
    n.entry = true;
    n.eval_text = text_value;
    // $1 and friends go on from the caller's.
    if (f.proto->match_slot != kNone && p->match_slot != kNone)
      n.fp[p->match_slot] = f.fp[f.proto->match_slot];
    if (p->args_slot != kNone) {
      args->retain();
      n.fp[p->args_slot] = Value::raw_object(args, kArrayVar);
    }
    n.args_array = args;
    run(depth_);
    for (Value* v = base; v < sp_; ++v) results.push_back(rvalue(*v));
    pop_to(base);
  } catch (PerlDie& d) {
    failed = true;
    fatal = std::move(d.value);
  }
  if (failed) {
    level_ = level;
    while (evals_.size() > eval_height) evals_.pop_back();
    leave_level(my_depth + 1, save_height, fatal);
    pop_to(base);
    set_eval_error(std::move(fatal));
    if (want == Want::Scalar && dst != kNone) store(frames_[depth_].fp[dst], Value());
    return;
  }
  set_eval_error(Value::string(""));
  if (want == Want::List)
    for (Value& v : results) push(std::move(v));
  else if (want == Want::Scalar && dst != kNone)
    store(frames_[depth_].fp[dst], results.empty() ? Value() : std::move(results.back()));
}

// The cell of a variable that string-eval'd code mentions.
Value VM::eval_capture(VarDecl* decl, Frame& f) {
  char sigil = decl->name[0];
  std::uint32_t tag = sigil == '@' ? kArrayVar : sigil == '%' ? kHashVar : kBoxed;
  auto from = [&](Frame& fr, int slot_number) {
    Value& slot = fr.fp[slot_number];
    if (sigil == '@' || sigil == '%') {
      if ((slot.tag & kKindMask) != (tag & kKindMask)) slot = fresh_cell(sigil);
      slot.o->retain();
      return Value::raw_object(slot.o, tag);
    }
    return Value::boxed(box_place(slot));
  };
  if (const int slot = f.proto->slot_at(decl, f.pc); slot >= 0) return from(f, slot);
  for (std::uint32_t d = depth_; d > 0; --d)
    if (Frame& outer = frames_[d]; outer.proto->slot_at(decl, outer.pc) >= 0)
      return from(outer, outer.proto->slot_at(decl, outer.pc));
  if (decl->early_cell) {
    decl->early_cell->retain();
    return Value::raw_object(decl->early_cell, tag);
  }
  warn(Warning::Closure, "Variable \"" + std::string(decl->name) + "\" is not available");
  return fresh_cell(sigil);
}

}  // namespace perlipc
