// The native half of Compress::Raw::Zlib (perldoc Compress::Raw::Zlib) over the system's zlib; its Perl half
// comes with the installed perl. A stream is the magic of the scalar its object refers to.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "builtins/receive_buffer.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace perlipc::builtin {

namespace {

constexpr const char* kDeflate = "Compress::Raw::Zlib::deflateStream";
constexpr const char* kInflate = "Compress::Raw::Zlib::inflateStream";

// What the Perl half passes as flags.
enum StreamFlag : unsigned {
  kAppendOutput = 1,
  kCrc32 = 2,
  kAdler32 = 4,
  kConsumeInput = 8,
  kLimitOutput = 16
};

// zlib counts what it is given in 32 bits.
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;

class ZlibStream final : public Magic {
 public:
  ZlibStream(bool deflates, unsigned stream_flags, std::size_t output_step)
      : flags(stream_flags), step(std::max<std::size_t>(output_step, 1)), deflates_(deflates) {}
  ~ZlibStream() override {
    if (!started_) return;
    if (deflates_) deflateEnd(&z);
    else inflateEnd(&z);
  }
  ZlibStream(const ZlibStream&) = delete;
  ZlibStream& operator=(const ZlibStream&) = delete;
  Value get(Scalar&) override { return Value::integer(reinterpret_cast<std::intptr_t>(this)); }
  void set(Scalar&, const Value&) override {}

  bool deflates() const { return deflates_; }
  bool has(StreamFlag flag) const { return (flags & flag) != 0; }
  void started() { started_ = true; }

  // --- one call ---------------------------------------------------------------------------------
  void begin(std::string_view bytes) {
    rest_ = bytes;
    z.avail_in = 0;
    refill();
    output = std::exchange(pending, {});
    z.avail_out = 0;
  }
  bool has_input() const { return z.avail_in > 0 || !rest_.empty(); }
  void refill() {
    if (z.avail_in > 0 || rest_.empty()) return;
    const std::size_t size = std::min(rest_.size(), kMostAtOnce);
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest_.data()));
    z.avail_in = static_cast<uInt>(size);
    rest_.remove_prefix(size);
  }
  std::size_t unread() const { return z.avail_in + rest_.size(); }
  void make_room() {
    if (z.avail_out > 0) return;
    const std::size_t used = output.size();
    output.resize(used + room_step());
    z.next_out = reinterpret_cast<Bytef*>(output.data() + used);
    z.avail_out = static_cast<uInt>(output.size() - used);
  }
  // The output is what has been written of it.
  void end() {
    output.resize(output.size() - z.avail_out);
    z.avail_out = 0;
    z.next_in = nullptr;
    z.avail_in = 0;
  }

  void count(std::string_view plain, std::size_t compressed) {
    if (plain.empty()) {
      compressed_bytes += compressed;
      return;
    }
    if (has(kCrc32)) crc = crc32_z(crc, reinterpret_cast<const Bytef*>(plain.data()), plain.size());
    if (has(kAdler32))
      adler = adler32_z(adler, reinterpret_cast<const Bytef*>(plain.data()), plain.size());
    plain_bytes += plain.size();
    compressed_bytes += compressed;
  }

  z_stream z{};
  unsigned flags;
  std::size_t step;
  std::string dictionary, output;
  std::string pending;  // goes before the output of the next call
  int level = 0, strategy = 0, window_bits = 0, status = Z_OK;
  std::uint64_t plain_bytes = 0, compressed_bytes = 0, last_size = 0;
  uLong crc = ::crc32(0, nullptr, 0), adler = ::adler32(0, nullptr, 0), dictionary_adler = 0;

 private:
  // With a limit exactly one step is given; else steps grow with what there is.
  std::size_t room_step() const {
    return has(kLimitOutput) ? step : std::min(std::max(step, output.size()), kMostAtOnce);
  }
  bool deflates_;
  bool started_ = false;
  std::string_view rest_;
};

// --- operands and results ------------------------------------------------------------------------

const char* status_text(int status) {
  switch (status) {
    case Z_NEED_DICT: return "need dictionary";
    case Z_STREAM_END: return "stream end";
    case Z_ERRNO: return std::strerror(errno);
    case Z_STREAM_ERROR: return "stream error";
    case Z_DATA_ERROR: return "data error";
    case Z_MEM_ERROR: return "insufficient memory";
    case Z_BUF_ERROR: return "buffer error";
    case Z_VERSION_ERROR: return "incompatible version";
    default: return "";
  }
}
Value status_value(int status) {
  return DualValue::make(Value::integer(status), Value::string(status_text(status)));
}

