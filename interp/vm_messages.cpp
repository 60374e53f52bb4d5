// What the program is told: where a message comes from, warnings and who receives them.
#include "builtins/io_hooks.h"
#include "interp/messages.h"
#include "interp/vm.h"
#include <cerrno>
#include <unistd.h>

namespace perlipc {

namespace {
constexpr std::size_t bit_of(Warning category) { return static_cast<std::size_t>(category); }

// Categories whose warnings are severe: given unless `no warnings` (perldiag, "(S ...)").
bool on_by_default(Warning category, std::string_view text) {
  switch (category) {
    case Warning::Deprecated:
    case Warning::Glob:
    case Warning::Severe:
    case Warning::Debugging:
    case Warning::Inplace:
    case Warning::Internal:
    case Warning::Taint:
    case Warning::Malloc: return true;
    case Warning::Utf8: return text.starts_with("Wide character") || text.starts_with("Malformed");
    case Warning::Prototype: return text.starts_with("Prototype mismatch");
    case Warning::Misc: return text.ends_with("() with negative argument");
    case Warning::Redefine: return text.starts_with("Constant subroutine");
    default: return category >= Warning::Experimental && category < Warning::Count;
  }
}

bool ends_line(std::string_view text) { return !text.empty() && text.back() == '\n'; }

// The text of a message may hold characters of a `use utf8` source.
Value message_value(const std::string& text, const Hints* hints) {
  bool ascii = true;
  for (char c : text) ascii = ascii && !(c & 0x80);
  bool utf8 = !ascii && hints && (hints->bits & Hints::UseUtf8) && utf8_valid(text);
  return Value::string(text, utf8);
}
}  // namespace

// --- where --------------------------------------------------------------------------------------

std::string location_text(VM& vm, std::string_view file, std::uint32_t line_number) {
  // Line 0 is code the command made (-n, -p): it has no place.
  std::string out;
  if (line_number != 0) out = " at " + std::string(file) + " line " + std::to_string(line_number);
  if (Glob* handle = vm.last_read()) {
    std::int64_t line = builtin::input_line_number(vm);
    if (line != 0) {
      Scalar* separator = vm.main_stash_->glob("/", true)->scalar();
      const Value& rs = separator->value;
      bool lines = rs.is_string() && rs.s->view() == "\n";
      std::string_view name = handle->name->view();
      if (name == "ARGV" && handle->stash == vm.main_stash_) name = {};
      out.append(", <").append(name).append(lines ? "> line " : "> chunk ");
      out += std::to_string(line);
    }
  }
  if (vm.phase_ == 5) out += " during global destruction";
  out += ".\n";
  return out;
}

std::string VM::location_suffix() {
  CallerInfo here = caller_info();
  return location_text(*this, here.file, here.line);
}

std::string VM::location() { return location_suffix(); }

Value VM::append_location(std::string text) {
  if (!ends_line(text)) text += location_suffix();
  return message_value(text, current_hints());
}

Value VM::lengthened_error(const Value& error, const std::string& more) {
  const Text text(*this, error);
  Value longer = Value::string(std::string(text.view()) + more, text.utf8());
  if (origin_.raised(error)) origin_.text = longer;
  try {
    return die_hook(longer);  // the longer message is an error of its own
  } catch (PerlDie& d) { return std::move(d.value); }
}

// --- dying --------------------------------------------------------------------------------------

void VM::die(std::string text) {
  if (folding_) throw FoldAbort{};
  uninit_operand_ = -1;
  die_value(append_location(std::move(text)));
}

void VM::die_value(Value value) {
  if (folding_) throw FoldAbort{};
  throw_error(die_hook(std::move(value)));
}

// --- warnings -----------------------------------------------------------------------------------

bool VM::warning_enabled(Warning category) {
  if (folding_) throw FoldAbort{};
  if (dash_X) return false;
  if (dash_W) return true;
  const Hints* hints = current_hints();
  if (hints && hints->warnings_given) return hints->warnings.test(bit_of(category));
  return dash_w || on_by_default(category, "Wide character");
}

void VM::warn(Warning category, std::string text) {
  if (folding_) throw FoldAbort{};
  if (dash_X) return;
  const Hints* hints = current_hints();
  if (!dash_W) {
    bool given = hints && hints->warnings_given;
    if (given ? !hints->warnings.test(bit_of(category)) : !dash_w && !on_by_default(category, text))
      return;
  }
  if (hints && hints->warnings_given && hints->fatal_warnings.test(bit_of(category)))
    die(std::move(text));
  warn_always(std::move(text));
}

void VM::warn_always(std::string text) {
  if (folding_) throw FoldAbort{};
  warn_value(append_location(std::move(text)));
}

namespace {
// What $SIG{__WARN__} stands for: code, a glob or the name of a sub; null when nothing to call.
Code* handler_code(VM& vm, const Value& handler) {
  if (handler.is_ref() || handler.is_glob()) return vm.callable(handler, true);
  if (!handler.is_string() || handler.s->length == 0) return nullptr;
  std::string name(handler.s->view());
  if (name == "DEFAULT" || name == "IGNORE") return nullptr;
  if (name.find("::") == std::string::npos && name.find('\'') == std::string::npos)
    name = "main::" + name;
  Glob* glob = vm.glob(name, false);
  return glob ? glob->code() : nullptr;
}

// False and errno when the text could not be written.
bool write_error(std::string_view text) {
  while (!text.empty()) {
    ssize_t n = ::write(2, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

// Leaves $! alone unless the text could not be written. What a tied STDERR's own PRINT has to say
// goes to the handle that is tied.
void VM::print_message(const Value& text) {
  Glob* glob = this->glob("main::STDERR", true);
  Handle* handle = glob->body->io;
  if (handle) {
    Value object = in_tied_message_ ? Value() : builtin::tied_handle(handle);
    if (!object.is_undef()) {
      struct Restore {
        bool& active;
        ~Restore() { active = false; }
      } restore{in_tied_message_};
      in_tied_message_ = true;
      call_method(object, "PRINT", {&text, 1}, Want::Void);
      return;
    }
    if (builtin::handle_is_open(handle)) {
      int keep = get_errno();
      const bool running = depth_ > 0;  // else there is no place to warn about wide characters
      const Value bytes = running ? Value() : Value::string(Text(*this, text).view());
      if (builtin::print_message(*this, handle, glob, running ? text : bytes)) set_errno(keep);
      return;
    }
    if (handle->state) {  // closed by the program
      set_errno(EBADF);
      return;
    }
  }
  Text bytes(*this, text);
  if (!write_error(bytes.view())) set_errno(errno);
}

// A handler is not entered again by the warnings it causes itself (perlvar %SIG).
Value death_text(VM& vm, const Value& error) {
  try {
    Text t(vm, error);
    return Value::string(std::string(t.view()), t.utf8());
  } catch (PerlDie& d) {
    return d.value.is_ref() ? Value::string(reference_text(d.value)) : d.value;
  }
}

bool tell_death(VM& vm, const Value& text) {
  try {
    vm.print_message(text);
  } catch (PerlDie& d) {
    const Value more = death_text(vm, d.value);
    (void)write_error(more.s->view());
  } catch (PerlExit& e) {
    vm.child_status_ = e.status;
    return false;
  }
  return true;
}

void VM::warn_value(Value value) {
  const Value handler = builtin::message_hook(*this, builtin::MessageHook::Warn);
  Code* code = handler_code(*this, handler);
  if (!code && handler.is_ref() && handler.o->type != Type::Glob) die("Not a subroutine reference");
  if (!code || !code->defined() || (in_warn_hook_ && warn_hook_ == code)) {
    print_message(value.is_ref() ? append_location(std::string(Text(*this, value).view())) : value);
    return;
  }
  struct Restore {
    VM& vm;
    bool active;
    Code* code;
    ~Restore() {
      vm.in_warn_hook_ = active;
      vm.warn_hook_ = code;
    }
  } restore{*this, in_warn_hook_, warn_hook_};
  in_warn_hook_ = true;
  warn_hook_ = code;
  Value hold = Value::ref(code);
  call(code, {&value, 1}, Want::Void);
}

// "\t(in cleanup) ..." for an error that a destructor may not propagate (perlobj), nor the handler
// of this warning.
void VM::warn_in_cleanup(const Value& error) {
  const auto message = [this](const Value& v) {
    Text t(*this, v);
    return Value::string("\t(in cleanup) " + std::string(t.view()), t.utf8());
  };
  try {
    warn_value(message(error));
  } catch (PerlDie& d) { print_message(message(d.value)); }
}

// --- uninitialized values -----------------------------------------------------------------------

const char* VM::operation_name() {
  const Node* node = running_node(*this);
  return node ? operation_text(*this, *node) : nullptr;
}

void VM::not_numeric_told(const String* text) {
  if (const Node* node = running_node(*this)) mark_operands_told(*this, *node, text);
}

void VM::warn_uninitialized(const Value* place, const char* operation) {
  if (uninit_operand_ == -3 || !warning_enabled(Warning::Uninitialized))
    return;  // -3: see local_magic
  std::string text = "Use of uninitialized value";
  if (const Node* node = running_node(*this)) {
    std::string name = uninitialized_name(*this, *node, place);
    if (!name.empty()) text += " " + name;
    if (operation == nullptr) operation = operation_text(*this, *node);
    if (operation != nullptr) text.append(" in ").append(operation);
  }
  warn(Warning::Uninitialized, std::move(text));
}

}  // namespace perlipc
