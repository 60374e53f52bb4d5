// Construction, symbol tables, services, destruction and small Engine answers.
#include "interp/vm.h"
#include "builtins/io.h"
#include "builtins/io_hooks.h"
#include "interp/natives.h"
#include "interp/tied.h"
#include <algorithm>
#include <cstring>
#include <new>
#include <sys/mman.h>
#include <unordered_set>

namespace perlipc {

namespace {
// Address space for `count` items of `size` bytes; where it is limited (ulimit -v), for fewer.
void* reserve(std::size_t& count, std::size_t size) {
  constexpr std::size_t fewest = std::size_t{1} << 17;
  for (;; count /= 4) {
    void* p = mmap(nullptr, count * size, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p != MAP_FAILED) return p;
    if (count / 4 < fewest) throw std::bad_alloc();
  }
}
void free_foreign(HeapObject* o) {
  switch (o->type) {
    case Type::Regex: {
      auto* r = static_cast<RegexValue*>(static_cast<Referent*>(o));
      r->regex->release();
      r->~RegexValue();
      heap::deallocate(r, sizeof(RegexValue));
      return;
    }
    case Type::MatchState: {
      MatchState::put_back(static_cast<MatchState*>(o));
      return;
    }
    default: static_cast<ForeignObject*>(o)->dispose();
  }
}
void retain_proto(FuncProto* p) { p->retain(); }
void release_proto(FuncProto* p) { p->release(); }
}  // namespace

void FuncProto::destroy() {
  for (FuncProto* f : functions) {
    if (f->around == this) f->around = nullptr;
    f->release();
  }
  for (Glob* g : globs) g->release();
  for (EarlyCell& c : early_cells) c.cell->release();
  delete this;
}
const LineEntry* FuncProto::line_at(std::uint32_t pc) const {
  std::size_t lo = 0, hi = lines.size();
  while (lo < hi) {
    std::size_t mid = (lo + hi) / 2;
    if (lines[mid].pc <= pc) lo = mid + 1;
    else hi = mid;
  }
  return lo ? &lines[lo - 1] : lines.empty() ? nullptr : &lines[0];
}
int FuncProto::slot_at(const VarDecl* decl, const Instr* pc) const {
  for (const CodeCopy& copy : copies)
    if (copy.holds(static_cast<std::uint32_t>(pc - code.data())))
      for (const auto& [declared, slot] : copy.slots)
        if (declared == decl) return slot;
  auto it = decl_slots.find(decl);
  return it == decl_slots.end() ? -1 : it->second;
}
const LabelTarget* FuncProto::label_from(std::string_view label, std::uint32_t pc) const {
  const LabelTarget* nearest = nullptr;
  auto block = label_blocks.end();  // the innermost around both pc and it
  for (const LabelTarget& l : labels) {
    if (l.name != label) continue;
    const auto apart = [&](const CodeCopy& copy) { return copy.holds(l.pc) && !copy.holds(pc); };
    if (std::any_of(copies.begin(), copies.end(), apart)) continue;
    const auto around = std::find_if(label_blocks.begin(), block, [&](const auto& b) {
      return l.pc >= b.first && l.pc <= b.second && pc >= b.first && pc <= b.second;
    });
    if (nearest && around == block) continue;
    nearest = &l;
    block = around;
  }
  return nearest;
}
const LoopRange* FuncProto::deferred_at(std::uint32_t pc) const {
  const LoopRange* best = nullptr;
  for (const LoopRange& r : loops)
    if (r.kind == LoopRange::Deferred && pc > r.begin && pc <= r.end &&
        (!best || r.begin > best->begin))
      best = &r;
  return best;
}
const Node* FuncProto::node_at(std::uint32_t pc) const {
  std::size_t lo = 0, hi = nodes.size();
  while (lo < hi) {
    std::size_t mid = (lo + hi) / 2;
    if (nodes[mid].pc <= pc) lo = mid + 1;
    else hi = mid;
  }
  return lo ? nodes[lo - 1].node : nullptr;
}

VM::VM() {
  HeapObject::destroy_foreign = free_foreign;
  Code::retain_proto = retain_proto;
  Code::release_proto = release_proto;
  stack_base_ = static_cast<Value*>(reserve(stack_values_, sizeof(Value)));
  stack_limit_ = stack_base_ + stack_values_ - 70000;
  sp_ = stack_base_;
  frames_ = static_cast<Frame*>(reserve(frame_count_, sizeof(Frame)));
  frame_limit_ = static_cast<std::uint32_t>(frame_count_) - 2;
  // Frame 0 is a place to stand before any code runs.
  new (frames_) Frame{};
  frames_[0].proto = new FuncProto;
  frames_[0].fp = sp_;
  frames_[0].code = nullptr;
  static const Instr nothing{};
  frames_[0].pc = &nothing;
  frames_[0].kind = FrameMain;
  main_stash_ = Stash::make(this, "main");
  stashes_["main"] = main_stash_;
  main_stash_->vivified = true;
  frames_[0].proto->home = main_stash_;
  topic_glob_ = glob("main::_", true);
  topic_ = &topic_glob_->scalar()->value;
  error_glob_ = glob("main::@", true);
  error_glob_->scalar()->value = Value::string("");
  signal_word_ = &no_signals_;
  glob("main::SIG", true);
  glob("main::\"", true)->scalar()->value = Value::string(" ");
  glob("main::/", true)->scalar()->value = Value::string("\n");
  glob("main::;", true)->scalar()->value = Value::string("\x1c");
  glob("main::,", true)->scalar();
  glob("main::\\", true)->scalar();
  glob("main::INC", true)->hash();
  glob("main::INC", true)->array();
  glob("main::ARGV", true)->array();
  install_core_natives(*this);
}

VM::~VM() {
  forget_service_slots();
  for (auto it = service_order_.rbegin(); it != service_order_.rend(); ++it) services_.erase(*it);
  munmap(stack_base_, stack_values_ * sizeof(Value));
  munmap(frames_, frame_count_ * sizeof(Frame));
}

Stash* VM::stash(std::string_view package, bool create) {
  while (package.size() > 6 && package.substr(0, 6) == "main::") package.remove_prefix(6);
  if (package.substr(0, 2) == "::") package.remove_prefix(2);
  if (package.size() >= 2 && package.substr(package.size() - 2) == "::") package.remove_suffix(2);
  if (package.empty()) package = "main";
  auto it = stashes_.find(package);
  if (it != stashes_.end()) return it->second;
  // The installation itself comes through here, to make the package.
  if (pending_packages_ && install_pending_package(*this, package)) return stash(package, true);
  if (!create) return nullptr;
  Stash* s = Stash::make(this, std::string(package));
  stashes_[std::string(package)] = s;
  // Reachable as %Parent::{"Child::"}.
  std::size_t cut = package.rfind("::");
  Stash* parent = cut == std::string_view::npos ? main_stash_ : stash(package.substr(0, cut), true);
  std::string key(cut == std::string_view::npos ? package : package.substr(cut + 2));
  key += "::";
  Glob* g = parent->glob(key, true);
  if (!g->body->hash) {
    s->retain();
    g->body->hash = s;
  }
  return s;
}

void VM::fill_hash(Glob& g) {
  if (g.name->view()[0] == '+' || g.name->view()[0] == '-' || g.name->view()[0] == '\x03')
    return bind_named_captures(g);
  if (g.name->view() == "!") {  // perlvar: Errno is loaded when %! is used
    const int keep = get_errno();
    require_file("Errno.pm");
    set_errno(keep);
    Hash* object = Hash::make();
    object->set_stash(stash("Errno", true));
    Value variable = Value::ref(g.body->hash);
    return tied::bind(*this, variable, Value::adopt_ref(object));
  }
  builtin::fill_special_hash(*this, g);
}

Glob* VM::glob(std::string_view name, bool create) {
  if (name.substr(0, 2) == "::") name.remove_prefix(2);
  std::size_t cut = name.rfind("::");
  if (name.ends_with(":::")) --cut;  // $: of a package
  std::string buffer;
  if (cut == std::string_view::npos) {
    std::size_t q = name.rfind('\'');
    if (q != std::string_view::npos && q > 0 && q + 1 < name.size()) {
      buffer = std::string(name);
      for (std::size_t p; (p = buffer.find('\'')) != std::string::npos;) buffer.replace(p, 1, "::");
      return glob(buffer, create);
    }
    return main_stash_->glob(name, create);
  }
  if (cut + 2 == name.size()) {  // "Foo::" is the glob that holds %Foo::
    std::string_view inner = name.substr(0, cut);
    if (inner.empty() || inner == "main") {
      if (pending_packages_) install_listed_packages(*this);  // %main:: may be looked through
      return main_stash_->glob("main::", create);
    }
    stash(inner, create);
    std::size_t c2 = inner.rfind("::");
    Stash* parent = c2 == std::string_view::npos ? main_stash_ : stash(inner.substr(0, c2), create);
    std::string key(c2 == std::string_view::npos ? inner : inner.substr(c2 + 2));
    key += "::";
    return parent ? parent->glob(key, create) : nullptr;
  }
  Stash* s = stash(cut == 0 ? "main" : name.substr(0, cut), create);
  return s ? s->glob(name.substr(cut + 2), create) : nullptr;
}

// A symbolic name seen from the running package; punctuation and a few words always mean main::.
Glob* VM::glob_for_symbol(std::string_view name, char) {
  if (name.substr(0, 1) == "*") name.remove_prefix(1);
  if (name.find("::") != std::string_view::npos || name.find('\'') != std::string_view::npos)
    return glob(name, true);
  static const std::string_view forced[] = {"ENV",    "INC",    "ARGV", "ARGVOUT", "STDIN",
                                            "STDOUT", "STDERR", "SIG",  "_"};
  bool main = name.empty() || !(std::isalpha(static_cast<unsigned char>(name[0])) ||
                                name[0] == '_' || (name[0] & 0x80));
  for (auto f : forced) main = main || f == name;
  if (main) return main_stash_->glob(name, true);
  return current_package()->glob(name, true);
}

Stash* VM::current_package() {
  const LineEntry* e = line_entry(frame());
  Stash* const home = frame().proto->home ? frame().proto->home : main_stash_;
  if (!e || !e->info || e->info->package.empty() || e->info->package == home->name) return home;
  return stash(e->info->package, true);
}
const LineEntry* VM::line_entry(const Frame& f) {
  if (f.proto->code.empty()) return nullptr;
  std::ptrdiff_t at = f.pc - f.proto->code.data() - 1;
  return f.proto->line_at(static_cast<std::uint32_t>(at < 0 ? 0 : at));
}
const Hints* VM::current_hints() {
  const LineEntry* e = line_entry(frame());
  return e && e->info ? e->info->hints : nullptr;
}
CallerInfo VM::caller_info() {
  const LineEntry* e = line_entry(frame());
  if (!e || !e->info) return {"main", script_name_, 0};
  return {e->info->package.empty() ? "main" : e->info->package, e->info->file, e->line};
}
bool VM::unicode_strings() {
  const Hints* h = current_hints();
  return h && (h->features & Hints::UnicodeStrings);
}

Scalar* VM::special(Special name) {
  switch (name) {
    case Special::Topic: return box_place(*topic_);
    case Special::EvalError: return error_glob_->scalar();
    case Special::SortA: return current_package()->glob("a", true)->scalar();
    case Special::SortB: return current_package()->glob("b", true)->scalar();
    default: break;
  }
  static const char* const names[] = {"_", "\\", ",", "/", "\"", ";", "@", "ARGV", "a", "b"};
  return main_stash_->glob(names[static_cast<int>(name)], true)->scalar();
}
// The scalar of a glob as Perl sees it: $_ may be aliased away from its glob.
Scalar* VM::glob_scalar(Glob* g) {
  if (g->body == topic_glob_->body) return box_place(*topic_);
  return g->scalar();
}

void* VM::find_service(const void* key) {
  auto it = services_.find(key);
  return it == services_.end() ? nullptr : it->second.get();
}
void VM::add_service(const void* key, std::shared_ptr<void> service) {
  services_[key] = std::move(service);
  service_order_.push_back(key);
}
void VM::set_last_read(Glob* g) {
  if (g == last_read_) return;
  // Not counted, or a lexical handle would outlive its scope; Glob::~Glob takes it back.
  if (last_read_) last_read_->bits &= static_cast<std::uint8_t>(~Glob::LastRead);
  last_read_ = g;
  if (g) g->bits |= Glob::LastRead;
}
void VM::run_pending_signals() {
  if (leaving_) [[unlikely]]
    std::rethrow_exception(std::exchange(leaving_, nullptr));
  if (stop_check_) stop_check_();
  builtin::dispatch_signals(*this);
}
void VM::leave_later() noexcept {
  leaving_ = std::current_exception();
  *signal_word_ = 1;
}

// --- methods ------------------------------------------------------------------------------------

namespace {
constexpr std::size_t kNamedDepth = 101;

// Parents of a class as its @ISA has them now, packages that exist only.
std::vector<Stash*> parents_of(VM& vm, Stash* s) {
  std::vector<Stash*> parents;
  Glob* g = s->glob("ISA", false);
  if (!g || !g->body->array) return parents;
  for (Value& v : *g->body->array) {
    if (v.tag == kInternal) continue;
    const Value name = rvalue(v);
    if (name.is_undef()) continue;
    const Text text(vm, name);
    if (Stash* parent = vm.stash(text.view(), false)) parents.push_back(parent);
  }
  return parents;
}

// The way from one class up to another: empty when there is none.
class WayUp {
 public:
  WayUp(VM& vm, Stash* from, Stash* target) : vm_(vm), target_(target) { climb(from); }
  const std::vector<Stash*>& classes() const { return way_; }