ZlibStream& stream_of(Call& call, const char* package) {
  const Value self = call[0];
  ZlibStream* stream = nullptr;
  if (is_object(call.engine, self, package) && self.o->type == Type::Scalar)
    stream = dynamic_cast<ZlibStream*>(static_cast<Scalar*>(self.o)->magic);
  if (stream == nullptr) {
    const Text got(call.engine, self.is_undef() ? Value::string("undef") : self);
    std::string message = native_full_name(call) + ": Expected s to be of type " + package;
    message += self.is_ref() || self.is_undef() ? "; got " : "; got scalar ";
    message.append(got.view()).append(" instead");
    call.engine.die(std::move(message));
  }
  return *stream;
}

template <bool Deflates> ZlibStream& self(Call& call) {
  return stream_of(call, Deflates ? kDeflate : kInflate);
}

// The variable that operand n is or refers to.
Value buffer_place(Call& call, std::size_t n) {
  const Value value = call[n];
  const std::string name(native_name(call));
  if (!value.is_ref()) return call.args[n];
  if (value.o->type != Type::Scalar)
    call.engine.die(name + ": buffer parameter is not a SCALAR reference");
  auto* scalar = static_cast<Scalar*>(value.o);
  if (scalar->get().is_ref())
    call.engine.die(name + ": buffer parameter is a reference to a reference");
  return Value::boxed(scalar);
}

bool is_read_only(const Value& place) {
  const Value* at = place.tag == kSlotPtr ? place.p : &place;
  return at->is_boxed() && (at->box->bits & Scalar::ReadOnly) != 0;
}

// The bytes of a place; dies with "Wide character in WHAT".
std::string input_bytes(Call& call, const Value& place, const char* what) {
  const Value value = rvalue(place);
  if (value.is_undef()) return {};
  const Text text(call.engine, value);
  if (!text.utf8()) return std::string(text.view());
  String* narrow = downgrade(text.get());
  if (narrow == nullptr) call.engine.die(std::string("Wide character in ") + what);
  const Text owner(narrow);
  return std::string(owner.view());
}

class Output {
 public:
  Output(Call& call, std::size_t n, bool append) : call_(call), place_(buffer_place(call, n)) {
    if (is_read_only(place_))
      call.engine.die(std::string(native_name(call)) + ": buffer parameter is read-only");
    const Value now = append ? rvalue(place_) : Value();
    if (now.is_undef()) call.engine.assign(place_, Value::string(""));
    else if (const Text text(call.engine, now); text.utf8())
      call.engine.assign(place_, Value::string(input_bytes(call, place_, "subroutine entry")));
  }
  void put(std::string_view bytes) {
    Value* at = place_.tag == kSlotPtr ? place_.p : &place_;
    if (at->is_boxed() && at->box->plain()) at = &at->box->value;
    if (at->tag == kStr && at->s->unique()) {
      at->s = append(at->s, bytes, false);
      at->s->touched();
      at->spare = 0;
      return;
    }
    std::string text(Text(call_.engine, rvalue(place_)).view());
    call_.engine.assign(place_, Value::string(text.append(bytes)));
  }

 private:
  Call& call_;
  Value place_;
};

// The object, and in list context the status.
Value new_stream(Call& call, std::unique_ptr<ZlibStream> stream, int status) {
  Value object;
  if (status == Z_OK) {
    const char* package = stream->deflates() ? kDeflate : kInflate;
    object = bless_new(call.engine, Scalar::with_magic(stream.release()), package);
  }
  if (call.want != Want::List) return object;
  call.push(std::move(object));
  call.push(status_value(status));
  return call.list();
}

