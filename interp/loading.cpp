// Versions of perl asked for, DATA, program phases (BEGIN..END) and the end of the interpreter.
#include "builtins/io.h"
#include "builtins/io_handle.h"
#include "builtins/io_hooks.h"
#include "interp/compile_unit.h"
#include "interp/messages.h"
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace perlipc {

// --- versions -----------------------------------------------------------------------------------

namespace {
// "5.036", "v5.36.0", "5.6.1" as numbers revision.version.subversion.
void parse_perl_version(std::string_view t, int out[3]) {
  out[0] = out[1] = out[2] = 0;
  std::string s;
  for (char c : t)
    if (c != '_') s += c;
  bool dotted = (!s.empty() && s[0] == 'v') || std::count(s.begin(), s.end(), '.') > 1;
  if (dotted) {
    std::sscanf(s.c_str() + (s[0] == 'v'), "%d.%d.%d", &out[0], &out[1], &out[2]);
    return;
  }
  std::size_t dot = s.find('.');
  out[0] = std::atoi(s.c_str());
  if (dot == std::string::npos) return;
  std::string frac = s.substr(dot + 1);
  frac.resize(6, '0');
  out[1] = std::atoi(frac.substr(0, 3).c_str());
  out[2] = std::atoi(frac.substr(3, 3).c_str());
}
}  // namespace

void VM::check_perl_version(std::string_view text, bool no) {
  int v[3];
  parse_perl_version(text, v);
  static const int ours[3] = {5, 36, 0};
  bool newer = std::lexicographical_compare(ours, ours + 3, v, v + 3);
  char wanted[64];
  std::snprintf(wanted, sizeof wanted, "v%d.%d.%d", v[0], v[1], v[2]);
  if (no && !newer)
    die(std::string("Perls since ") + wanted + " too modern--this is v5.36.0, stopped");
  if (!no && newer) {
    bool decimal = text[0] != 'v' && std::count(text.begin(), text.end(), '.') == 1;
    if (decimal && v[0] == 5 && v[1] >= 100 && v[2] == 0)  // use 5.10 for 5.010
      die(std::string("Perl ") + wanted + " required (did you mean v5." +
          std::to_string(v[1] / (v[1] >= 600 ? 100 : 10)) + ".0?)--this is only v5.36.0, stopped");
    die(std::string("Perl ") + wanted + " required--this is only v5.36.0, stopped");
  }
}
Value VM::require_version(const Value& v) {
  if (v.is_string() && v.spare == kVersionString) {
    std::string text = "v";
    const char* p = v.s->data;
    const char* end = p + v.s->length;
    while (p < end) {
      std::size_t n = 1;
      std::uint32_t cp = v.s->utf8() ? utf8_decode(p, end, &n) : static_cast<unsigned char>(*p);
      if (text.size() > 1) text += '.';
      text += std::to_string(cp);
      p += n;
    }
    check_perl_version(text, false);
  } else {
    Text t(*this, v);
    check_perl_version(t.view(), false);
  }
  return Value::integer(1);
}

void VM::open_data(std::string_view package, std::string_view text, std::size_t offset, bool utf8) {
  Glob* data = glob(std::string(package) + "::DATA", true);
  builtin::open_data_handle(*this, data, text, utf8);
  if (builtin::IoHandle* io = builtin::io_of(data->body->io)) {
    io->untainted = true;
    (void)io->stream->seek(static_cast<std::int64_t>(offset), rt::Whence::Start);
  }
}

// --- small checks of calls ----------------------------------------------------------------------

void VM::check_arity(Frame& f) {
  const FunctionScope* s = f.proto->scope;
  std::int64_t n = f.args_array ? static_cast<std::int64_t>(f.args_array->size()) : f.nargs;
  const auto name = [&] {
    if (f.code && f.code->name_glob) return f.code->name_glob->full_name();
    const std::string_view own = s->lexical_sub ? s->name : std::string_view("__ANON__");
    return (f.proto->home ? f.proto->home->name : "main") + "::" + std::string(own);
  };
  auto fail = [&](std::string text) {  // reported where the call stands
    --depth_;
    Value message = append_location(std::move(text));
    ++depth_;
    die_value(std::move(message));
  };
  if (s->max_args >= 0 && n > s->max_args)
    fail("Too many arguments for subroutine '" + name() + "' (got " + std::to_string(n) +
         "; expected " + (s->min_args < s->max_args ? "at most " : "") +
         std::to_string(s->max_args) + ")");
  if (n < s->min_args)
    fail("Too few arguments for subroutine '" + name() + "' (got " + std::to_string(n) +
         "; expected " + (s->max_args < 0 || s->min_args < s->max_args ? "at least " : "") +
         std::to_string(s->min_args) + ")");
  if (s->slurpy == '%' && n > s->positional && ((n - s->positional) & 1))
    fail("Odd name/value argument for subroutine '" + name() + "'");
}
bool VM::warning_enabled_at_caller(Warning category) {
  --depth_;
  bool on = warning_enabled(category);
  ++depth_;
  return on;
}
void VM::warn_deep_recursion(Code* c) {
  std::string name = c->name_glob ? "subroutine \"" + c->name_glob->full_name() + "\""
                                  : std::string("anonymous subroutine");
  // A handler's frame would be built over the new one, which is not the running frame yet.
  struct Keep {
    VM& vm;
    alignas(Frame) unsigned char bytes[sizeof(Frame)];
    explicit Keep(VM& v) : vm(v) {
      std::memcpy(bytes, static_cast<void*>(&vm.frames_[vm.depth_--]), sizeof(Frame));
    }
    ~Keep() { std::memcpy(static_cast<void*>(&vm.frames_[++vm.depth_]), bytes, sizeof(Frame)); }
  } keep(*this);
  warn(Warning::Recursion, "Deep recursion on " + name);
}

// --- phases -------------------------------------------------------------------------------------

void VM::run_blocks(std::vector<Code*>& blocks, bool reverse) {
  while (!blocks.empty()) {
    Code* c = reverse ? blocks.back() : blocks.front();
    if (reverse) blocks.pop_back();
    else blocks.erase(blocks.begin());
    Value hold = Value::adopt_ref(c);
    call(c, {}, Want::Void);
  }
}

// END blocks see and may change $?; a die in one is reported and changes the status; then objects
// that are still alive are destroyed, handles flushed and pipes waited for. Destructors on the way
// may set $? too, or leave with a status of their own.
void VM::finish(int* status) {
  child_status_ = *status;
  leave_running_code();
  phase_ = 4;
  builtin::end_signal_handlers(*this);
  // perl asks for the disposition of every number there; those that are none leave $! behind.
  if (!end_blocks_.empty()) set_errno(EINVAL);
  while (!end_blocks_.empty()) {
    try {
      run_blocks(end_blocks_, true);
    } catch (PerlDie& d) {
      Value text;
      try {
        text = lengthened_error(d.value, "END failed--call queue aborted.\n");
      } catch (PerlDie& of_text) { text = of_text.value; }
      if (!tell_death(*this, death_text(*this, text))) continue;
      // As after die: $!, else $? >> 8, else 255 (perlfunc die).
      const int code = (errno_ & 255) != 0 ? errno_ & 255 : child_status_ >> 8 & 255;
      child_status_ = code == 0 ? 255 : code;
    } catch (PerlExit& e) { child_status_ = e.status; }
    leave_running_code();
  }
  builtin::flush_before_destruction(*this);
  phase_ = 5;
  in_global_destruction_ = true;
  destroy_remaining();
  take_late_exit();
  builtin::close_all_at_exit(*this);
  *status = child_status_;
  if (*status == 0 && builtin::stdout_failed_at_exit(*this)) *status = 1;
}

// Taking the data of a program apart writes to every page of it, which a forked child would have to
// copy first. Where no END block, destructor or handle could tell, the process just ends.
void VM::leave_process_if_unseen(int status) {
  if (!leaves_process_ || !end_is_unseen()) return;
  child_status_ = status;
  builtin::close_all_at_exit(*this);
  if (status == 0 && builtin::stdout_failed_at_exit(*this)) status = 1;
  ::_exit(status & 255);
}

bool VM::end_is_unseen() {
  constexpr int kRun = 3;
  if (phase_ != kRun || leaving_ || !end_blocks_.empty()) return false;
  for (const auto& [name, s] : stashes_) {
    if (!s->has_objects || !knows_destructor(s)) continue;
    const Code* destructor = find_method(s, "DESTROY");
    if (!destructor || !is_empty(*destructor)) return false;
  }
  return builtin::only_stdout_is_pending(*this);
}

void VM::leave_running_code() {
  Value error;
  leave_level(1, saves_.size(), error);
  evals_.clear();
  restore_to(0);
  level_ = 0;
  take_late_exit();
}

// Nothing runs any more that a destructor could leave: its exit only sets the status.
void VM::take_late_exit() {
  if (!leaving_) return;
  try {
    std::rethrow_exception(std::exchange(leaving_, nullptr));
  } catch (PerlExit& e) { child_status_ = e.status; } catch (PerlDie& d) {
    Text t(*this, d.value);
    warn_always(std::string(t.view()));
    child_status_ = 255;
  } catch (std::bad_alloc&) { child_status_ = 1; } catch (LoopExit&) {
    child_status_ = 255;
  } catch (PerlStop&) { child_status_ = 255; }
}

// perlobj "Global Destruction": first what package variables refer to, then whatever object is left.
void VM::destroy_remaining() {
  constexpr int kRounds = 10;  // destructors may make objects
  destroy_globals();
  for (int round = 0; round < kRounds && !live_objects_.empty(); ++round) {
    const std::vector<Referent*> objects = live_objects_.all();
    for (Referent* object : objects) object->retain();
    for (Referent* object : objects) {
      if (object->stash()) destroy(object);
      object->set_stash(nullptr);
    }
    for (Referent* object : objects) object->release();
  }
}

void VM::destroy_globals() {
  std::vector<Scalar*> scalars;
  std::vector<Value> objects;
  for (auto& [name, s] : stashes_) {
    std::size_t p = 0;
    while (Hash::Entry* e = s->next(p)) {
      if (e->value.tag != kGlob) continue;
      GlobBody* b = reinterpret_cast<Glob*>(e->value.o)->body;
      if (b->scalar && b->scalar->plain() && b->scalar->value.is_ref())
        scalars.push_back(b->scalar);
    }
  }
  for (Scalar* s : scalars) {
    Value v = std::move(s->value);
    s->value = Value();
  }
  for (auto& [name, s] : stashes_) {
    std::size_t p = 0;
    std::vector<GlobBody*> bodies;
    while (Hash::Entry* e = s->next(p)) {
      if (e->value.tag != kGlob) continue;
      GlobBody* b = reinterpret_cast<Glob*>(e->value.o)->body;
      if (b->hash && (b->hash->bits & Hash::IsStash)) continue;
      if (b->hash && (b->hash->bits & Hash::Signals)) continue;
      if (b->array || b->hash) {
        b->retain();
        bodies.push_back(b);
      }
    }
    for (GlobBody* b : bodies) {
      if (b->array && !(b->array->bits & Array::IsIsa)) clear_references(b->array);
      if (b->hash) clear_references(b->hash);
      b->release();
    }
  }
}
void VM::clear_references(Array* a) {
  for (std::size_t n = 0; n < a->size(); ++n)
    if ((*a)[n].is_ref()) {
      Value v = std::move((*a)[n]);
      (*a)[n] = Value();
    }
}
void VM::clear_references(Hash* h) {
  for (std::size_t n = 0; n < h->entry_count(); ++n) {
    Hash::Entry& e = h->entries()[n];
    if (e.key && e.value.is_ref()) {
      Value v = std::move(e.value);
      e.value = Value();
    }
  }
}

}  // namespace perlipc

namespace perlipc::builtin {

// exit as a function value (POSIX::exit); the exit operator is an instruction.
Value bi_exit(Call& call) { call.engine.exit(static_cast<int>(call.has(0) ? call.integer(0) : 0)); }

}  // namespace perlipc::builtin
