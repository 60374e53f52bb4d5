// Conversions for :encoding layers.
#include "builtins/io_encoding.h"
#include "builtins/encoding_convert.h"
#include "builtins/malformed_utf8.h"
#include "interp/value/convert.h"

#include <cctype>
#include <cerrno>
#include <cstdio>

namespace perlipc::builtin {
namespace {

std::string lower(std::string_view name) {
  std::string out;
  for (char c : name) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// What turns the bytes of a handle into characters (as UTF-8) and back.
class Converter {
 public:
  virtual ~Converter() = default;
  // Converts from the start as far as it can and takes that away; `end`: nothing will follow.
  virtual std::string decode(std::string& bytes, bool end) = 0;
  virtual std::string encode(std::string_view text) = 0;
};

// What is done about errors: $PerlIO::encoding::fallback.
Value fallback(Engine& engine) {
  Glob* glob = engine.glob("PerlIO::encoding::fallback", false);
  Value value = glob && glob->body->scalar ? glob->body->scalar->get() : Value();
  return value.is_undef() ? Value::integer(PerlQq | OnlyPragmaWarnings | WarnOnErr) : value;
}

class CodecConverter final : public Converter {
 public:
  CodecConverter(Engine& engine, const EncodingName& encoding)
      : engine_(engine), codec_(make_codec(encoding.canonical)), name_(encoding.canonical),
        unit_(name_.starts_with("UTF-32") ? 4 : 2),
        seeks_mark_(name_ == "UTF-16" || name_ == "UTF-32"), writes_mark_(seeks_mark_) {}

  std::string decode(std::string& bytes, bool end) override {
    if (seeks_mark_ && (end || bytes.size() >= unit_)) find_order(bytes);
    // By pieces, for what is decoded is encoded again when tell asks where it ends.
    const std::string_view piece = std::string_view(bytes).substr(0, kPiece);
    const Conversion result = decode_bytes(engine_, encoding(), piece, policy());
    bytes.erase(0, result.used);
    if (end && !bytes.empty() && result.used == 0) {
      if (encoding().wording == Wording::Unicode)
        engine_.warn(Warning::Utf8, name_ + ":Partial character");
      bytes.clear();
    }
    return result.text;
  }
  std::string encode(std::string_view text) override {
    std::string out;
    if (writes_mark_) codec_->encode(0xfeff, out);
    writes_mark_ = false;
    return out + encode_text(engine_, encoding(), text, policy()).text;
  }

 private:
  Encoding encoding() const {
    const bool wide = name_.starts_with("UTF-") || name_.starts_with("UCS-");
    return {*codec_, name_, wide ? Wording::Unicode : Wording::Table};
  }
  EncodePolicy policy() const {
    EncodePolicy result = encode_policy(engine_, fallback(engine_));
    result.flags |= StopAtPartial;
    return result;
  }
  void find_order(std::string& bytes) {
    const ByteOrderMark mark = find_mark(bytes, unit_);
    bytes.erase(0, mark.length);
    if (mark.little_endian) codec_ = make_wide_codec(unit_, true, true);
    seeks_mark_ = writes_mark_ = false;
  }

  static constexpr std::size_t kPiece = 4096;
  Engine& engine_;
  std::unique_ptr<Codec> codec_;
  std::string name_;
  std::size_t unit_;
  bool seeks_mark_;   // reading starts with a byte order mark
  bool writes_mark_;  // so does writing
};

// An encoding written in Perl: an object with encode and decode.
class ObjectConverter final : public Converter {
 public:
  ObjectConverter(Engine& engine, const Value& object) : engine_(engine) {
    object_ = ask(object, "renew", {});
    if (!object_.is_ref()) object_ = object;
    needs_lines_ = to_bool(engine, ask(object_, "needs_lines", {}));
  }

  std::string decode(std::string& bytes, bool end) override {
    std::size_t size = bytes.size();
    if (needs_lines_ && !end) size = bytes.rfind('\n') + 1;
    if (size == 0) return {};
    const Value place = Value::adopt_boxed(Scalar::make(Value::string(bytes.substr(0, size))));
    const Value arguments[] = {place, check(!end)};
    const Value result = ask(object_, "decode", arguments);
    bytes.replace(0, size, Text(engine_, rvalue(place)).view());
    return wide_text(result);
  }
  std::string encode(std::string_view text) override {
    const Value place = Value::adopt_boxed(Scalar::make(Value::string(text, true)));
    const Value arguments[] = {place, check(false)};
    const Text result(engine_, ask(object_, "encode", arguments));
    return std::string(result.view());
  }

 private:
  Value ask(const Value& object, const char* method, std::span<const Value> arguments) {
    const std::vector<Value> results = engine_.call_method(object, method, arguments, Want::Scalar);
    return results.empty() ? Value() : rvalue(results[0]);
  }
  Value check(bool more_to_come) {
    Value value = fallback(engine_);
    if (value.is_ref()) return value;
    return Value::integer(to_int(engine_, value) | (more_to_come ? +StopAtPartial : 0));
  }
  std::string wide_text(const Value& value) {
    if (value.is_undef()) return {};
    const Text text(engine_, value);
    return std::string(Text(upgrade(text.get())).view());
  }

  Engine& engine_;
  Value object_;
  bool needs_lines_ = false;
};

class ConvertingEnd final : public rt::StreamEnd {
 public:
  ConvertingEnd(rt::Ref<rt::Stream> bytes, std::unique_ptr<Converter> converter)
      : bytes_(std::move(bytes)), converter_(std::move(converter)) {}

  rt::Result<std::size_t> read(char* data, std::size_t size) override {
    while (decoded_.empty()) {
      if (!pending_.empty()) decoded_ = converter_->decode(pending_, false);
      if (!decoded_.empty()) break;
      const rt::Result<std::size_t> filled = bytes_->fill();
      if (!filled) return filled.failure();
      take_buffered();
      const bool end = *filled == 0;
      if (!pending_.empty()) decoded_ = converter_->decode(pending_, end);
      if (end) break;
    }
    const std::size_t count = std::min(size, decoded_.size());
    decoded_.copy(data, count);
    decoded_.erase(0, count);
    return count;
  }

  rt::Result<std::size_t> write(const char* data, std::size_t size) override {
    const std::size_t whole = complete_characters({data, size});
    const std::string out = converter_->encode({data, whole});
    if (!bytes_->write(out.data(), out.size())) return rt::Errno{bytes_->error()};
    const rt::Result<void> flushed = bytes_->flush();
    if (!flushed && flushed.error() != EINTR) return flushed.failure();
    return whole;
  }

  // Positions are those of the bytes.
  rt::Result<std::int64_t> seek(std::int64_t offset, rt::Whence whence) override {
    if (whence == rt::Whence::Current) {
      const std::int64_t here =
          RT_TRY(bytes_->tell()) - static_cast<std::int64_t>(pending_.size()) - extent(decoded_);
      if (offset == 0) return here;
      offset += here;
      whence = rt::Whence::Start;
    }
    RT_TRY(bytes_->seek(offset, whence));
    decoded_.clear();
    pending_.clear();
    return bytes_->tell();
  }
  std::int64_t extent(std::span<const char> text) const override {
    return text.empty()
               ? 0
               : static_cast<std::int64_t>(converter_->encode({text.data(), text.size()}).size());
  }
  rt::Result<void> close() override { return bytes_ ? bytes_->close() : rt::Result<void>(); }
  void detach() { bytes_ = {}; }

 private:
  void take_buffered() {
    const auto have = bytes_->buffered();
    pending_.append(have.data(), have.size());
    bytes_->consume(have.size());
  }
  // How much of the text ends with a whole character; all of it when that is nothing.
  static std::size_t complete_characters(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && (static_cast<unsigned char>(text[start - 1]) & 0xc0) == 0x80) --start;
    if (start == 0) return text.size();
    std::size_t length = 1;
    const auto lead = static_cast<unsigned char>(text[start - 1]);
    if (lead >= 0xc0) length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 6;
    const bool whole = text.size() - (start - 1) >= length;
    return whole || start == 1 ? text.size() : start - 1;
  }

  rt::Ref<rt::Stream> bytes_;
  std::unique_ptr<Converter> converter_;
  std::string pending_;  // bytes that are no whole character yet
  std::string decoded_;
};

// The object that Encode finds by the name; undef when it knows none.
Value find_by_encode(Engine& engine, std::string_view name) {
  engine.require_file("Encode.pm");
  Code* find = engine.glob("Encode::find_encoding", true)->code();
  const Value argument = Value::string(name);
  return find ? engine.call_scalar(find, {&argument, 1}) : Value();
}

std::optional<EncodingName> known_without_encode(std::string_view given) {
  const std::string name = lower(given);
  if (name == "utf-8" || name == "utf-8-strict") return EncodingName{"utf-8-strict", true, {}};
  if (name == "utf8") return EncodingName{"utf8", true, {}};
  for (const char* alias : {"latin1", "latin-1", "iso-8859-1", "iso8859-1", "l1"}) {
    if (name == alias) return EncodingName{"iso-8859-1", false, {}};
  }
  if (name == "us-ascii" || name == "iso-646-us") return EncodingName{"ascii", false, {}};
  std::string upper;
  for (char c : given) upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const char* wide :
       {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "UCS-2BE", "UCS-2LE"}) {
    if (upper == wide) return EncodingName{upper, false, {}};
  }
  if (make_codec(name)) return EncodingName{name, false, {}};
  return std::nullopt;
}

}  // namespace