Bytef* bytes_pointer(const std::string& text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

// --- deflate -------------------------------------------------------------------------------------

Value deflate_init(Call& call) {
  expect(call, 8, 8, "flags, level, method, windowBits, memLevel, strategy, bufsize, dictionary");
  auto stream = std::make_unique<ZlibStream>(true, static_cast<unsigned>(call.integer(0)),
                                             static_cast<std::size_t>(call.integer(6)));
  stream->level = static_cast<int>(call.integer(1));
  stream->strategy = static_cast<int>(call.integer(5));
  stream->dictionary = input_bytes(call, call.args[7], native_full_name(call).c_str());
  int status = deflateInit2(&stream->z, stream->level, static_cast<int>(call.integer(2)),
                            static_cast<int>(call.integer(3)), static_cast<int>(call.integer(4)),
                            stream->strategy);
  if (status == Z_OK) stream->started();
  if (status == Z_OK && !stream->dictionary.empty()) {
    status = deflateSetDictionary(&stream->z, bytes_pointer(stream->dictionary),
                                  static_cast<uInt>(stream->dictionary.size()));
    stream->dictionary_adler = stream->z.adler;
  }
  return new_stream(call, std::move(stream), status);
}

Value deflate_deflate(Call& call) {
  expect(call, 3, 3, "s, buf, output");
  ZlibStream& s = self<true>(call);
  const std::string input = input_bytes(call, buffer_place(call, 1),
                                        "Compress::Raw::Zlib::Deflate::deflate input parameter");
  Output output(call, 2, s.has(kAppendOutput));
  int status = Z_OK;
  s.begin(input);
  while (s.has_input() && status == Z_OK) {
    s.refill();
    s.make_room();
    status = ::deflate(&s.z, Z_NO_FLUSH);
  }
  const std::size_t unread = s.unread();
  s.end();
  s.count(std::string_view(input).substr(0, input.size() - unread), s.output.size());
  s.status = status;
  if (status == Z_OK) output.put(s.output);
  return status_value(status);
}

Value deflate_flush(Call& call) {
  expect(call, 2, 3, "s, output, f=Z_FINISH");
  ZlibStream& s = self<true>(call);
  const int how = call.has(2) ? static_cast<int>(call.integer(2)) : Z_FINISH;
  Output output(call, 1, s.has(kAppendOutput));
  int status = Z_OK;
  s.begin({});
  do {
    s.make_room();
    status = ::deflate(&s.z, how);
  } while (status == Z_OK && s.z.avail_out == 0);
  s.end();
  if (status == Z_STREAM_END || status == Z_BUF_ERROR) status = Z_OK;
  s.count({}, s.output.size());
  s.status = status;
  if (status == Z_OK) output.put(s.output);
  return status_value(status);
}

Value deflate_params(Call& call) {
  expect(call, 5, 5, "s, flags, level, strategy, bufsize");
  ZlibStream& s = self<true>(call);
  const std::int64_t given = call.integer(1);
  if (given & 1) s.level = static_cast<int>(call.integer(2));
  if (given & 2) s.strategy = static_cast<int>(call.integer(3));
  if (given & 4) s.step = static_cast<std::size_t>(std::max<std::int64_t>(call.integer(4), 1));
  s.begin({});  // zlib writes out what it has
  int status = Z_BUF_ERROR;
  while (status == Z_BUF_ERROR) {
    s.make_room();
    status = ::deflateParams(&s.z, s.level, s.strategy);
    if (status == Z_BUF_ERROR && s.z.avail_out > 0) break;
  }
  s.end();
  s.pending = std::exchange(s.output, {});
  return status_value(status);
}

Value deflate_tune(Call& call) {
  expect(call, 5, 5, "s, good_length, max_lazy, nice_length, max_chain");
  ZlibStream& s = self<true>(call);
  const auto number = [&](std::size_t n) { return static_cast<int>(call.integer(n)); };
  return status_value(::deflateTune(&s.z, number(1), number(2), number(3), number(4)));
}

Value deflate_reset(Call& call) {
  expect(call, 1, 1, "s");
  ZlibStream& s = self<true>(call);
  s.status = ::deflateReset(&s.z);
  s.plain_bytes = s.compressed_bytes = 0;
  s.crc = ::crc32(0, nullptr, 0), s.adler = ::adler32(0, nullptr, 0);
  return status_value(s.status);
}

// --- inflate -------------------------------------------------------------------------------------

Value inflate_init(Call& call) {
  expect(call, 4, 4, "flags, windowBits, bufsize, dictionary");
  auto stream = std::make_unique<ZlibStream>(false, static_cast<unsigned>(call.integer(0)),
                                             static_cast<std::size_t>(call.integer(2)));
  stream->window_bits = static_cast<int>(call.integer(1));
  stream->dictionary = input_bytes(call, call.args[3], native_full_name(call).c_str());
  int status = inflateInit2(&stream->z, stream->window_bits);
  if (status == Z_OK) stream->started();
  // Data without a header says nothing of a dictionary: it is there from the start.
  if (status == Z_OK && stream->window_bits < 0 && !stream->dictionary.empty())
    status = inflateSetDictionary(&stream->z, bytes_pointer(stream->dictionary),
                                  static_cast<uInt>(stream->dictionary.size()));
  return new_stream(call, std::move(stream), status);
}

// Until the input is used up, the data ends or something is wrong; with a limit until one step of
// output is full.
int inflate_all(ZlibStream& s) {
  for (;;) {
    s.refill();
    const bool full = s.z.avail_out == 0 && !s.output.empty();
    if (full && s.has(kLimitOutput)) return Z_BUF_ERROR;
    s.make_room();
    const int status = ::inflate(&s.z, Z_SYNC_FLUSH);
    if (status == Z_NEED_DICT && !s.dictionary.empty()) {
      s.dictionary_adler = s.z.adler;
      const int set = inflateSetDictionary(&s.z, bytes_pointer(s.dictionary),
                                           static_cast<uInt>(s.dictionary.size()));
      if (set != Z_OK) return set;
      continue;
    }
    if (status == Z_BUF_ERROR && s.z.avail_out > 0 && !s.has_input()) return Z_OK;
    if (status != Z_OK && status != Z_BUF_ERROR) return status;
    if (!s.has_input() && s.z.avail_out > 0) return Z_OK;
  }
}

Value inflate_inflate(Call& call) {
  expect(call, 3, 4, "s, buf, output, eof=FALSE");
  ZlibStream& s = self<false>(call);
  constexpr const char* what = "Compress::Raw::Zlib::Inflate::inflate input parameter";
  Value source = buffer_place(call, 1);
  const bool consumes = s.has(kConsumeInput) || s.has(kLimitOutput);
  if (consumes && is_read_only(source))
    call.engine.die(std::string(what) + " cannot be read-only when ConsumeInput is specified");
  const std::string input = input_bytes(call, source, what);
  Output output(call, 2, s.has(kAppendOutput));
  s.begin(input);
  const int status = inflate_all(s);
  const std::size_t unread = s.unread();
  s.end();
  s.last_size = s.output.size();
  s.status = status;
  if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR || status == Z_DATA_ERROR) {
    s.count(s.output, input.size() - unread);
    output.put(s.output);
    if (consumes)
      call.engine.assign(source,
                         Value::string(std::string_view(input).substr(input.size() - unread)));
  }
  return status_value(status);
}

