// select with one argument and with four (perlfunc select).
#include "builtins/io_handle.h"

#include <cerrno>
#include <cmath>
#include <cstring>

namespace perlipc::builtin {
namespace {

// What select returns: the qualified name when the symbol table has the glob under it, else a
// reference.
Value previous_handle(Engine& engine, Glob* glob) {
  if (glob == nullptr) return Value::string("");
  if (glob->stash != nullptr && engine.glob(glob->full_name(), false) == glob)
    return Value::string(glob->full_name());
  return Value::ref(glob);
}

Value select_output(Call& call) {
  IoTable& table = io_table(call.engine);
  const Value before = previous_handle(call.engine, table.selected);
  if (call.count == 0) return before;
  const HandleArg arg =
      call.defined(0) ? handle_arg(call, 0, true) : new_handle_arg(call, 0, "select");
  if (arg.glob != nullptr) {
    table.select(arg.glob);
  } else if (arg.handle != nullptr) {
    Glob* glob = make_anonymous_glob(call.engine.stash("main", true), "__ANONIO__");
    arg.handle->retain();
    glob->body->io = arg.handle;
    table.select(glob);
    glob->release();
  }
  return before;
}

// A bit vector operand; none when it is undefined.
std::optional<std::string> bits_arg(Call& call, std::size_t n) {
  if (const Value* plain = call.peek(n); plain != nullptr) {
    if (plain->is_undef()) return std::nullopt;
    if (plain->is_string() && !plain->s->utf8()) return std::string(plain->s->view());
  }
  const Value value = call[n];
  if (value.is_undef()) return std::nullopt;
  if (!value.is_string()) call.engine.warn(Warning::Misc, "Non-string passed as bitmask");
  const Text text(call.engine, value);
  String* narrow = text.utf8() ? downgrade(text.get()) : nullptr;
  if (narrow == nullptr) return std::string(text.view());  // wide characters count as their UTF-8
  const Text owned(narrow);
  return std::string(owned.view());
}

void store_bits(Call& call, std::size_t n, const std::optional<std::string>& bits) {
  if (!bits) return;
  Value* place = call.variable(n);
  if (place != nullptr && place->is_string() && place->s->unique() && !place->s->utf8() &&
      place->s->length == bits->size()) {
    std::memcpy(place->s->data, bits->data(), bits->size());
    place->s->touched();
    place->spare = 0;
    return;
  }
  call.assign(n, Value::string(*bits));
}

bool is_read_only(const Value& place) {
  const Value* at = place.tag == kSlotPtr ? place.p : &place;
  return at->is_boxed() && (at->box->bits & Scalar::ReadOnly) != 0;
}

void refuse_read_only(Call& call) {
  for (std::size_t n = 0; n < 3 && n < call.count; ++n) {
    if (is_read_only(call.args[n]) && !call[n].is_undef())
      call.engine.die("Modification of a read-only value attempted");
  }
}

// As select(2) counts: in microseconds.
Value time_left(std::chrono::nanoseconds left) {
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(left);
  return Value::number(static_cast<double>(std::max<std::int64_t>(whole.count(), 0)) / 1e6);
}

Value select_ready(Call& call) {
  Engine& engine = call.engine;
  IoTable& table = io_table(engine);
  refuse_read_only(call);
  rt::SelectSets sets{bits_arg(call, 0), bits_arg(call, 1), bits_arg(call, 2)};
  std::optional<std::chrono::nanoseconds> timeout;
  if (call.defined(3)) {
    const double seconds = to_double(engine, call[3]);
    timeout =
        seconds > 0
            ? std::chrono::nanoseconds(static_cast<std::int64_t>(std::min(seconds, 9e9) * 1e9))
            : std::chrono::nanoseconds(0);
  }
  poll_signals(engine);
  const bool tells = call.want == Want::List && timeout;
  const rt::Clock::time_point start = tells ? rt::Clock::now() : rt::Clock::time_point();
  const rt::Result<rt::SelectOutcome> outcome = table.waiter().select(sets, timeout);
  if (!outcome) {
    engine.set_errno(outcome.error());
    if (call.want != Want::List) return Value::integer(-1);
    call.push(Value::integer(-1));
    if (tells) call.push(time_left(*timeout - (rt::Clock::now() - start)));
    return call.list();
  }
  store_bits(call, 0, sets.read);
  store_bits(call, 1, sets.write);
  store_bits(call, 2, sets.except);
  if (call.want != Want::List) return Value::integer(outcome->ready);
  call.push(Value::integer(outcome->ready));
  if (timeout) call.push(time_left(outcome->time_left));
  return call.list();
}

}  // namespace

Value bi_select(Call& call) { return call.count == 4 ? select_ready(call) : select_output(call); }

}  // namespace perlipc::builtin
