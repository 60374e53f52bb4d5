// Core functions that look at frames and packages: bless, caller, warn, die, prototype.
#include "interp/frame_natives.h"
#include "interp/natives.h"
#include "interp/warning_bits.h"

namespace perlipc::builtin {
namespace {

VM& vm_of(Call& call) { return static_cast<VM&>(call.engine); }

// The items of warn or die as one string; counted.
String* joined(Call& call) {
  String* s = String::make(64);
  try {
    for (std::size_t n = 0; n < call.count; ++n) {
      Text text(call.engine, rvalue(call.args[n]));
      s = append(s, text.get());
    }
  } catch (...) {
    s->release();
    throw;
  }
  return s;
}

// A message with its location; characters stay characters.
Value located(VM& vm, const String* text) {
  if (text->length && text->data[text->length - 1] == '\n')
    return Value::string(text->view(), text->utf8());
  Value out = vm.append_location(std::string(text->view()));
  if (text->utf8() && out.is_string()) out.s->set_utf8(true);
  return out;
}

// --- caller -------------------------------------------------------------------------------------

std::string sub_name(const CallLevel& level) {
  if (level.kind == CallLevel::Begin) {
    std::string_view package = level.site && level.site->info ? level.site->info->package : "";
    return std::string(package.empty() ? "main" : package) + "::BEGIN";
  }
  if (level.kind != CallLevel::Sub) return "(eval)";
  const Code* code = level.frame->code;
  if (code && code->name_glob) return code->name_glob->full_name();
  std::string home = code && code->home ? code->home->name : "main";
  return home + "::__ANON__";
}

// False for &foo; which runs with its caller's @_.
bool has_own_args(VM& vm, const CallLevel& level) {
  if (level.kind == CallLevel::Begin) return true;
  if (level.kind != CallLevel::Sub) return false;
  const Array* args = level.frame->args_array;
  if (!args) return true;
  if (args == vm.main_stash_->glob("_", true)->body->array) return false;
  return args != (level.frame - 1)->args_array;
}

// perlfunc caller: called from package DB it leaves the sub's arguments in @DB::args.
void set_db_args(VM& vm, const CallLevel& level) {
  Array* list = vm.glob("DB::args", true)->array();
  list->clear();
  const Frame& f = *level.frame;
  if (f.args_array) {
    for (Value& v : *f.args_array) list->push(v.tag == kInternal ? Value() : rvalue(v));
  } else {
    // What has been shifted off stands below f.args still: perl shows it too.
    const Value* from = f.owns_args ? f.result_base : f.args;
    for (const Value* v = from; v < f.args + f.nargs; ++v) list->push(rvalue(*v));
  }
}

Value context_value(Want want) {
  switch (want) {
    case Want::List: return Value::boolean(true);
    case Want::Scalar: return Value::boolean(false);
    default: return {};
  }
}

Value user_hints(const Hints* hints) {
  if (!hints || hints->user.empty()) return {};
  Hash* hash = Hash::make();
  for (const auto& [key, value] : hints->user) hash->fetch(key) = Value::string(value);
  return Value::adopt_ref(hash);
}

Value warning_mask(const VM& vm, const Hints* hints) {
  if (hints && hints->warnings_given)
    return Value::string(pack_warning_bits(hints->warnings, hints->fatal_warnings));
  return vm.dash_w ? Value::string(pack_warning_bits(WarningSet().set(), {})) : Value();
}

void push_details(Call& call, const CallLevel& level) {
  VM& vm = vm_of(call);
  const Hints* hints = level.site->info ? level.site->info->hints : nullptr;
  bool own_args = has_own_args(vm, level);
  call.push(Value::string(sub_name(level)));
  bool eval = level.kind != CallLevel::Sub && level.kind != CallLevel::Begin;
  call.push(eval ? Value::integer(0) : Value::boolean(own_args));
  call.push(context_value(level.want));
  if (level.kind == CallLevel::File) {
    call.push(Value::string(level.text));
    call.push(Value::boolean(true));
  } else if (level.kind == CallLevel::EvalString) {
    call.push(level.frame->kind == FrameEvalString ? level.frame->eval_text
                                                   : Value::string(level.text));
    call.push(Value::boolean(false));
  } else {
    call.push({});
    call.push({});
  }
  call.push(hints_as_number(hints));
  call.push(warning_mask(vm, hints));
  call.push(user_hints(hints));
  if (own_args && level.kind == CallLevel::Sub && vm.current_package()->name == "DB")
    set_db_args(vm, level);
}

}  // namespace

Value bi_caller(Call& call) {
  VM& vm = vm_of(call);
  bool counted = call.count > 0;
  std::int64_t wanted = counted ? call.integer(0) : 0;
  std::optional<CallLevel> level = wanted < 0 ? std::nullopt : call_level(vm, wanted);
  if (!level || !level->site) return call.want == Want::List ? call.list() : Value();
  const StatementInfo* info = level->site->info;
  Value package =
      Value::string(info && !info->package.empty() ? info->package : std::string_view("main"));
  if (call.want != Want::List) return package;
  call.push(std::move(package));
  call.push(Value::string(info ? info->file : std::string_view("-")));
  call.push(Value::integer(level->site->line));
  if (counted) push_details(call, *level);
  return call.list();
}

// --- bless --------------------------------------------------------------------------------------

Value bi_bless(Call& call) {
  VM& vm = vm_of(call);
  Value object = call[0];
  Stash* stash = nullptr;
  if (call.count > 1) {
    Value name = call[1];
    if (name.is_ref() && !vm.overloaded(name)) vm.die("Attempt to bless into a reference");
    Text text(vm, name);
    if (text.size() == 0) vm.warn(Warning::Misc, "Explicit blessing to '' (assuming package main)");
    stash = vm.stash(text.view(), true);
  } else {
    stash = vm.current_package();
  }
  if (!object.is_ref()) vm.die("Can't bless non-reference value");
  auto* referent = static_cast<Referent*>(object.o);
  if (referent->type == Type::Scalar && (static_cast<Scalar*>(referent)->bits & Scalar::ReadOnly))
    vm.die("Modification of a read-only value attempted");
  stash->vivified = true;
  vm.bless(referent, stash);
  return object;
}

// --- warn, die ----------------------------------------------------------------------------------

Value bi_warn(Call& call) {
  VM& vm = vm_of(call);
  if (call.count == 1 && call[0].is_ref()) {
    vm.warn_value(call[0]);
    return Value::integer(1);
  }
  Value text = Value::adopt(joined(call));
  if (text.s->length == 0) {
    Value error = vm.error_glob_->scalar()->get();
    if (error.is_ref()) {
      vm.warn_value(error);
      return Value::integer(1);
    }
    Text old(vm, error.is_undef() ? Value::string("") : error);
    if (old.size()) text = Value::string(std::string(old.view()) + "\t...caught", old.utf8());
    else text = Value::string("Warning: something's wrong");
  }
  vm.warn_value(located(vm, text.s));
  return Value::integer(1);
}

Value bi_die(Call& call) {
  VM& vm = vm_of(call);
  vm.throw_error(vm.die_object(call.args, static_cast<std::uint32_t>(call.count)));
}

// --- prototype ----------------------------------------------------------------------------------

Value bi_prototype(Call& call) {
  VM& vm = vm_of(call);
  Value what = call[0];
  Code* code = nullptr;
  if (what.is_ref() || what.is_glob()) {
    code = vm.callable(what, true);
    if (!code) vm.die("Not a CODE reference");
  } else {
    Text text(vm, what);
    std::string_view name = text.view();
    if (name.starts_with("&")) name.remove_prefix(1);
    if (name.starts_with("CORE::") && !name.starts_with("CORE::GLOBAL::")) {
      name.remove_prefix(6);
      const CorePrototype* core = find_core_prototype(name);
      if (!core) vm.die("Can't find an opnumber for \"" + std::string(name) + "\"");
      return core->prototype ? Value::string(core->prototype) : Value();
    }
    std::string qualified(name);
    if (name.find("::") == std::string_view::npos && name.find('\'') == std::string_view::npos)
      qualified = vm.current_package()->name + "::" + qualified;
    Glob* glob = vm.glob(qualified, false);
    code = glob ? glob->code() : nullptr;
  }
  return code && (code->bits & Code::HasPrototype) ? Value::string(code->prototype) : Value();
}

}  // namespace perlipc::builtin