Value inflate_sync(Call& call) {
  expect(call, 2, 2, "s, buf");
  ZlibStream& s = self<false>(call);
  Value source = buffer_place(call, 1);
  const std::string input = input_bytes(call, source, "Compress::Raw::Zlib::Inflate::inflateSync");
  s.begin(input);
  const int status = ::inflateSync(&s.z);
  const std::size_t unread = s.unread();
  s.end();
  call.engine.assign(source, Value::string(std::string_view(input).substr(input.size() - unread)));
  return status_value(status);
}

Value inflate_reset(Call& call) {
  expect(call, 1, 1, "s");
  ZlibStream& s = self<false>(call);
  s.status = ::inflateReset(&s.z);
  s.plain_bytes = s.compressed_bytes = 0;
  s.crc = ::crc32(0, nullptr, 0), s.adler = ::adler32(0, nullptr, 0);
  return status_value(s.status);
}

Value inflate_set_append(Call& call) {
  expect(call, 2, 2, "s, mode");
  ZlibStream& s = self<false>(call);
  const bool before = s.has(kAppendOutput);
  s.flags = call.truth(1) ? s.flags | kAppendOutput : s.flags & ~unsigned{kAppendOutput};
  return yes_no(before);
}

// --- questions -----------------------------------------------------------------------------------

template <class T> Value number_value(T number) {
  if constexpr (std::is_signed_v<T>) return Value::integer(number);
  else return Value::unsigned_integer(static_cast<std::uint64_t>(number));
}

