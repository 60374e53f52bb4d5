// The native half of Filter::Util::Call (perldoc Filter::Util::Call): source filters written in Perl.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

// One filter at work on the rest of a text; filter_read and filter_del reach it through the interpreter.
struct Running {
  std::string_view source;
  std::size_t position = 0;
  bool deleted = false;
  Running* outer = nullptr;
};
struct RunningFilters {
  explicit RunningFilters(Engine&) {}
  Running* innermost = nullptr;
};

// $_ while a filter runs: what it reads is added there, and what it leaves there is the text.
class Topic {
 public:
  explicit Topic(Engine& engine)
      : engine_(engine), scalar_(engine.special(Special::Topic)), before_(scalar_->get()) {
    scalar_->retain();
  }
  ~Topic() {
    scalar_->value = std::move(before_);
    scalar_->release();
  }
  Topic(const Topic&) = delete;
  void clear() { scalar_->value = text_value(""); }
  std::string text() const { return std::string(Text(engine_, scalar_->get()).view()); }

 private:
  Engine& engine_;
  Scalar* scalar_;
  Value before_;
};

// Calls the filter once; what it says: above 0 when there is more.
std::int64_t call_filter(Engine& engine, const Value& filter, bool is_sub) {
  std::vector<Value> results;
  if (is_sub) {
    results = engine.call(static_cast<Code*>(filter.o), {&filter, 1}, Want::Scalar);
  } else {
    results = engine.call_method(filter, "filter", {}, Want::Scalar);
  }
  return results.empty() ? 0 : to_int(engine, rvalue(results[0]));
}

// All that the filter makes of a text, call by call.
FilteredText run_filter(Engine& engine, const Value& filter, bool is_sub, std::string_view source) {
  FilteredText result;
  RunningFilters& filters = engine.service<RunningFilters>();
  Running running{source, 0, false, filters.innermost};
  struct Leave {
    RunningFilters& filters;
    ~Leave() { filters.innermost = filters.innermost->outer; }
  };
  filters.innermost = &running;
  const Leave leave{filters};
  Topic topic(engine);
  for (std::int64_t status = 1; status > 0 && !running.deleted;) {
    topic.clear();
    status = call_filter(engine, filter, is_sub);
    if (status < 0) break;
    result.text += topic.text();
    result.pieces.push_back({result.text.size(), running.position});
  }
  if (running.deleted) {
    result.text += source.substr(running.position);
    result.pieces.push_back({result.text.size(), source.size()});
  }
  return result;
}

// (object, package, whether it is a sub): the filter for the rest of what is being compiled.
Value filter_add(Call& call) {
  expect(call, 3, 3, "object, type, coderef");
  const Value filter = call[0];
  const bool is_sub = call.truth(2);
  Engine& engine = call.engine;
  engine.add_source_filter([&engine, filter, is_sub](std::string_view source) {
    return run_filter(engine, filter, is_sub, source);
  });
  return no_value(call);
}

// A line, or up to that many bytes, is added to $_; 0 at the end.
Value filter_read(Call& call) {
  expect(call, 0, 1, "size=0");
  Running* running = call.engine.service<RunningFilters>().innermost;
  if (!running) return Value::integer(0);
  const std::string_view rest = running->source.substr(running->position);
  if (rest.empty()) return Value::integer(0);
  const std::int64_t size = call.has(0) ? call.integer(0) : 0;
  const std::size_t wanted =
      size > 0 ? static_cast<std::size_t>(size) : std::min(rest.find('\n'), rest.size() - 1) + 1;
  const std::string_view piece = rest.substr(0, wanted);
  running->position += piece.size();
  Scalar* topic = call.engine.special(Special::Topic);
  const Text before(call.engine, topic->value.is_undef() ? text_value("") : topic->get());
  const std::string text = std::string(before.view()) + std::string(piece);
  topic->value = Value::string(text, before.utf8());
  return Value::integer(static_cast<std::int64_t>(text.size()));
}

// The filter that runs is not called again.
Value filter_delete(Call& call) {
  expect(call, 0, 0, "");
  if (Running* running = call.engine.service<RunningFilters>().innermost) running->deleted = true;
  else call.engine.end_source_filter();
  return no_value(call);
}

Value filter_unimport(Call& call) {
  call.engine.end_source_filter();
  return no_value(call);
}

const NativeRow kFunctions[] = {
    {"filter_del", filter_delete, ""},
    {"filter_read", filter_read, ";$"},
    {"real_import", filter_add, "$$$"},
    {"unimport", filter_unimport, ";$@"},
};

}  // namespace

const NativeModule& filter_module() {
  static const NativeModule module{
      .package = "Filter::Util::Call", .functions = kFunctions, .constants = {}};
  return module;
}

}  // namespace perlipc::builtin
