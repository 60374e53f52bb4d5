// In-memory files: a handle that reads and writes a Perl scalar (perlfunc open; perldoc
// PerlIO::scalar). The script may change the scalar while the handle is open.
#include "builtins/open_request.h"

#include <cerrno>
#include <fcntl.h>

namespace perlipc::builtin {
namespace {

class ScalarEnd final : public rt::StreamEnd {
 public:
  ScalarEnd(Engine& engine, Scalar* scalar, bool append)
      : engine_(engine), scalar_(scalar), append_(append) {
    scalar_->retain();
  }
  ~ScalarEnd() override { scalar_->release(); }
  ScalarEnd(const ScalarEnd&) = delete;
  ScalarEnd& operator=(const ScalarEnd&) = delete;

  rt::Result<std::size_t> read(char* data, std::size_t size) override {
    const Value value = scalar_->get();
    if (value.is_undef()) return std::size_t{0};
    const Text text(engine_, value);
    String* narrow = nullptr;
    std::string_view bytes = text.view();
    if (text.utf8()) {
      narrow = downgrade(text.get());
      if (narrow == nullptr) {
        engine_.warn(
            Warning::Utf8,
            "Strings with code points over 0xFF may not be mapped into in-memory file handles\n");
        return rt::Errno{EINVAL};
      }
      bytes = narrow->view();
    }
    const std::size_t at = std::min(position_, bytes.size());
    const std::size_t count = std::min({size, bytes.size() - at, kReadAhead});
    std::memcpy(data, bytes.data() + at, count);
    position_ = at + count;
    if (narrow != nullptr) narrow->release();
    return count;
  }

  rt::Result<std::size_t> write(const char* data, std::size_t size) override {
    String* text = take_text();
    if (text == nullptr) return rt::Errno{EINVAL};
    if (append_) position_ = text->length;
    const std::size_t end = position_ + size;
    text = String::grow(text, end);
    if (position_ > text->length)
      std::memset(text->data + text->length, 0, position_ - text->length);
    std::memcpy(text->data + position_, data, size);
    if (end > text->length) text->length = end;
    text->data[text->length] = '\0';
    text->touched();
    position_ = end;
    put(Value::adopt(text));
    return size;
  }

  rt::Result<std::int64_t> seek(std::int64_t offset, rt::Whence whence) override {
    const std::int64_t base = whence == rt::Whence::Start     ? 0
                              : whence == rt::Whence::Current ? static_cast<std::int64_t>(position_)
                                                              : static_cast<std::int64_t>(length());
    if (base + offset < 0) {
      engine_.warn(Warning::Layer, "Offset outside string");
      return rt::Errno{EINVAL};
    }
    position_ = static_cast<std::size_t>(base + offset);
    return base + offset;
  }
  rt::Result<void> truncate(std::int64_t) override { return rt::Errno{EBADF}; }
  // What a dup has, from `position` on: the same variable when it is an alias, else the text as it is
  // now in a variable of its own.
  std::unique_ptr<ScalarEnd> copy(std::int64_t position, bool alias) const {
    Scalar* own = alias ? scalar_ : Scalar::make();
    if (!alias) own->value = scalar_->get();
    const Value owner = alias ? Value::ref(own) : Value::adopt_ref(own);
    auto end = std::make_unique<ScalarEnd>(engine_, own, append_);
    end->position_ = static_cast<std::size_t>(position);
    return end;
  }
  bool buffers_writes() const override { return false; }
  bool changes() const override { return true; }
  bool is_missing() const override { return scalar_->plain() && scalar_->value.is_undef(); }
  bool still_has(std::span<const char> unread) override {
    if (!scalar_->plain()) return true;
    const Value& value = scalar_->value;
    if (value.tag != kStr || value.s->utf8()) return value.tag == kStr;
    const std::string_view text = value.s->view();
    return position_ <= text.size() && position_ >= unread.size() &&
           std::memcmp(text.data() + position_ - unread.size(), unread.data(), unread.size()) == 0;
  }

