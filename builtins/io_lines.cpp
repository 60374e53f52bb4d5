// Reading records: <FH>, readline, with every form of $/ (perlvar).
#include "builtins/io_encoding.h"
#include "builtins/io_handle.h"

#include <cerrno>

namespace perlipc::builtin {
namespace {

// A string being filled, released when a handler dies meanwhile.
class Filling {
 public:
  explicit Filling(String* text) : text_(text) {}
  ~Filling() {
    if (text_ != nullptr) text_->release();
  }
  Filling(const Filling&) = delete;
  Filling& operator=(const Filling&) = delete;
  void append(const char* data, std::size_t size) {
    text_ = String::grow(text_, text_->length + size);
    std::memcpy(text_->data + text_->length, data, size);
    text_->length += size;
  }
  String*& get() { return text_; }
  String* take() {
    text_->data[text_->length] = '\0';
    return std::exchange(text_, nullptr);
  }

 private:
  String* text_;
};

constexpr std::size_t kReadStep = 16 << 20;

enum class Mode : std::uint8_t { Newline, Other, Slurp, Characters };

struct RecordRule {
  Mode mode = Mode::Newline;
  rt::Separator separator;
};

RecordRule current_rule(IoTable& table, bool utf8) {
  Engine& engine = table.engine;
  const Value& value = table.input_separator->scalar()->value;
  if (value.is_string() && value.s->length == 1 && value.s->data[0] == '\n') return {};
  if (value.is_undef()) return {Mode::Slurp, rt::Separator::slurp()};
  if (value.is_ref() && value.o->type == Type::Scalar) {
    const std::int64_t size = to_int(engine, reinterpret_cast<Scalar*>(value.o)->get());
    if (size > 0)
      return {utf8 ? Mode::Characters : Mode::Other,
              rt::Separator::fixed(static_cast<std::size_t>(size))};
  }
  const Text text(engine, value);
  if (text.size() == 0) return {Mode::Other, rt::Separator::paragraph()};
  if (utf8 && !text.utf8()) {
    const Text encoded(upgrade(text.get()));
    return {Mode::Other, rt::Separator::text(std::string(encoded.view()))};
  }
  if (!utf8 && text.utf8()) {
    String* narrow = downgrade(text.get());
    if (narrow == nullptr) engine.die("Wide character in $/");
    const Text bytes(narrow);
    return {Mode::Other, rt::Separator::text(std::string(bytes.view()))};
  }
  return {Mode::Other, rt::Separator::text(std::string(text.view()))};
}

// Bytes that follow the lead byte of a character.
std::size_t following(unsigned char lead) {
  return lead < 0xc0   ? 0
         : lead < 0xe0 ? 1
         : lead < 0xf0 ? 2
         : lead < 0xf8 ? 3
         : lead < 0xfc ? 4
                       : 5;
}

enum class Outcome : std::uint8_t { Record, End };

Outcome read_one(IoTable& table, IoHandle* io, const RecordRule& rule, Filling& text,
                 HeldHandle& held) {
  see_changes(*io);
  const rt::Ref<rt::Stream> stream = io->stream;
  if (rule.mode == Mode::Characters) {
    return read_characters(io, rule.separator.record_size, &text.get()) > 0 ? Outcome::Record
                                                                            : Outcome::End;
  }
  rt::RecordProgress progress;
  const auto sink = [&](const char* data, std::size_t size) { text.append(data, size); };
  for (;;) {
    switch (stream->read_record(rule.separator, progress, sink)) {
      case rt::ReadStatus::Record:
        io->moved += static_cast<std::int64_t>(progress.taken);
        return Outcome::Record;
      case rt::ReadStatus::Interrupted:
        if (held.handlers_ran(table.engine)) break;
        table.engine.set_errno(EINVAL);
        return progress.taken > 0 ? Outcome::Record : Outcome::End;
      case rt::ReadStatus::Error:
        table.engine.set_errno(stream->error());
        return progress.taken > 0 ? Outcome::Record : Outcome::End;
      case rt::ReadStatus::Eof: return Outcome::End;
    }
  }
}

// A string to fill that reuses the place's buffer when nobody else sees it.
String* buffer_of(Value& place) {
  Value& target = place_of(place);
  const bool magical = target.is_alias() || (place.is_boxed() && !place.box->plain()) ||
                       (place.tag == kSlotPtr && place.p->is_boxed() && !place.p->box->plain());
  if (magical || target.tag != kStr || !target.s->unique()) return String::make(std::size_t{80});
  String* text = target.s;
  target.tag = kUndef;
  text->length = 0;
  text->set_utf8(false);
  return text;
}

String* finish(IoTable& table, IoHandle* io, Filling& filling) {
  String* text = filling.take();
  if (!io->stream || !io->stream->utf8()) return text;
  text->set_utf8(true);
  return io->stream->strict_encoding() ? repair_utf8(table.engine, text, io->encoding_name) : text;
}

// The handle to read from; null after the warning.
IoHandle* readable_handle(Engine& engine, Glob* glob) {
  Handle* handle = glob->body->io;
  IoHandle* io = io_of(handle);
  if (io != nullptr && io->stream && io->stream->readable()) [[likely]]
    return io;
  HandleArg arg;
  arg.glob = glob;
  arg.handle = handle;
  arg.io = io;
  if (io != nullptr && io->stream) {
    report_wrong_way(engine, arg, false);
    report_missing_text(*io, 2, "<HANDLE>", glob);
    io->error_flag = true;
    engine.set_errno(EBADF);
  } else {
    report_not_open(engine, arg, "readline");
  }
  return nullptr;
}

IoTable& table_for(Engine& engine, Glob* glob) {
  const IoHandle* io = io_of(glob->body->io);
  return io != nullptr ? *io->table : io_table(engine);
}

// One record as an owned string, or null.
String* next_record(IoTable& table, IoHandle* io, String* buffer, Want want) {
  Filling filling(buffer);
  HeldHandle held(io);
  const RecordRule rule = current_rule(table, io->stream->utf8());
  if (io->kind == HandleKind::Memory) [[unlikely]] {
    report_missing_text(*io, rule.separator.is_measured() ? 1 : 7, "<HANDLE>",
                        table.engine.last_read());
  }
  const bool ended_before = io->stream->at_eof();
  const Outcome outcome = read_one(table, io, rule, filling, held);
  note_end(io, ended_before);
  if (outcome == Outcome::End) {
    // perlfunc readline: in slurp mode the first read of an empty file gives "".
    if (rule.mode != Mode::Slurp || !io->fresh || !io->stream || io->has_error()) return nullptr;
    if (want == Want::List) return nullptr;
  }
  io->fresh = false;
  // A strict layer complains before the line counts, the plain :utf8 after.
  String* line = finish(table, io, filling);
  ++io->lines;
  if (line->utf8() && io->stream && !io->stream->strict_encoding())
    warn_malformed(table.engine, line);
  return line;
}

bool read_tied(Engine& engine, const Value& object, Value& place) {
  const std::vector<Value> results = engine.call_method(object, "READLINE", {}, Want::Scalar);
  const Value line = results.empty() ? Value() : rvalue(results.back());
  engine.assign(place, line);
  return !line.is_undef();
}

void store(Engine& engine, Value& place, Value line) {
  Value& target = place_of(place);
  const Value* alias = place.tag == kSlotPtr ? place.p : &place;
  if (alias->is_boxed() && !alias->box->plain()) engine.assign(place, line);
  else target = std::move(line);
}

}  // namespace

// As with perl, $! is 0 when an operation met the end of a file, except on descriptor 0.
void note_end(IoHandle* io, bool ended_before) {
  if (ended_before || !io->stream || !io->stream->at_eof() || io->stream->has_error()) return;
  if (io->kind != HandleKind::Memory && io->fd() > 0) io->table->engine.set_errno(0);
}

std::int64_t read_characters(IoHandle* io, std::size_t count, String** text) {
  see_changes(*io);
  const rt::Ref<rt::Stream> stream = io->stream;
  Engine& engine = io->table->engine;
  const bool utf8 = stream->utf8();
  const bool ended_before = stream->at_eof();
  HeldHandle held(io);
  std::size_t characters = 0;
  std::size_t wanted = count;  // bytes still to read in this round
  std::size_t scanned = (*text)->length;
  while (wanted > 0) {
    // Room for what there may be, not at once for all that is asked for.
    const std::size_t step = std::min(wanted, std::max(kReadStep, (*text)->length));
    *text = with_room(*text, step);
    const rt::ReadOutcome got = stream->read_exact((*text)->data + (*text)->length, step);
    (*text)->length += got.size;
    io->moved += static_cast<std::int64_t>(got.size);
    (*text)->data[(*text)->length] = '\0';
    wanted -= got.size;
    if (!utf8) characters += got.size;
    if (got.error == EINTR) {
      if (held.handlers_ran(engine)) continue;
      // What a handler has closed is an error, what it has opened again has ended.
      if (io->stream && !held.dropped()) return static_cast<std::int64_t>(characters);
      engine.set_errno(EBADF);
      return -1;
    }
    if (got.error != 0 && got.size == 0 && characters == 0 && wanted == count) {
      engine.set_errno(got.error);
      return -1;
    }
    const bool at_end = got.size < step;
    if (at_end) note_end(io, ended_before);
    if (!utf8) {
      if (at_end) break;
      continue;
    }
    // Count whole characters; ask for the rest of a cut one and for those still missing.
    std::size_t missing = 0;
    while (scanned < (*text)->length && characters < count) {
      const std::size_t length = 1 + following(static_cast<unsigned char>((*text)->data[scanned]));
      if (scanned + length > (*text)->length) {
        missing = scanned + length - (*text)->length;
        break;
      }
      scanned += length;
      ++characters;
    }
    if (at_end) {
      if (missing > 0) ++characters;
      break;
    }
    if (missing > 0) wanted = missing;
    else wanted = count - characters;
  }
  return static_cast<std::int64_t>(characters);
}

bool read_record_into(IoTable& table, IoHandle* io, Value& place) {
  String* line = next_record(table, io, buffer_of(place), Want::Scalar);
  if (line == nullptr) return false;
  store(table.engine, place, Value::adopt(line));
  return true;
}

bool read_waiting_line(Glob* glob, Value& place) {
  IoHandle* const handle = io_of(glob->body->io);
  if (handle == nullptr) return false;
  IoHandle& io = *handle;
  rt::Stream* stream = io.stream.get();
  if (stream == nullptr || stream->utf8() || !stream->readable() || !io.tied.is_undef())
    return false;
  const IoTable& table = *io.table;
  const Value& separator = table.input_separator->scalar()->value;
  if (!separator.is_string() || separator.s->length != 1 || separator.s->data[0] != '\n' ||
      glob == table.argv_glob)
    return false;
  Value* target = place.tag == kSlotPtr ? place.p : &place;
  if (target->is_boxed()) {
    if (!target->box->plain()) return false;
    target = &target->box->value;
  }
  if (stream->buffered().empty()) return false;
  see_changes(io);
  const std::span<const char> waiting = stream->buffered();
  const auto* newline = static_cast<const char*>(std::memchr(waiting.data(), '\n', waiting.size()));
  if (newline == nullptr) return false;
  const std::string_view line(waiting.data(),
                              static_cast<std::size_t>(newline - waiting.data()) + 1);
  table.engine.set_last_read(glob);
  io.moved += static_cast<std::int64_t>(line.size());
  io.fresh = false;
  ++io.lines;
  stream->consume(line.size());
  if (target->tag == kStr && target->s->unique() && target->s->capacity() >= line.size()) {
    String* text = target->s;
    std::memcpy(text->data, line.data(), line.size());
    text->length = line.size();
    text->data[line.size()] = '\0';
    text->set_utf8(false);
    target->spare = 0;
  } else {
    *target = Value::string(line);  // may run a destructor: last
  }
  return true;
}

bool read_line(Engine& engine, Glob* glob, Value& place) {
  if (read_waiting_line(glob, place)) return true;
  IoTable& table = table_for(engine, glob);
  if (glob == table.argv_glob) return read_argv_line(engine, place, false);
  engine.set_last_read(glob);
  if (IoHandle* io = io_of(glob->body->io); io != nullptr && !io->tied.is_undef()) {
    const Value object = io->tied;
    return read_tied(engine, object, place);
  }
  IoHandle* io = readable_handle(engine, glob);
  String* line = nullptr;
  try {
    if (io != nullptr) line = next_record(table, io, buffer_of(place), Want::Scalar);
  } catch (...) {  // a handler has died: the variable was emptied for the line, so perl has it
    store(engine, place, Value::string(""));
    throw;
  }
  store(engine, place, line != nullptr ? Value::adopt(line) : Value());
  return line != nullptr;
}

void read_lines(Engine& engine, Glob* glob, std::vector<Value>& out) {
  IoTable& table = table_for(engine, glob);
  if (glob == table.argv_glob) return read_argv_lines(engine, out, false);
  engine.set_last_read(glob);
  if (IoHandle* io = io_of(glob->body->io); io != nullptr && !io->tied.is_undef()) {
    const Value object = io->tied;
    for (Value& line : engine.call_method(object, "READLINE", {}, Want::List))
      out.push_back(rvalue(line));
    return;
  }
  IoHandle* io = readable_handle(engine, glob);
  if (io == nullptr) return;
  const HeldHandle held(io);
  while (io->stream && !held.dropped()) {
    String* line = next_record(table, io, String::make(std::size_t{64}), Want::List);
    if (line == nullptr) return;
    out.push_back(Value::adopt(line));
  }
}

Value bi_readline(Call& call) {
  Engine& engine = call.engine;
  HandleArg arg;
  if (call.count == 0) arg.glob = engine.glob("main::ARGV", true);
  else arg = handle_arg(call, 0, false);
  if (arg.glob == nullptr && arg.handle != nullptr) {
    // A bare IO object: give it a glob for the time of the call.
    Glob* glob = make_anonymous_glob(engine.stash("main", true), "__ANONIO__");
    const Value owner = Value::adopt_ref(glob);
    arg.handle->retain();
    glob->body->io = arg.handle;
    if (call.want == Want::List) {
      std::vector<Value> lines;
      read_lines(engine, glob, lines);
      for (Value& line : lines) call.push(std::move(line));
      return call.list();
    }
    Value line;
    read_line(engine, glob, line);
    return line;
  }
  if (arg.glob == nullptr) {
    report_not_open(engine, arg, "readline");
    return call.want == Want::List ? call.list() : Value();
  }
  if (call.want == Want::List) {
    std::vector<Value> lines;
    read_lines(engine, arg.glob, lines);
    for (Value& line : lines) call.push(std::move(line));
    return call.list();
  }
  Value line;
  read_line(engine, arg.glob, line);
  return line;
}

}  // namespace perlipc::builtin
