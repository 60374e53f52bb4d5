// The record readers of Stream. Templates on the sink, so that a line goes by memchr and one copy
// straight into the caller's string. Included by stream.h only.
#pragma once

#include "runtime/stream.h"

#include <algorithm>
#include <string_view>

namespace perlipc::rt {

template <class Sink>
ReadStatus Stream::read_record(const Separator& separator, RecordProgress& progress, Sink&& sink) {
  switch (separator.kind) {
    case Separator::Kind::Byte: return read_to_byte(separator.byte, progress, sink);
    case Separator::Kind::Bytes: return read_to_bytes(separator.bytes, progress, sink);
    case Separator::Kind::Paragraph: return read_paragraph(progress, sink);
    case Separator::Kind::Fixed: return read_up_to(separator.record_size, progress, sink);
    case Separator::Kind::Slurp: return read_up_to(SIZE_MAX, progress, sink);
  }
  return ReadStatus::Error;
}

template <class Sink>
ReadStatus Stream::read_to_byte(char byte, RecordProgress& progress, Sink& sink) {
  for (;;) {
    const size_t available = static_cast<size_t>(read_end_ - read_pos_);
    if (available > 0) {
      if (const void* hit = std::memchr(read_pos_, static_cast<unsigned char>(byte), available)) {
        take(static_cast<size_t>(static_cast<const char*>(hit) - read_pos_) + 1, progress, sink);
        return ReadStatus::Record;
      }
      take(available, progress, sink);
    }
    const Result<size_t> filled = fill();
    if (!filled || *filled == 0) return end_status(filled, progress);
  }
}

// The last bytes, which may be the start of a separator, stay in the buffer until more has come.
template <class Sink>
ReadStatus Stream::read_to_bytes(std::string_view bytes, RecordProgress& progress, Sink& sink) {
  for (;;) {
    const std::string_view have(read_pos_, static_cast<size_t>(read_end_ - read_pos_));
    const size_t at = have.find(bytes);
    if (at != have.npos) {
      take(at + bytes.size(), progress, sink);
      return ReadStatus::Record;
    }
    if (have.size() >= bytes.size()) take(have.size() - bytes.size() + 1, progress, sink);
    const Result<size_t> filled = fill();
    if (filled && *filled > 0) continue;
    if (filled && read_pos_ != read_end_) {
      take(static_cast<size_t>(read_end_ - read_pos_), progress, sink);
    }
    return end_status(filled, progress);
  }
}

// perlvar $/: "" treats two or more consecutive empty lines as one; newlines before and after the
// record are taken from the stream but not given.
template <class Sink> ReadStatus Stream::read_paragraph(RecordProgress& progress, Sink& sink) {
  using Phase = RecordProgress::Phase;
  if (progress.phase == Phase::Fresh) {
    const ReadStatus skipped = skip_newlines(progress);
    if (skipped != ReadStatus::Record) return skipped;
    progress.phase = Phase::Body;
  }
  if (progress.phase == Phase::Body) {
    const ReadStatus body = read_to_bytes("\n\n", progress, sink);
    if (body != ReadStatus::Record) return body;
    progress.phase = Phase::Trailing;
  }
  const ReadStatus skipped = skip_newlines(progress);
  return skipped == ReadStatus::Interrupted ? skipped : ReadStatus::Record;
}

template <class Sink>
ReadStatus Stream::read_up_to(size_t size, RecordProgress& progress, Sink& sink) {
  while (progress.taken < size) {
    const size_t available = static_cast<size_t>(read_end_ - read_pos_);
    if (available > 0) {
      take(std::min(available, size - progress.taken), progress, sink);
      continue;
    }
    const Result<size_t> filled = fill();
    if (!filled || *filled == 0) return end_status(filled, progress);
  }
  return ReadStatus::Record;
}

}  // namespace perlipc::rt