std::optional<EncodingName> encoding_named(Engine& engine, std::string_view given) {
  if (given.empty()) return std::nullopt;
  if (std::optional<EncodingName> known = known_without_encode(given)) return known;
  const Value object = find_by_encode(engine, given);
  if (!object.is_ref()) return std::nullopt;
  const std::vector<Value> names = engine.call_method(object, "name", {}, Want::Scalar);
  const std::string name =
      names.empty() ? std::string() : std::string(Text(engine, rvalue(names[0])).view());
  const Stash* stash = static_cast<Referent*>(object.o)->stash();
  const std::string_view package = stash ? std::string_view(stash->name) : std::string_view();
  if (package == "Encode::utf8") return EncodingName{name, true, {}};
  const bool ours = package == "Encode::XS" || package == "Encode::Unicode";
  return EncodingName{name, false, ours ? Value() : object};
}

std::unique_ptr<rt::StreamEnd> make_converting_end(Engine& engine, rt::Ref<rt::Stream> bytes,
                                                   const EncodingName& encoding) {
  std::unique_ptr<Converter> converter;
  if (encoding.object.is_ref())
    converter = std::make_unique<ObjectConverter>(engine, encoding.object);
  else converter = std::make_unique<CodecConverter>(engine, encoding);
  return std::make_unique<ConvertingEnd>(std::move(bytes), std::move(converter));
}

