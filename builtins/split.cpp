// split by white space, a fixed text or into characters: the forms that need no regular expression.
#include "builtins/list.h"
#include "builtins/unicode_case.h"
#include "interp/value/convert.h"

namespace perlipc::builtin {
namespace {
bool is_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Collects fields of one string by perl's rules for LIMIT.
class Fields {
 public:
  Fields(const String* text, std::int64_t limit, std::vector<Value>& out)
      : text_(text), limit_(limit), out_(out), first_(out.size()) {}
  // Whether the rest of the text has to stay in one piece.
  bool full() const {
    return limit_ > 0 && static_cast<std::int64_t>(out_.size() - first_) + 1 >= limit_;
  }
  void add(std::size_t from, std::size_t to) {
    out_.push_back(Value::string({text_->data + from, to - from}, text_->utf8()));
  }
  // Without a limit trailing empty fields go.
  void finish() {
    if (limit_ != 0) return;
    while (out_.size() > first_ && out_.back().s->length == 0) out_.pop_back();
  }

 private:
  const String* text_;
  std::int64_t limit_;
  std::vector<Value>& out_;
  std::size_t first_;
};

// Length of the white space character at p, 0 for others.
std::size_t space_at(const String* text, std::size_t at) {
  auto c = static_cast<unsigned char>(text->data[at]);
  if (is_space(c)) return 1;
  if (c < 128 || !text->utf8()) return 0;
  std::size_t n;
  std::uint32_t cp = utf8_decode(text->data + at, text->data + text->length, &n);
  return is_wide_space(cp) ? n : 0;
}
}  // namespace

void split_whitespace(const String* text, std::int64_t limit, std::vector<Value>& out) {
  Fields fields(text, limit, out);
  std::size_t at = 0, size = text->length;
  while (at < size) {
    std::size_t n = space_at(text, at);
    if (n == 0) break;
    at += n;
  }
  if (at == size) return;
  std::size_t start = at;
  while (!fields.full()) {
    std::size_t gap = 0;
    while (at < size && (gap = space_at(text, at)) == 0) ++at;
    if (at >= size) break;
    fields.add(start, at);
    at += gap;
    while (at < size && (gap = space_at(text, at)) != 0) at += gap;
    start = at;
  }
  fields.add(start, size);
  fields.finish();
}

void split_literal(const String* text, std::string_view separator, std::int64_t limit,
                   std::vector<Value>& out) {
  if (text->length == 0) return;
  Fields fields(text, limit, out);
  const char* data = text->data;
  std::size_t start = 0, size = text->length;
  while (!fields.full()) {
    const void* hit = separator.size() == 1
                          ? std::memchr(data + start, separator[0], size - start)
                          : memmem(data + start, size - start, separator.data(), separator.size());
    if (!hit) break;
    auto at = static_cast<std::size_t>(static_cast<const char*>(hit) - data);
    fields.add(start, at);
    start = at + separator.size();
  }
  fields.add(start, size);
  fields.finish();
}

void split_characters(const String* text, std::int64_t limit, std::vector<Value>& out) {
  if (text->length == 0) return;
  Fields fields(text, limit, out);
  std::size_t at = 0, size = text->length;
  while (!fields.full() && at < size) {
    std::size_t n = 1;
    if (text->utf8()) utf8_decode(text->data + at, text->data + size, &n);
    if (at + n >= size && limit == 0) break;
    fields.add(at, at + n);
    at += n;
  }
  fields.add(at, size);
  fields.finish();
}

}  // namespace perlipc::builtin