template <bool Deflates, auto Member> Value stream_number(Call& call) {
  expect(call, 1, 1, "s");
  return number_value(self<Deflates>(call).*Member);
}
template <bool Deflates, auto Member> Value zlib_number(Call& call) {
  expect(call, 1, 1, "s");
  return number_value(self<Deflates>(call).z.*Member);
}
template <bool Deflates> Value stream_message(Call& call) {
  expect(call, 1, 1, "s");
  const char* text = self<Deflates>(call).z.msg;
  return text != nullptr ? Value::string(text) : Value();
}
// The stream goes with the scalar that holds it.
Value stream_destroy(Call& call) {
  expect(call, 1, 1, "s");
  return no_value(call);
}

// --- checksums and constants ---------------------------------------------------------------------

Value checksum_crc32(Call& call) {
  expect(call, 1, 3, "buf, crc=crcInitial, offset=0");
  const std::string bytes = input_bytes(call, buffer_place(call, 0), "Compress::Raw::Zlib::crc32");
  const uLong start =
      call.defined(1) ? static_cast<uLong>(call.integer(1)) : ::crc32(0, nullptr, 0);
  const auto offset = call.has(2) ? static_cast<std::size_t>(call.integer(2)) : 0;
  if (offset > bytes.size()) call.engine.die("Offset out of range in Compress::Raw::Zlib::crc32");
  return number_value(crc32_z(start, bytes_pointer(bytes) + offset, bytes.size() - offset));
}

Value checksum_adler32(Call& call) {
  expect(call, 1, 2, "buf, adler=adlerInitial");
  const std::string bytes =
      input_bytes(call, buffer_place(call, 0), "Compress::Raw::Zlib::adler32");
  const uLong start =
      call.defined(1) ? static_cast<uLong>(call.integer(1)) : ::adler32(0, nullptr, 0);
  return number_value(adler32_z(start, bytes_pointer(bytes), bytes.size()));
}

template <uLong (*Combine)(uLong, uLong, z_off_t)> Value combined(Call& call) {
  expect(call, 3, 3, Combine == ::crc32_combine ? "crc1, crc2, len2" : "adler1, adler2, len2");
  return number_value(Combine(static_cast<uLong>(call.integer(0)),
                              static_cast<uLong>(call.integer(1)), call.integer(2)));
}

Value library_version(Call&) { return Value::string(::zlibVersion()); }
Value library_number(Call&) { return Value::integer(ZLIB_VERNUM); }
Value library_flags(Call&) { return number_value(::zlibCompileFlags()); }