void detach_converting_end(rt::Stream& stream) {
  if (auto* end = dynamic_cast<ConvertingEnd*>(stream.end())) end->detach();
}

void warn_malformed(Engine& engine, const String* text) {
  if (utf8_valid(text->view()) || !engine.warning_enabled(Warning::Utf8)) return;
  const std::size_t at = first_malformed(text->view());
  if (at == std::string_view::npos) return;
  const char* const p = text->data + at;
  char shown[8];
  std::snprintf(shown, sizeof shown, "\\x%02X", static_cast<unsigned char>(*p));
  engine.warn(Warning::Utf8, std::string("utf8 \"") + shown + "\" does not map to Unicode");
}

String* repair_utf8(Engine& engine, String* text, std::string_view encoding) {
  if (utf8_valid(text->view())) return text;
  const bool strict = encoding != "utf8";
  const std::unique_ptr<Codec> codec = make_codec(strict ? "utf-8-strict" : "utf8");
  EncodePolicy policy = encode_policy(engine, fallback(engine));
  policy.flags |= StopAtPartial;
  const Conversion fixed = decode_bytes(engine, {*codec, strict ? "UTF-8" : "utf8", Wording::Utf8},
                                        text->view(), policy);
  text->release();
  return String::make(fixed.text, true);
}

}  // namespace perlipc::builtin