 private:
  // Little is read ahead: each read compares it with what the scalar has by then.
  static constexpr std::size_t kReadAhead = 512;
  std::size_t length() const {
    const Value value = scalar_->get();
    return value.is_undef() ? 0 : Text(engine_, value).size();
  }
  // The scalar's text as an owned, unshared byte string; null when it has wide characters.
  String* take_text() {
    if (scalar_->plain() && scalar_->value.tag == kStr && scalar_->value.s->unique() &&
        !scalar_->value.s->utf8()) {
      String* own = scalar_->value.s;
      scalar_->value.tag = kUndef;
      return own;
    }
    const Value value = scalar_->get();
    if (value.is_undef()) return String::make(std::size_t{64});
    const Text text(engine_, value);
    if (!text.utf8()) return String::make(text.view());
    String* narrow = downgrade(text.get());
    if (narrow == nullptr) {
      engine_.warn(
          Warning::Utf8,
          "Strings with code points over 0xFF may not be mapped into in-memory file handles\n");
    }
    return narrow;
  }
  void put(Value value) {
    if (scalar_->plain()) {
      scalar_->value = std::move(value);
      return;
    }
    Value place = Value::boxed(scalar_);
    engine_.assign(place, value);
  }

  Engine& engine_;
  Scalar* scalar_;
  std::size_t position_ = 0;
  bool append_;
};

bool has_wide_characters(Engine& engine, const Value& value) {
  if (value.is_undef()) return false;
  const Text text(engine, value);
  if (!text.utf8()) return false;
  String* narrow = downgrade(text.get());
  if (narrow == nullptr) return true;
  narrow->release();
  return false;
}

}  // namespace

bool open_memory(IoTable& table, IoHandle* io, const OpenRequest& request) {
  Engine& engine = table.engine;
  if (!std::exchange(table.memory_layer_loaded, true)) {  // programs see it in %INC and hooks
    engine.require_file("PerlIO.pm");
    engine.require_file("PerlIO/scalar.pm");
  }
  Scalar* scalar = reinterpret_cast<Scalar*>(request.memory_ref.o);
  const bool writes = (request.flags & O_ACCMODE) != O_RDONLY;
  const Value before = scalar->get();
  if ((scalar->bits & Scalar::ReadOnly) != 0) {
    const bool only_reads = (request.flags & (O_TRUNC | O_APPEND)) == 0;
    if (!only_reads && (scalar->bits & Scalar::HasMagic) == 0 && !before.is_string()) {
      engine.set_errno(EACCES);
      return false;
    }
    if (writes || before.is_undef()) engine.die("Modification of a read-only value attempted");
  }
  if ((request.flags & O_TRUNC) != 0 && before.is_undef()) {
    // stays undefined until something is written
  } else if ((request.flags & O_TRUNC) != 0) {
    Value place = Value::boxed(scalar);
    engine.assign(place, Value::string(""));
  } else if (!before.is_undef() && has_wide_characters(engine, before)) {
    engine.warn(
        Warning::Utf8,
        "Strings with code points over 0xFF may not be mapped into in-memory file handles\n");
    engine.set_errno(EINVAL);
    return false;
  }
  const bool append = (request.flags & O_APPEND) != 0;
  rt::StreamOptions options{.access = !writes ? rt::Access::Read
                                      : (request.flags & O_ACCMODE) == O_RDWR
                                          ? rt::Access::ReadWrite
                                          : rt::Access::Write,
                            .append = append};
  auto end = std::make_unique<ScalarEnd>(engine, scalar, append);
  table.attach(io, rt::Stream::over(std::move(end), options, &table.streams), HandleKind::Memory);
  if (append) (void)io->stream->seek(0, rt::Whence::End);
  return true;
}

bool dup_memory(IoTable& table, IoHandle* io, const OpenRequest& request, rt::Stream& source) {
  const auto* end = dynamic_cast<ScalarEnd*>(source.end());
  const rt::Result<std::int64_t> at = source.tell();
  if (end == nullptr || !at) {
    table.engine.set_errno(EBADF);
    return false;
  }
  const int way = request.flags & O_ACCMODE;
  const rt::StreamOptions options{.access = way == O_RDONLY ? rt::Access::Read
                                            : way == O_RDWR ? rt::Access::ReadWrite
                                                            : rt::Access::Write};
  table.attach(io, rt::Stream::over(end->copy(*at, request.alias), options, &table.streams),
               HandleKind::Memory);
  return true;
}

}  // namespace perlipc::builtin