 private:
  bool climb(Stash* at) {
    vm_.check_native_stack();
    if (!seen_.insert(at).second) return false;
    way_.push_back(at);
    for (Stash* parent : parents_of(vm_, at))
      if (parent == target_ || climb(parent)) return true;
    way_.pop_back();
    return false;
  }

  VM& vm_;
  Stash* target_;
  std::unordered_set<Stash*> seen_;
  std::vector<Stash*> way_;
};
}  // namespace

// A class that became its own ancestor, and orders that C3 cannot make any more, are refused where
// @ISA changes (perldoc mro). perl finds a circle by its depth, hence the name in the message.
void VM::isa_changed(Array* isa) {
  Stash* owner = nullptr;
  for (auto& [name, s] : stashes_)
    if (Glob* g = s->glob("ISA", false); g && g->body->array == isa) owner = s;
  if (!owner) return;
  const WayUp way(*this, owner, owner);
  if (const std::vector<Stash*>& circle = way.classes(); !circle.empty())
    die("Recursive inheritance detected in package '" +
        circle[(kNamedDepth - 1) % circle.size()]->name + "'");
  std::vector<Stash*> heirs;
  for (auto& [name, s] : stashes_)
    if (s->use_c3 &&
        std::find(s->linear_isa.begin(), s->linear_isa.end(), owner) != s->linear_isa.end())
      heirs.push_back(s);
  (void)linear_isa(owner);
  for (Stash* heir : heirs) (void)linear_isa(heir);
}

const std::vector<Stash*>& VM::linear_isa(Stash* s) {
  if (s->isa_valid && s->generation == method_generation_) return s->linear_isa;
  if (s->generation != method_generation_) {
    s->methods.clear();
    s->method_names.clear();
    s->overloaded = -1;
    s->destroy_known = false;
    s->isa_valid = false;
    s->generation = method_generation_;
  }
  std::vector<Stash*> out;
  std::vector<std::vector<Stash*>> parents;
  std::vector<Stash*> direct;
  if (Glob* g = s->glob("ISA", false); g && g->body->array)
    for (Value& v : *g->body->array) {
      if (v.tag == kInternal) continue;
      Value r = rvalue(v);
      if (r.is_undef()) continue;
      Text name(*this, r);
      direct.push_back(stash(name.view(), true));
    }
  out.push_back(s);
  {
    struct Level {
      std::size_t& depth;
      ~Level() { --depth; }
    } level{++isa_depth_};
    check_native_stack();
    if (isa_depth_ > stashes_.size())  // a class more than once
      die("Recursive inheritance detected in package '" + s->name + "'");
    for (Stash* p : direct) parents.push_back(linear_isa(p));
  }
  if (!s->use_c3) {
    for (auto& list : parents)
      for (Stash* p : list)
        if (std::find(out.begin(), out.end(), p) == out.end()) out.push_back(p);
  } else {
    parents.push_back(direct);
    for (;;) {
      Stash* next = nullptr;
      bool any = false;
      for (auto& list : parents) {
        if (list.empty()) continue;
        any = true;
        Stash* candidate = list.front();
        bool blocked = false;
        for (auto& other : parents)
          if (std::find(other.begin() + (other.empty() ? 0 : 1), other.end(), candidate) !=
              other.end())
            blocked = true;
        if (!blocked) {
          next = candidate;
          break;
        }
      }
      if (!any) break;
      if (!next) {
        std::string text = "Inconsistent hierarchy during C3 merge of class '" + s->name +
                           "':\n\tcurrent merge results [\n";
        for (const Stash* merged : out) text += "\t\t" + merged->name + ",\n";
        const auto stuck = std::find_if(parents.begin(), parents.end(),
                                        [](const auto& list) { return !list.empty(); });
        die(text + "\t]\n\tmerging failed on '" + stuck->front()->name + "'");
      }
      out.push_back(next);
      for (auto& list : parents)
        if (!list.empty() && list.front() == next) list.erase(list.begin());
    }
  }
  s->linear_isa = std::move(out);
  s->isa_valid = true;
  return s->linear_isa;
}

Code* VM::find_method(Stash* s, std::string_view name) {
  if (s->generation != method_generation_) {
    s->isa_valid = false;
    linear_isa(s);
  }
  auto it = s->methods.find(name);
  if (it != s->methods.end()) return it->second;
  Code* found = nullptr;
  auto look = [&](Stash* p) {
    Glob* g = p->glob(name, false);
    if (g && g->code() &&
        (g->code()->defined() || (g->code()->bits & (Code::Const | Code::Declared))))
      found = g->code();
  };
  for (Stash* p : linear_isa(s)) {
    look(p);
    if (found) break;
  }
  if (!found)
    if (Stash* u = stash("UNIVERSAL", false)) {
      look(u);
      if (!found && u->glob("ISA", false))
        for (Stash* p : linear_isa(u)) {
          look(p);
          if (found) break;
        }
    }
  s->method_names.push_back(std::make_unique<std::string>(name));
  s->methods[*s->method_names.back()] = found;
  return found;
}
bool VM::stash_isa(Stash* s, std::string_view package) {
  while (package.size() > 6 && package.substr(0, 6) == "main::") package.remove_prefix(6);
  if (package.substr(0, 2) == "::") package.remove_prefix(2);
  for (Stash* p : linear_isa(s))
    if (p->name == package) return true;
  return package == "UNIVERSAL";
}

Code* VM::code_of(const Value& v) { return callable(v, true); }

// --- destruction --------------------------------------------------------------------------------

void VM::destroy(Referent* object) {
  if (in_global_destruction_ && leaving_)  // an exit there ends everything
    return live_objects_.erase(object);
  // What an earlier destructor left with does not keep this one from running.
  const std::exception_ptr leaving = std::exchange(leaving_, nullptr);
  try {
    const NativeStack::Reserve reserve(native_stack_);
    run_destructor(object);
  } catch (...) { leave_later(); }
  if (leaving && !leaving_) {
    leaving_ = leaving;
    *signal_word_ = 1;
  }
}

// Whether anything was defined in the package.
bool VM::package_used(Stash* s) {
  std::size_t p = 0;
  while (Hash::Entry* e = s->next(p)) {
    if (e->value.tag != kGlob) continue;
    Glob* g = reinterpret_cast<Glob*>(e->value.o);
    if (g->body->code || g->body->array || g->body->scalar || g->body->hash) return true;
  }
  return false;
}

// Brings s->has_destroy up to date.
bool VM::knows_destructor(Stash* s) {
  if (s->destroy_known && s->generation == method_generation_) return s->has_destroy;
  const bool before = s->has_destroy;
  Code* c = find_method(s, "DESTROY");
  s->has_destroy = (c && c->defined()) || (!c && find_method(s, "AUTOLOAD"));
  s->destroy_known = true;
  if (before && !s->has_destroy)
    for (Referent* object : live_objects_.all())
      if (object->stash() == s) live_objects_.erase(object);
  return s->has_destroy;
}

void VM::bless(Referent* object, Stash* stash) {
  object->set_stash(stash);
  if (knows_destructor(stash)) live_objects_.insert(object);
  else live_objects_.erase(object);
}

void VM::run_destructor(Referent* object) {
  Stash* s = object->stash();
  if (!s) return;
  if (object->type == Type::Code && in_global_destruction_) return live_objects_.erase(object);
  if (!knows_destructor(s)) return;
  live_objects_.erase(object);
  Code* c = find_method(s, "DESTROY");
  if (c && !c->defined()) c = nullptr;
  if (!c) {
    c = find_method(s, "AUTOLOAD");
    if (!c) return;
    if (c->name_glob && c->name_glob->stash)
      c->name_glob->stash->glob("AUTOLOAD", true)->scalar()->value =
          Value::string(s->name + "::DESTROY");
  }
  if (is_empty(*c)) return;
  c->retain();
  const Value code = Value::adopt_ref(c);
  Value error;
  bool died = false;
  cleanup_warning_ = warning_enabled(Warning::Misc);
  {
    Value self = Value::ref(object);
    try {
      const LoopBarrier barrier(*this, true);
      call(c, {&self, 1}, Want::Void);
    } catch (PerlDie& d) {
      error = std::move(d.value);
      died = true;
    }
  }
  if (object->refs > 1 && object->stash() && !in_global_destruction_)
    live_objects_.insert(object);  // it lives on
  if (died && cleanup_warning_) warn_in_cleanup(error);
}

}  // namespace perlipc
