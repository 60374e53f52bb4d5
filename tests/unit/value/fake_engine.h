// An Engine without a VM: enough for values and builtins that do not call Perl. Warnings and the
// text of die are kept for the test to look at.
#pragma once
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include <map>
#include <memory>
#include <stdexcept>

namespace perlipc::testing {

// What FakeEngine::die throws.
struct Died : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class FakeEngine : public Engine {
 public:
  FakeEngine() {
    for (Scalar*& s : specials_) s = Scalar::make();
    specials_[static_cast<int>(Special::InputRecordSeparator)]->value = Value::string("\n");
  }
  ~FakeEngine() override {
    services_.clear();
    for (Scalar* s : specials_) s->release();
  }
  std::vector<std::string> warnings;  // of enabled categories
  int uninitialized = 0;              // warn_uninitialized calls
  bool warnings_on = true;
  const char* operation = nullptr;  // operation_name()
  std::function<void(Referent*)> on_destroy;
  std::string take_warnings() {
    std::string all;
    for (const std::string& w : warnings) all += w + "\n";
    warnings.clear();
    return all;
  }

  [[noreturn]] void die(std::string text) override { throw Died(text); }
  [[noreturn]] void die_value(Value value) override { throw PerlDie{std::move(value)}; }
  [[noreturn]] void native_stack_is_low() override { throw Died("the stack is full"); }
  bool warning_enabled(Warning) override { return warnings_on; }
  void warn(Warning, std::string text) override {
    if (warnings_on) warnings.push_back(std::move(text));
  }
  void warn_always(std::string text) override { warnings.push_back(std::move(text)); }
  std::string location() override { return " at TEST line 1.\n"; }
  const char* operation_name() override { return operation; }
  void warn_uninitialized(const Value*, const char*) override { ++uninitialized; }
  void set_errno(int e) override { errno_ = e; }
  int get_errno() override { return errno_; }
  void set_child_status(int status) override { child_status_ = status; }
  int get_child_status() override { return child_status_; }

  std::vector<Value> call_in_eval(Code* code, std::span<const Value> args, Want want) override {
    return call(code, args, want);
  }
  std::vector<Value> call(Code* code, std::span<const Value> args, Want want) override {
    std::vector<Value> copy(args.begin(), args.end()), results;
    Call c{*this, copy.data(), copy.size(), want, 0, code, false, &results};
    Value one = code->native(c);
    if (!c.is_list) results.assign(1, one);
    return results;
  }
  Value call_scalar(Code* code, std::span<const Value> args) override {
    return call(code, args, Want::Scalar).at(0);
  }
  void call_repeatedly(Code* code, NextCall next, void* state) override {
    for (bool again = true; again;) {
      Value result = call_scalar(code, {});
      again = next(state, result);
    }
  }
  std::vector<Value> call_method(const Value&, std::string_view, std::span<const Value>,
                                 Want) override {
    return {};
  }
  Code* find_method(Stash*, std::string_view) override { return nullptr; }
  Code* code_of(const Value& v) override {
    return v.is_ref() && v.o->type == Type::Code ? static_cast<Code*>(v.o) : nullptr;
  }
  bool stash_isa(Stash* stash, std::string_view package) override { return stash->name == package; }
  const std::vector<Stash*>& linear_isa(Stash* stash) override { return stash->linear_isa; }
  void require_file(std::string_view) override {}
  Stash* stash(std::string_view package, bool create) override {
    auto it = stashes_.find(std::string(package));
    if (it != stashes_.end()) return it->second.get();
    if (!create) return nullptr;
    auto made = std::make_unique<Stash>(this, std::string(package));
    return stashes_.emplace(package, std::move(made)).first->second.get();
  }
  Glob* glob(std::string_view name, bool create) override {
    std::size_t at = name.rfind("::");
    if (at == std::string_view::npos) return stash("main", true)->glob(name, create);
    Stash* s = stash(name.substr(0, at), create);
    return s ? s->glob(name.substr(at + 2), create) : nullptr;
  }
  Stash* current_package() override { return stash("main", true); }
  CallerInfo caller_info() override { return {"main", "TEST", 1}; }
  Scalar* special(Special name) override { return specials_[static_cast<int>(name)]; }
  std::uint64_t& method_generation() override { return generation_; }
  String* to_string(const Value& v) override { return String::make(reference_text(v)); }
  Value to_number(const Value& v) override {
    return Value::unsigned_integer(reinterpret_cast<std::uintptr_t>(v.o));
  }
  bool to_bool(const Value&) override { return true; }
  void assign(Value& place, const Value& value) override {
    Value& q = place.tag == kSlotPtr ? *place.p : place;
    if (q.is_boxed() && (q.box->bits & Scalar::HasMagic)) q.box->magic->set(*q.box, value);
    else place_of(q) = rvalue(value);
  }
  Array* deref_array(Value& place, bool) override {
    Value v = rvalue(place);
    return v.is_ref() && v.o->type == Type::Array ? static_cast<Array*>(v.o) : nullptr;
  }
  Hash* deref_hash(Value& place, bool) override {
    Value v = rvalue(place);
    return v.is_ref() && v.o->type == Type::Hash ? static_cast<Hash*>(v.o) : nullptr;
  }
  Handle* handle_of(const Value&, bool) override { return nullptr; }
  Glob* glob_of(const Value&, bool) override { return nullptr; }
  void destroy(Referent* object) override {
    if (on_destroy) on_destroy(object);
  }
  void run_pending_signals() override {}
  bool signal_pending() const override { return false; }
  void* find_service(const void* key) override {
    auto it = services_.find(key);
    return it == services_.end() ? nullptr : it->second.get();
  }
  void add_service(const void* key, std::shared_ptr<void> service) override {
    services_[key] = std::move(service);
  }
  void set_last_read(Glob* glob) override { last_read_ = glob; }
  Glob* last_read() override { return last_read_; }
  const std::string& script_name() override { return script_name_; }

 private:
  int errno_ = 0, child_status_ = 0;
  std::uint64_t generation_ = 1;
  Scalar* specials_[static_cast<int>(Special::Count)];
  std::map<std::string, std::unique_ptr<Stash>> stashes_;
  std::map<const void*, std::shared_ptr<void>> services_;
  Glob* last_read_ = nullptr;
  std::string script_name_ = "TEST";
};

inline std::string text_of(Engine& engine, const Value& v) {
  return std::string(Text(engine, v).view());
}

}  // namespace perlipc::testing
