// print, say and printf on handles: characters to bytes, separators, flushing.
#include "builtins/io_handle.h"

#include <cerrno>

namespace perlipc::builtin {
namespace {

// The stream has accepted everything but EINTR kept it from writing: handlers run, then it goes on.
bool resume(IoHandle* io) {
  Engine& engine = io->table->engine;
  const rt::Ref<rt::Stream> stream = io->stream;
  HeldHandle held(io);
  while (stream->error() == EINTR) {
    if (!held.handlers_ran_in_write(engine)) {
      engine.set_errno(EINTR);
      return false;
    }
    if (stream->resume_write()) return true;
  }
  engine.set_errno(stream->error());
  return false;
}

bool is_ascii(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// By an overloaded text, a FETCH or the handler of a warning, while it is being printed to.
bool closed_meanwhile(IoHandle* io) {
  io->table->engine.set_errno(EBADF);
  return false;
}

bool write_value(IoHandle* io, const Value& value, const Value* place, const char* op) {
  char digits[48];
  switch (value.tag) {
    case kStr: return write_text(io, value.s, op);
    case kInt: return write_bytes(io, {digits, format_integer(value.i, digits)});
    case kDouble: return write_bytes(io, {digits, format_double(value.d, digits)});
    case kUndef: io->table->engine.warn_uninitialized(place); return true;
    default: break;
  }
  const Text text(io->table->engine, value);
  return write_text(io, text.get(), op);
}

bool write_separator(IoHandle* io, Glob* variable, const char* op) {
  const Scalar* scalar = variable->scalar();
  if (scalar->plain() && scalar->value.is_undef()) [[likely]]
    return true;
  const Value value = scalar->get();
  if (value.is_undef()) return true;
  return write_value(io, value, nullptr, op);
}

// Null when the handle cannot be written to, after the warning.
IoHandle* writable_handle(Engine& engine, Handle* handle, Glob* glob, const char* op) {
  IoHandle* io = io_of(handle);
  if (io != nullptr && io->stream && io->stream->writable()) [[likely]]
    return io;
  HandleArg arg;
  arg.glob = glob;
  arg.handle = handle;
  arg.io = io;
  if (io != nullptr && io->stream) report_wrong_way(engine, arg, true);
  else report_not_open(engine, arg, op);
  engine.set_errno(EBADF);
  return nullptr;
}

// The usual case: bytes into a buffer that has room, by a handle without layers. Returns how many items
// it has dealt with; the rest needs more than that.
std::size_t print_plain(IoHandle* io, const Value* items, std::size_t count) {
  rt::Stream& stream = *io->stream;
  std::size_t n = 0, moved = 0;
  for (; n < count; ++n) {
    const Value* item = &items[n];
    if (item->tag == kSlotPtr) item = item->p;
    if (item->is_boxed()) {
      if (!item->box->plain()) break;
      item = &item->box->value;
    }
    if (item->tag == kStr && !item->s->utf8()) {
      const std::size_t size = item->s->length;
      char* place = stream.room(size);
      if (place == nullptr || size == 0) break;
      std::memcpy(place, item->s->data, size);
      stream.commit(size);
      moved += size;
    } else if (item->tag == kInt) {
      char* place = stream.room(24);
      if (place == nullptr) break;
      const std::size_t size = format_integer(item->i, place);
      stream.commit(size);
      moved += size;
    } else {
      break;
    }
  }
  io->moved += static_cast<std::int64_t>(moved);
  return n;
}

bool is_unset(Glob* variable) {
  const Scalar* scalar = variable->scalar();
  return scalar->plain() && scalar->value.is_undef();
}

// The handle when bytes stored in its buffer are all there is to printing.
IoHandle* plain_output(Handle* handle, bool say) {
  IoHandle* io = io_of(handle);
  if (io == nullptr || !io->stream || !io->tied.is_undef()) return nullptr;
  const rt::Stream& stream = *io->stream;
  if (!stream.writable() || stream.utf8() || io->has_error() || io->autoflush || io->unbuffered)
    return nullptr;
  return say || is_unset(io->table->record_separator) ? io : nullptr;
}

}  // namespace

bool print_at_once(Handle* handle, const Value* items, std::size_t count, bool say) {
  IoHandle* const io = plain_output(handle, say);
  if (io == nullptr || (count > 1 && !is_unset(io->table->field_separator))) return false;
  rt::Stream& stream = *io->stream;
  const std::span<char> room = stream.window();
  char* p = room.data();
  char* const limit = p + room.size();
  for (const Value* item = items; item != items + count; ++item) {
    const Value* v = item;
    if (v->tag == kSlotPtr) v = v->p;
    if (v->is_boxed()) {
      if (!v->box->plain()) return false;
      v = &v->box->value;
    }
    if (v->tag == kStr && !v->s->utf8()) {
      const std::size_t size = v->s->length;
      if (size >= static_cast<std::size_t>(limit - p)) return false;
      std::memcpy(p, v->s->data, size);
      p += size;
    } else {
      if (limit - p < 48) return false;
      if (v->tag == kInt) p += format_integer(v->i, p);
      else if (v->tag == kDouble) p += format_double(v->d, p);
      else return false;
    }
  }
  if (say && p != limit) *p++ = '\n';
  else if (say || p == room.data()) return false;
  stream.commit(static_cast<std::size_t>(p - room.data()));
  io->moved += p - room.data();
  return true;
}

std::span<char> print_room(Handle* handle, bool say) {
  IoHandle* const io = plain_output(handle, say);
  return io != nullptr ? io->stream->window() : std::span<char>();
}

void printed(Handle* handle, std::size_t size) {
  IoHandle* const io = io_of(handle);
  io->stream->commit(size);
  io->moved += static_cast<std::int64_t>(size);
}

bool write_bytes(IoHandle* io, std::string_view bytes) {
  if (!io->stream) return closed_meanwhile(io);
  io->moved += static_cast<std::int64_t>(bytes.size());
  if (io->stream->write(bytes.data(), bytes.size())) [[likely]]
    return true;
  return resume(io);
}

bool write_text(IoHandle* io, const String* text, const char* op) {
  if (!io->stream) return closed_meanwhile(io);
  if (io->stream->utf8() == text->utf8()) return write_bytes(io, text->view());
  if (is_ascii(text->view())) return write_bytes(io, text->view());
  if (io->stream->utf8()) {
    const Text encoded(upgrade(text));
    return write_bytes(io, encoded.view());
  }
  if (String* bytes = downgrade(text)) {
    const Text owned(bytes);
    return write_bytes(io, owned.view());
  }
  Engine& engine = io->table->engine;
  warn_default_on(engine, Warning::Utf8, std::string("Wide character in ") + op);
  return write_bytes(io, text->view());
}

bool finish_print(IoHandle* io) {
  if (!io->stream) return closed_meanwhile(io);
  if (io->autoflush || io->unbuffered) {
    const rt::Result<void> flushed = io->stream->flush();
    if (!flushed && !resume(io)) return false;
  }
  return !io->has_error();
}

// perltie "Tying FileHandles": say is PRINT with $\ set to a newline.
bool print_tied(Engine& engine, const Value& object, const char* method,
                std::span<const Value> items, bool say) {
  Scalar* separator = engine.special(Special::OutputRecordSeparator);
  const Value before = separator->get();
  if (say) separator->value = Value::string("\n");
  std::vector<Value> results;
  try {
    results = engine.call_method(object, method, items, Want::Scalar);
  } catch (...) {
    if (say) separator->value = before;
    throw;
  }
  if (say) separator->value = before;
  io_table(engine).tied_result = results.empty() ? Value() : rvalue(results.back());
  return false;
}

Value take_tied_result(Engine& engine) { return std::exchange(io_table(engine).tied_result, {}); }

bool print(Engine& engine, Handle* handle, Glob* glob, const Value* items, std::size_t count,
           bool say) {
  std::size_t n = 0;  // items that are written
  if (IoHandle* io = io_of(handle); io != nullptr) {
    if (!io->tied.is_undef()) return print_tied(engine, io->tied, "PRINT", {items, count}, say);
    if (io->stream && io->stream->writable() && !io->stream->utf8() && !io->has_error() &&
        (count < 2 || is_unset(io->table->field_separator))) {
      n = print_plain(io, items, count);
      if (n == count && !say && !io->autoflush && !io->unbuffered &&
          is_unset(io->table->record_separator)) [[likely]]
        return true;
    }
  }
  const char* op = say ? "say" : "print";
  IoHandle* io = writable_handle(engine, handle, glob, op);
  if (io == nullptr) return false;
  // The handle may be closed by code that runs meanwhile (overloads, handlers).
  const rt::Ref<rt::Stream> keep = io->stream;
  const bool separated = count > 1 && !io->table->field_separator->scalar()->get().is_undef();
  for (; n < count; ++n) {
    if (n > 0 && separated && !write_separator(io, io->table->field_separator, op)) return false;
    const bool written = items[n].is_alias() ? write_value(io, rvalue(items[n]), &items[n], op)
                                             : write_value(io, items[n], &items[n], op);
    if (!written) return false;
    if (!io->stream) return true;
    if (io->has_error()) [[unlikely]]
      return false;
  }
  if (say ? !write_bytes(io, "\n") : !write_separator(io, io->table->record_separator, op))
    return false;
  return finish_print(io);
}

bool print_text(Engine& engine, Handle* handle, Glob* glob, const Value& text, const char* op) {
  IoHandle* io = writable_handle(engine, handle, glob, op);
  if (io == nullptr) return false;
  const rt::Ref<rt::Stream> keep = io->stream;
  if (!write_value(io, text, &text, op)) return false;
  return !io->stream || finish_print(io);
}

bool print_message(Engine& engine, Handle* handle, Glob* glob, const Value& text) {
  if (const IoHandle* io = io_of(handle); io == nullptr || !io->stream || !io->stream->writable()) {
    engine.set_errno(EBADF);  // nowhere to complain about that
    return false;
  }
  if (!print_text(engine, handle, glob, text, "warn")) return false;
  IoHandle* io = writable_handle(engine, handle, glob, "warn");
  return io != nullptr && (!io->stream || io->stream->flush());
}

}  // namespace perlipc::builtin
