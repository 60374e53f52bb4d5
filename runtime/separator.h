// How a stream is cut into records, and how far one cut has come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace perlipc::rt {

// perlvar $/ without Perl: newline or any bytes, paragraphs, fixed size, or everything.
struct Separator {
  enum class Kind : uint8_t { Byte, Bytes, Paragraph, Fixed, Slurp };

  Kind kind = Kind::Byte;
  char byte = '\n';
  std::string bytes;       // Kind::Bytes, two bytes or more
  size_t record_size = 0;  // Kind::Fixed

  static Separator newline() { return {}; }
  // `text` must not be empty.
  static Separator text(std::string text) {
    if (text.size() == 1) return {Kind::Byte, text[0], {}, 0};
    return {Kind::Bytes, '\n', std::move(text), 0};
  }
  static Separator paragraph() { return {Kind::Paragraph, '\n', {}, 0}; }
  static Separator fixed(size_t size) { return {Kind::Fixed, '\n', {}, size}; }
  // Records that are no lines: looked for by other means than a text at their end.
  bool is_measured() const { return kind == Kind::Paragraph || kind == Kind::Fixed; }
  static Separator slurp() { return {Kind::Slurp, '\n', {}, 0}; }
};

// Progress of one record across interruptions. Start a record with a fresh one; keep it, and the
// sink, when read_record returns Interrupted and call again.
struct RecordProgress {
  size_t taken = 0;  // bytes appended to the sink so far
  enum class Phase : uint8_t { Fresh, Body, Trailing } phase = Phase::Fresh;
};

enum class ReadStatus : uint8_t {
  Record,       // one record (the last one may lack its separator) is in the sink
  Eof,          // nothing left, nothing appended
  Interrupted,  // EINTR: run signal handlers, then call again with the same progress and sink
  Error,        // Stream::error() says why; bytes appended so far are in the sink
};

}  // namespace perlipc::rt