constexpr int kOsUnix = 3;  // RFC 1952, 2.3.1
const NativeConstant kConstants[] = {
    {"DEF_WBITS", MAX_WBITS},
    {"MAX_MEM_LEVEL", MAX_MEM_LEVEL},
    {"MAX_WBITS", MAX_WBITS},
    {"OS_CODE", kOsUnix},
#define C(name)                                                                                    \
  { #name, name }
    C(Z_ASCII),
    C(Z_BEST_COMPRESSION),
    C(Z_BEST_SPEED),
    C(Z_BINARY),
    C(Z_BLOCK),
    C(Z_BUF_ERROR),
    C(Z_DATA_ERROR),
    C(Z_DEFAULT_COMPRESSION),
    C(Z_DEFAULT_STRATEGY),
    C(Z_DEFLATED),
    C(Z_ERRNO),
    C(Z_FILTERED),
    C(Z_FINISH),
    C(Z_FIXED),
    C(Z_FULL_FLUSH),
    C(Z_HUFFMAN_ONLY),
    C(Z_MEM_ERROR),
    C(Z_NEED_DICT),
    C(Z_NO_COMPRESSION),
    C(Z_NO_FLUSH),
    {"Z_NULL", 0},
    C(Z_OK),
    C(Z_PARTIAL_FLUSH),
    C(Z_RLE),
    C(Z_STREAM_END),
    C(Z_STREAM_ERROR),
    C(Z_SYNC_FLUSH),
    C(Z_TREES),
    C(Z_UNKNOWN),
    C(Z_VERSION_ERROR),
#undef C
};

// For the Perl half's AUTOLOAD: (undef, value), or what is wrong with the name.
Value constant(Call& call) {
  expect(call, 1, 1, "sv");
  const std::string name = call.text(0);
  Value value;
  if (name == "ZLIB_VERSION") value = Value::string(ZLIB_VERSION);
  for (const NativeConstant& known : kConstants)
    if (name == known.name) value = Value::integer(known.value);
  if (call.want != Want::List) return value;
  if (value.is_undef()) call.push(Value::string(name + " is not a valid Zlib macro"));
  else call.push(Value()), call.push(std::move(value));
  return call.list();
}

void boot(Engine& engine) {
  set_scalar(engine, "Compress::Raw::Zlib::gzip_os_code", Value::integer(kOsUnix));
  set_scalar(engine, "Compress::Raw::Zlib::BUILD_ZLIB", Value::integer(0));
}

#define DEFLATE(name) "Compress::Raw::Zlib::deflateStream::" name
#define INFLATE(name) "Compress::Raw::Zlib::inflateStream::" name
const NativeRow kFunctions[] = {
    {"ZLIB_VERNUM", library_number, nullptr},
    {"_deflateInit", deflate_init, nullptr},
    {"_inflateInit", inflate_init, nullptr},
    {"adler32", checksum_adler32, nullptr},
    {"adler32_combine", combined<::adler32_combine>, nullptr},
    {"constant", constant, nullptr},
    {"crc32", checksum_crc32, nullptr},
    {"crc32_combine", combined<::crc32_combine>, nullptr},
    {"zlibCompileFlags", library_flags, nullptr},
    {"zlib_version", library_version, nullptr},
    {DEFLATE("DESTROY"), stream_destroy, nullptr},
    {DEFLATE("_deflateParams"), deflate_params, nullptr},
    {DEFLATE("adler32"), stream_number<true, &ZlibStream::adler>, nullptr},
    {DEFLATE("compressedBytes"), stream_number<true, &ZlibStream::compressed_bytes>, nullptr},
    {DEFLATE("crc32"), stream_number<true, &ZlibStream::crc>, nullptr},
    {DEFLATE("deflate"), deflate_deflate, nullptr},
    {DEFLATE("deflateReset"), deflate_reset, nullptr},
    {DEFLATE("deflateTune"), deflate_tune, nullptr},
    {DEFLATE("dict_adler"), stream_number<true, &ZlibStream::dictionary_adler>, nullptr},
    {DEFLATE("flush"), deflate_flush, nullptr},
    {DEFLATE("get_Bufsize"), stream_number<true, &ZlibStream::step>, nullptr},
    {DEFLATE("get_Level"), stream_number<true, &ZlibStream::level>, nullptr},
    {DEFLATE("get_Strategy"), stream_number<true, &ZlibStream::strategy>, nullptr},
    {DEFLATE("msg"), stream_message<true>, nullptr},
    {DEFLATE("status"), stream_number<true, &ZlibStream::status>, nullptr},
    {DEFLATE("total_in"), zlib_number<true, &z_stream::total_in>, nullptr},
    {DEFLATE("total_out"), zlib_number<true, &z_stream::total_out>, nullptr},
    {DEFLATE("uncompressedBytes"), stream_number<true, &ZlibStream::plain_bytes>, nullptr},
    {INFLATE("DESTROY"), stream_destroy, nullptr},
    {INFLATE("adler32"), stream_number<false, &ZlibStream::adler>, nullptr},
    {INFLATE("compressedBytes"), stream_number<false, &ZlibStream::compressed_bytes>, nullptr},
    {INFLATE("crc32"), stream_number<false, &ZlibStream::crc>, nullptr},
    {INFLATE("dict_adler"), stream_number<false, &ZlibStream::dictionary_adler>, nullptr},
    {INFLATE("get_Bufsize"), stream_number<false, &ZlibStream::step>, nullptr},
    {INFLATE("inflate"), inflate_inflate, nullptr},
    {INFLATE("inflateCount"), stream_number<false, &ZlibStream::last_size>, nullptr},
    {INFLATE("inflateReset"), inflate_reset, nullptr},
    {INFLATE("inflateSync"), inflate_sync, nullptr},
    {INFLATE("msg"), stream_message<false>, nullptr},
    {INFLATE("set_Append"), inflate_set_append, nullptr},
    {INFLATE("status"), stream_number<false, &ZlibStream::status>, nullptr},
    {INFLATE("total_in"), zlib_number<false, &z_stream::total_in>, nullptr},
    {INFLATE("total_out"), zlib_number<false, &z_stream::total_out>, nullptr},
    {INFLATE("uncompressedBytes"), stream_number<false, &ZlibStream::plain_bytes>, nullptr},
};

}  // namespace

const NativeModule& zlib_module() {
  static const NativeModule module{
      .package = "Compress::Raw::Zlib", .functions = kFunctions, .constants = {}, .boot = boot};
  return module;
}

}  // namespace perlipc::builtin
