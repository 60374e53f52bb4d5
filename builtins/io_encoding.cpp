// Conversions for :encoding layers, by iconv(3).
#include "builtins/io_encoding.h"
#include "interp/value/convert.h"

#include <cctype>
#include <cerrno>
#include <cstdio>
#include <iconv.h>

namespace perlipc::builtin {
namespace {

std::string lower(std::string_view name) {
  std::string out;
  for (char c : name) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

class Iconv {
 public:
  Iconv(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  ~Iconv() {
    if (ok()) iconv_close(handle_);
  }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;
  bool ok() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  iconv_t get() const { return handle_; }

 private:
  iconv_t handle_;
};

class ConvertingEnd final : public rt::StreamEnd {
 public:
  ConvertingEnd(Engine& engine, rt::Ref<rt::Stream> bytes, const EncodingName& encoding)
      : engine_(engine), bytes_(std::move(bytes)), name_(encoding.canonical),
        decode_("UTF-8", encoding.iconv_name.c_str()),
        encode_(writing_name(encoding).c_str(), "UTF-8"),
        wants_mark_(encoding.iconv_name == "UTF-16" || encoding.iconv_name == "UTF-32") {}

  rt::Result<std::size_t> read(char* data, std::size_t size) override {
    while (decoded_.empty()) {
      const rt::Result<std::size_t> filled = bytes_->fill();
      if (!filled) return filled.failure();
      if (*filled == 0) {
        if (!bytes_->buffered().empty()) drop_byte();
        if (decoded_.empty()) return std::size_t{0};
        break;
      }
      decode();
    }
    const std::size_t count = std::min(size, decoded_.size());
    decoded_.copy(data, count);
    decoded_.erase(0, count);
    return count;
  }

  rt::Result<std::size_t> write(const char* data, std::size_t size) override {
    std::string out;
    if (wants_mark_) {
      out = name_ == "UTF-16" ? std::string("\xfe\xff", 2) : std::string("\0\0\xfe\xff", 4);
      wants_mark_ = false;
    }
    const std::size_t used = encode(data, size, out);
    if (!bytes_->write(out.data(), out.size())) return rt::Errno{bytes_->error()};
    const rt::Result<void> flushed = bytes_->flush();
    if (!flushed && flushed.error() != EINTR) return flushed.failure();
    return used;
  }

  rt::Result<std::int64_t> seek(std::int64_t offset, rt::Whence whence) override {
    decoded_.clear();
    if (whence == rt::Whence::Current && offset == 0) return bytes_->tell();
    RT_TRY(bytes_->seek(offset, whence));
    return bytes_->tell();
  }
  rt::Result<void> close() override { return bytes_->close(); }

 private:
  // perl writes UTF-16 big endian with a byte order mark.
  static std::string writing_name(const EncodingName& encoding) {
    const std::string& name = encoding.iconv_name;
    return name == "UTF-16" || name == "UTF-32" ? name + "BE" : name;
  }

  void decode() {
    char out[4096];
    for (;;) {
      const auto have = bytes_->buffered();
      if (have.empty()) return;
      char* from = const_cast<char*>(have.data());
      std::size_t left = have.size(), room = sizeof out;
      char* to = out;
      const std::size_t status = iconv(decode_.get(), &from, &left, &to, &room);
      const int error = errno;
      decoded_.append(out, static_cast<std::size_t>(to - out));
      bytes_->consume(have.size() - left);
      if (status != static_cast<std::size_t>(-1) || error == EINVAL) return;
      if (error == EILSEQ) drop_byte();
    }
  }

  // A byte that means nothing becomes the text \xHH.
  void drop_byte() {
    char text[8];
    const auto byte = static_cast<unsigned char>(bytes_->buffered()[0]);
    std::snprintf(text, sizeof text, "\\x%02X", byte);
    engine_.warn(Warning::Utf8, name_ + " \"" + text + "\" does not map to Unicode");
    decoded_ += text;
    bytes_->consume(1);
  }

  // Returns how many bytes of UTF-8 were taken; a character without a place becomes \x{hhhh}.
  std::size_t encode(const char* data, std::size_t size, std::string& out) {
    char* from = const_cast<char*>(data);
    std::size_t left = size;
    while (left > 0) {
      char buffer[4096];
      char* to = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t status = iconv(encode_.get(), &from, &left, &to, &room);
      const int error = errno;
      out.append(buffer, static_cast<std::size_t>(to - buffer));
      if (status != static_cast<std::size_t>(-1) || error == E2BIG) continue;
      if (error == EINVAL && left < size) break;
      std::size_t length = 1;
      const std::uint32_t character = utf8_decode(from, from + left, &length);
      char text[16];
      std::snprintf(text, sizeof text, "\\x{%04x}", character);
      engine_.warn(Warning::Utf8, std::string("\"") + text + "\" does not map to " + name_);
      std::size_t ignored = 0;
      if (name_.starts_with("UTF")) out += text;
      else ignored = encode(text, std::strlen(text), out);
      (void)ignored;
      from += length;
      left -= length;
    }
    return size - left;
  }

  Engine& engine_;
  rt::Ref<rt::Stream> bytes_;
  std::string name_;
  Iconv decode_, encode_;
  bool wants_mark_;
  std::string decoded_;
};

}  // namespace

EncodingName encoding_named(std::string_view given) {
  const std::string name = lower(given);
  if (name == "utf-8" || name == "utf-8-strict") return {"utf-8-strict", "UTF-8", true, true};
  if (name == "utf8") return {"utf8", "UTF-8", true, true};
  if (name == "latin1" || name == "latin-1" || name == "iso-8859-1" || name == "iso8859-1" ||
      name == "l1") {
    return {"iso-8859-1", "ISO-8859-1"};
  }
  if (name == "ascii" || name == "us-ascii" || name == "iso-646-us") return {"ascii", "ASCII"};
  if (name.starts_with("utf") || name.starts_with("ucs")) {
    std::string upper;
    for (char c : given) upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (upper.starts_with("UTF1") || upper.starts_with("UTF3")) upper = "UTF-" + upper.substr(3);
    return {upper, upper};
  }
  return {name, name};
}

bool encoding_known(std::string_view name) {
  if (name.empty()) return false;
  const EncodingName encoding = encoding_named(name);
  return encoding.utf8 || Iconv("UTF-8", encoding.iconv_name.c_str()).ok();
}

std::unique_ptr<rt::StreamEnd> make_converting_end(Engine& engine, rt::Ref<rt::Stream> bytes,
                                                   const EncodingName& encoding) {
  return std::make_unique<ConvertingEnd>(engine, std::move(bytes), encoding);
}

namespace {

// Length of the well-formed UTF-8 character at p, or 0.
std::size_t well_formed(const char* p, const char* end) {
  const auto lead = static_cast<unsigned char>(*p);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 && lead <= 0xf4 ? 4
                             : lead >= 0xe0               ? 3
                             : lead >= 0xc2               ? 2
                                                          : 0;
  if (length == 0 || lead > 0xf4 || static_cast<std::size_t>(end - p) < length) return 0;
  return utf8_valid({p, length}) ? length : 0;
}

}  // namespace

void warn_malformed(Engine& engine, const String* text) {
  if (utf8_valid(text->view()) || !engine.warning_enabled(Warning::Utf8)) return;
  const char* p = text->data;
  const char* const end = p + text->length;
  while (p < end) {
    const std::size_t length = well_formed(p, end);
    if (length == 0) break;
    p += length;
  }
  if (p == end) return;
  char shown[8];
  std::snprintf(shown, sizeof shown, "\\x%02X", static_cast<unsigned char>(*p));
  engine.warn(Warning::Utf8, std::string("utf8 \"") + shown + "\" does not map to Unicode");
}

String* repair_utf8(Engine& engine, String* text) {
  if (utf8_valid(text->view())) return text;
  std::string fixed;
  const char* p = text->data;
  const char* const end = p + text->length;
  while (p < end) {
    const std::size_t length = well_formed(p, end);
    if (length > 0) {
      fixed.append(p, length);
      p += length;
      continue;
    }
    char shown[8];
    std::snprintf(shown, sizeof shown, "\\x%02X", static_cast<unsigned char>(*p++));
    engine.warn(Warning::Utf8, std::string("UTF-8 \"") + shown + "\" does not map to Unicode");
    fixed += shown;
  }
  String* repaired = String::make(fixed, true);
  text->release();
  return repaired;
}

}  // namespace perlipc::builtin
