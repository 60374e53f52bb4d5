// read, sysread, syswrite, getc (perlfunc).
#include "builtins/io_encoding.h"
#include "builtins/io_handle.h"
#include "builtins/receive_buffer.h"

#include <cerrno>

namespace perlipc::builtin {
namespace {

// The buffer operand's text, private to us and writable; undef counts as "".
String* take_buffer(Call& call, std::size_t n) {
  const Value value = call[n];
  if (value.is_undef()) return String::make(std::size_t{64});
  String* text = to_string(call.engine, value);
  if (text->unique()) return text;
  String* own = String::make(text->view(), text->utf8());
  text->release();
  return own;
}

struct Owned {
  String* text;
  explicit Owned(String* owned) : text(owned) {}
  ~Owned() {
    if (text != nullptr) text->release();
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
};

// Keeps a handle while the other arguments are read: their code may give it up.
class HandleHold {
 public:
  explicit HandleHold(const HandleArg& arg) : held_(Value::ref(arg.handle)) {}
  // Lets go. False: nobody else has the handle any more, and it is closed.
  bool let_go() {
    const bool alive = !held_.o->unique();
    held_ = Value();
    return alive;
  }

 private:
  Value held_;
};

struct Span {
  std::size_t length = 0;   // wanted
  std::int64_t offset = 0;  // as given
};

Span span_of(Call& call) {
  const std::int64_t length = int_arg(call, 2);
  if (length < 0) call.engine.die("Negative length");
  return {static_cast<std::size_t>(length), call.has(3) ? int_arg(call, 3) : 0};
}

// Cuts or pads the buffer so that it ends where reading starts (perlfunc read).
void prepare_buffer(Call& call, Owned& buffer, std::int64_t offset) {
  String* text = buffer.text;
  const auto size = static_cast<std::int64_t>(text->char_length());
  if (offset < 0) {
    offset += size;
    if (offset < 0) call.engine.die("Offset outside string");
  }
  if (offset <= size) {
    text->length = text->byte_at(static_cast<std::size_t>(offset));
  } else {
    const auto padding = static_cast<std::size_t>(offset - size);
    const std::size_t end = text->length + padding;
    buffer.text = text = with_room(text, padding);
    std::memset(text->data + text->length, 0, padding);
    text->length = end;
  }
  text->data[text->length] = '\0';
  text->touched();
}

bool all_ascii(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// The start of the buffer and what was read, when one of them is utf8 and the other is not.
void join(Owned& buffer, const String* more) {
  if (!buffer.text->utf8() && more->utf8() && !all_ascii(buffer.text->view())) {
    String* wide = upgrade(buffer.text);
    buffer.text->release();
    buffer.text = wide;
  }
  if (more->utf8()) buffer.text->set_utf8(true);
  buffer.text = append(buffer.text, more);
}

void store(Call& call, Owned& buffer) {
  call.assign(1, Value::adopt(std::exchange(buffer.text, nullptr)));
}

// A handle that can be read; null after the warning, $! is EBADF.
IoHandle* readable(Call& call, const HandleArg& arg, const char* op) {
  if (arg.open() && arg.io->stream->readable()) return arg.io;
  if (call.has(2) && int_arg(call, 2) < 0) call.engine.die("Negative length");
  if (arg.open()) {
    report_wrong_way(call.engine, arg, false);
    if (std::string_view(op) != "sysread") arg.io->error_flag = true;
  } else {
    report_not_open(call.engine, arg, op);
  }
  call.engine.set_errno(EBADF);
  return nullptr;
}

// Reading on behind the text a variable has: it is taken out of the variable meanwhile, so that
// signal handlers cannot free it, and is put back whatever happens.
class Continued {
 public:
  Continued(Call& call, Value& place)
      : call_(call), owned_(place.s), keep_(place.s->char_length()) {
    new (&place) Value();
  }
  ~Continued() { call_.assign(1, Value::adopt(std::exchange(owned_.text, nullptr))); }
  Continued(const Continued&) = delete;
  Continued& operator=(const Continued&) = delete;

  std::int64_t read(IoHandle* io, std::size_t wanted) {
    const std::size_t start = owned_.text->length;
    const std::int64_t count = read_characters(io, wanted, &owned_.text);
    String* text = owned_.text;
    text->touched();
    // Known without counting all of it again: `length` is the next question.
    const std::size_t chars = keep_ + utf8_length(text->view().substr(start));
    if (text->utf8() && chars <= UINT32_MAX) {
      text->chars = static_cast<std::uint32_t>(chars);
      text->bits |= String::CharsKnown;
    }
    return count;
  }

 private:
  Call& call_;
  Owned owned_;
  std::size_t keep_;  // characters before reading
};

// The variable to read into, when what is read goes right behind the text it has.
Value* continued_place(Call& call, const rt::Stream& stream, std::int64_t offset) {
  Value* place = call.variable(1);
  if (offset <= 0 || place == nullptr || place->tag != kStr || !place->s->unique() ||
      place->s->utf8() != stream.utf8() || stream.strict_encoding())
    return nullptr;
  return static_cast<std::size_t>(offset) == place->s->char_length() ? place : nullptr;
}

}  // namespace

Value bi_read(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  Value tied_result;
  if (tied_call(call, arg, "READ", 1, &tied_result)) return tied_result;
  // perl starts these with a clean $!.
  call.engine.set_errno(0);
  IoHandle* io = readable(call, arg, "read");
  if (io == nullptr) return {};
  HandleHold hold(arg);
  const Span span = span_of(call);
  refuse_read_only(call, 1);
  if (!call.defined(1)) call.assign(1, Value::string(""));
  report_missing_text(*io, 1, "read");
  if (!hold.let_go() || !io->stream)
    return call.fail(EBADF);  // closed by what gives the length, or by FETCH
  if (Value* place = continued_place(call, *io->stream, span.offset)) {
    const std::int64_t count = Continued(call, *place).read(io, span.length);
    return count < 0 ? Value() : Value::integer(count);
  }
  Owned buffer(take_buffer(call, 1));
  prepare_buffer(call, buffer, span.offset);
  if (!io->stream) return call.fail(EBADF);  // closed by the variable's FETCH
  const bool utf8 = io->stream->utf8();
  std::int64_t count = 0;
  if (utf8 == buffer.text->utf8() || (utf8 && buffer.text->length == 0)) {
    if (utf8) buffer.text->set_utf8(true);
    count = read_characters(io, span.length, &buffer.text);
    buffer.text->touched();
  } else {
    Owned more(String::make(std::size_t{64}));
    if (utf8) more.text->set_utf8(true);
    count = read_characters(io, span.length, &more.text);
    more.text->touched();
    join(buffer, more.text);
  }
  if (count < 0) return {};
  if (io->stream && io->stream->strict_encoding()) {
    buffer.text = repair_utf8(call.engine, buffer.text, io->encoding_name);
  }
  store(call, buffer);
  return Value::integer(count);
}

namespace {

// The usual case: what is read is all that the variable has then.
rt::Result<std::size_t> read_whole(Call& call, rt::Stream& stream, std::size_t wanted) {
  ReceiveBuffer buffer(call, 1, wanted);
  const rt::Result<std::size_t> got = stream.sysread(buffer.data(), wanted);
  if (got) buffer.keep(*got);
  return got;
}

// Behind a part of the string the variable has. Nothing else can see it: no Perl code runs meanwhile,
// and the old text is whole when the call fails.
rt::Result<std::size_t> read_in_place(rt::Stream& stream, Value& place, const Span& span) {
  const auto start = static_cast<std::size_t>(span.offset);
  const std::size_t end = start + span.length;
  place.s = start == 0 ? String::reserve(place.s, end) : String::grow(place.s, end);
  String* text = place.s;
  const rt::Result<std::size_t> got = stream.sysread(text->data + start, span.length);
  if (got) text->length = start + *got;
  text->data[text->length] = '\0';
  if (!got) return got;
  text->touched();
  place.spare = 0;
  return got;
}

// Into a text of its own, which the variable gets.
rt::Result<std::size_t> read_apart(Call& call, rt::Stream& stream, const Span& span) {
  Owned buffer(take_buffer(call, 1));
  prepare_buffer(call, buffer, span.offset);
  String*& text = buffer.text;
  const bool utf8 = text->utf8();
  Owned apart(utf8 ? String::make(span.length) : nullptr);
  String*& target = utf8 ? apart.text : text;
  target = String::reserve(target, target->length + span.length);
  const rt::Result<std::size_t> got = stream.sysread(target->data + target->length, span.length);
  if (!got) return got;
  target->length += *got;
  target->data[target->length] = '\0';
  target->touched();
  if (utf8) join(buffer, apart.text);
  store(call, buffer);
  return got;
}

// No more room than there may be to read at once: the rest of a file, or what other things never have.
std::size_t likely_size(const IoHandle& io, std::size_t wanted) {
  constexpr std::size_t kMost = 16 << 20;
  if (wanted <= kMost) return wanted;
  const rt::Result<rt::FileStat> stat = rt::stat_fd(io.fd());
  const auto size = stat && stat->is_regular() ? static_cast<std::size_t>(stat->size) : 0;
  return std::min(wanted, std::max(kMost, size));
}

rt::Result<std::size_t> read_once(Call& call, rt::Stream& stream, const Span& span) {
  if (Value* place = call.variable(1)) {
    const bool bytes = place->is_undef() || (place->tag == kStr && !place->s->utf8());
    if (bytes && span.offset == 0) return read_whole(call, stream, span.length);
    if (place->tag == kStr && !place->s->utf8() && span.offset >= 0) {
      const auto start = static_cast<std::size_t>(span.offset);
      const String* text = place->s;
      const bool own = start == text->length ? text->takes_more(span.length) : text->unique();
      if (own && start <= text->length) return read_in_place(stream, *place, span);
    }
  }
  return read_apart(call, stream, span);
}

}  // namespace

Value bi_sysread(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  Value tied_result;
  if (tied_call(call, arg, "READ", 1, &tied_result)) return tied_result;
  // perl starts these with a clean $!.
  call.engine.set_errno(0);
  const bool memory = arg.open() && arg.io->kind == HandleKind::Memory;  // it has no descriptor
  if (arg.open() && !memory && arg.io->stream->utf8())
    call.engine.die("sysread() isn't allowed on :utf8 handles");
  IoHandle* io = readable(call, arg, "sysread");
  if (io == nullptr) return {};
  if (memory) return call.fail(EBADF);
  HandleHold hold(arg);
  Span span = span_of(call);
  span.length = likely_size(*io, span.length);
  poll_signals(call.engine);
  const rt::Ref<rt::Stream> stream = io->stream;
  if (!hold.let_go() || !stream) return call.fail(EBADF);
  refuse_read_only(call, 1);
  if (!call.defined(1)) call.assign(1, Value::string(""));
  const rt::Result<std::size_t> got =
      until_interrupted(call.engine, [&] { return read_once(call, *stream, span); });
  if (got) return Value::integer(static_cast<std::int64_t>(*got));
  return call.fail(got.error());
}

namespace {

// The bytes syswrite sends; dies on wide characters.
String* bytes_to_send(Call& call, std::size_t n, const char* op) {
  const Value value = call[n];
  if (value.is_undef()) {
    call.engine.warn_uninitialized(&call.args[n]);
    return String::make("");
  }
  String* text = to_string(call.engine, value);
  if (!text->utf8()) return text;
  String* narrow = downgrade(text);
  text->release();
  if (narrow == nullptr) call.engine.die(std::string("Wide character in ") + op);
  return narrow;
}

// WRITE always gets a length.
Value write_tied(Call& call, const HandleArg& arg) {
  std::vector<Value> operands(call.args + 1, call.args + call.count);
  if (operands.size() == 1) {
    const Text text(call.engine, call[1]);
    operands.push_back(Value::integer(static_cast<std::int64_t>(text.get()->char_length())));
  }
  const Value object = arg.io->tied;
  const auto results = call.engine.call_method(object, "WRITE", operands, Want::Scalar);
  return results.empty() ? Value() : rvalue(results.back());
}

}  // namespace

Value bi_syswrite(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  if (arg.io != nullptr && !arg.io->tied.is_undef()) return write_tied(call, arg);
  call.engine.set_errno(0);
  if (!arg.open()) {
    report_not_open(call.engine, arg, "syswrite");
    return call.fail(EBADF);
  }
  if (!arg.io->stream->writable()) {
    report_wrong_way(call.engine, arg, true);
    return call.fail(EBADF);
  }
  if (arg.io->kind == HandleKind::Memory) return call.fail(EBADF);  // it has no descriptor
  if (arg.io->stream->utf8()) call.engine.die("syswrite() isn't allowed on :utf8 handles");
  HandleHold hold(arg);
  const Owned data(bytes_to_send(call, 1, "syswrite"));
  const auto size = static_cast<std::int64_t>(data.text->length);
  std::int64_t length = call.has(2) ? int_arg(call, 2) : size;
  if (length < 0) call.engine.die("Negative length");
  std::int64_t offset = call.has(3) ? int_arg(call, 3) : 0;
  if (offset < 0) offset += size;
  if (offset < 0 || (offset > size || (offset == size && size > 0)))
    call.engine.die("Offset outside string");
  length = std::min(length, size - offset);
  poll_signals(call.engine);
  const rt::Ref<rt::Stream> stream = arg.io->stream;
  if (!hold.let_go() || !stream) return call.fail(EBADF);
  const auto sent = until_interrupted(call.engine, [&] {
    return stream->syswrite(data.text->data + offset, static_cast<std::size_t>(length));
  });
  if (!sent) return call.fail(sent.error());
  return Value::integer(static_cast<std::int64_t>(*sent));
}

Value bi_getc(Call& call) {
  HandleArg arg;
  if (call.count == 0) {
    arg.glob = call.engine.glob("main::STDIN", true);
    arg.handle = arg.glob->body->io;
    arg.io = io_of(arg.handle);
  } else {
    arg = handle_arg(call, 0);
  }
  Value tied_result;
  if (tied_call(call, arg, "GETC", 1, &tied_result)) return tied_result;
  IoHandle* io = readable(call, arg, "getc");
  if (io == nullptr) return {};
  report_missing_text(*io, 3, "getc");
  Owned text(String::make(std::size_t{8}));
  if (io->stream->utf8()) text.text->set_utf8(true);
  const std::int64_t count = read_characters(io, 1, &text.text);
  if (count == 0) call.engine.set_errno(EBADF);  // so perl has it
  if (count <= 0) return {};
  text.text->touched();
  return Value::adopt(std::exchange(text.text, nullptr));
}

}  // namespace perlipc::builtin
