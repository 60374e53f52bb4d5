// The reading half of Stream: filling the buffer, "\r\n" translation, putting bytes back.
#include "runtime/stream.h"
#include "runtime/waiter.h"
#include "runtime/watchdog.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace perlipc::rt {

Result<size_t> Stream::raw_read(char* data, size_t size) {
  if (end_) return end_->read(data, size);
  if (waiter_ == nullptr) return read_some(in_.get(), data, size);
  RT_TRY(waiter_->before_read(in_.get()));
  return read_unless_signaled(in_.get(), data, size);
}

Result<size_t> Stream::sysread(char* data, size_t size) {
  if (!open_ || !readable()) return Errno{EBADF};
  if (!probed_ && !end_ && !options_.is_socket) (void)know_position();
  return raw_read(data, size);
}

// Moves the unread bytes to `offset` in the buffer.
void Stream::move_read_data(size_t offset) {
  const size_t size = static_cast<size_t>(read_end_ - read_pos_);
  const size_t before = static_cast<size_t>(read_pos_ - read_buffer_.data);
  std::memmove(read_buffer_.data + offset, read_pos_, size);
  read_pos_ = read_buffer_.data + offset;
  read_end_ = read_pos_ + size;
  std::erase_if(crlf_at_, [&](uint32_t at) { return at < before; });
  for (uint32_t& at : crlf_at_) at = static_cast<uint32_t>(at - before + offset);
}

// At least `room` bytes free behind the unread ones.
void Stream::make_room_for_read(size_t room) {
  if (read_buffer_.data == nullptr) {
    read_buffer_ = {take_buffer(), kBufferSize};
    drop_read_ahead();
  }
  if (read_pos_ == read_end_ && !crlf_) read_pos_ = read_end_ = read_buffer_.data;
  const size_t used = static_cast<size_t>(read_end_ - read_buffer_.data);
  if (read_buffer_.capacity - used >= room) return;
  const size_t unread = static_cast<size_t>(read_end_ - read_pos_);
  if (unread + room > read_buffer_.capacity) {
    const size_t before = static_cast<size_t>(read_pos_ - read_buffer_.data);
    const size_t capacity = std::max(read_buffer_.capacity * 2, unread + room);
    void* data = std::realloc(read_buffer_.data, capacity);
    if (data == nullptr) throw std::bad_alloc();
    read_buffer_ = {static_cast<char*>(data), capacity};
    read_pos_ = read_buffer_.data + before;
    read_end_ = read_pos_ + unread;
  }
  move_read_data(0);
}

// A prompt without a newline must be seen before a terminal is read.
void Stream::flush_terminals() {
  if (table_ == nullptr || !table_->has_terminals_ || end_ || !is_tty(in_.get())) return;
  table_->for_each([](Stream& stream) {
    if (stream.line_buffered_) (void)stream.flush();
  });
}

Result<size_t> Stream::fill() {
  if (!open_ || !readable()) {
    error_ = EBADF;
    return Errno{EBADF};
  }
  if (eof_seen_) return size_t{0};
  if (stop_is_noted()) [[unlikely]]
    return Errno{EINTR};
  if (shares_position()) {
    if (pending_write() > 0) RT_TRY(flush());
    close_write_window();
  }
  flush_terminals();
  for (;;) {
    make_room_for_read(read_pos_ == read_end_ ? kBufferSize : kBufferSize / 2);
    // One byte is kept for a held "\r".
    const size_t room =
        read_buffer_.capacity - static_cast<size_t>(read_end_ - read_buffer_.data) - 1;
    const bool held = held_cr_;
    char* const target = read_end_ + (held ? 1 : 0);
    const Result<size_t> count = raw_read(target, held ? room : room + (crlf_ ? 0 : 1));
    if (!count) return fail(count.error());
    eof_seen_ = *count == 0;
    position_ += static_cast<int64_t>(*count);
    if (!crlf_ && !held) {
      read_end_ += *count;
      return count;
    }
    char* const from = read_end_;
    if (held) *from = '\r';
    read_end_ = target + *count;
    held_cr_ = false;
    if (!eof_seen_ && crlf_) translate_crlf(from);
    if (eof_seen_ || read_end_ != from) return static_cast<size_t>(read_end_ - from);
  }
}

// In place, from `from` to the end of the unread bytes; a "\r" at the very end is held back.
void Stream::translate_crlf(char* from) {
  char* to = from;
  const char* source = from;
  while (source != read_end_) {
    const size_t left = static_cast<size_t>(read_end_ - source);
    const void* hit = std::memchr(source, '\r', left);
    const size_t plain =
        hit != nullptr ? static_cast<size_t>(static_cast<const char*>(hit) - source) : left;
    std::memmove(to, source, plain);
    to += plain;
    source += plain;
    if (hit == nullptr) break;
    if (source + 1 == read_end_) {
      held_cr_ = true;
      break;
    }
    if (source[1] == '\n') {
      crlf_at_.push_back(static_cast<uint32_t>(to - read_buffer_.data));
      *to++ = '\n';
      source += 2;
    } else {
      *to++ = *source++;
    }
  }
  read_end_ = to;
}

// The unread bytes as they came from the file.
void Stream::restore_crlf() {
  std::string raw;
  for (const char* at = read_pos_; at != read_end_; ++at) {
    const auto offset = static_cast<uint32_t>(at - read_buffer_.data);
    if (std::binary_search(crlf_at_.begin(), crlf_at_.end(), offset)) raw += '\r';
    raw += *at;
  }
  if (held_cr_) raw += '\r';
  drop_read_ahead();
  unread(raw.data(), raw.size());
}

void Stream::set_crlf(bool on) {
  if (on == crlf_) return;
  crlf_ = on;
  if (on) {
    crlf_at_.clear();
    if (read_pos_ != read_end_) translate_crlf(read_pos_);
  } else if (read_pos_ != read_end_ || held_cr_) {
    restore_crlf();
  }
  if (write_buffer_.data != nullptr) open_write_window();
}

void Stream::unread(const char* data, size_t size) {
  if (size == 0) return;
  const size_t before = static_cast<size_t>(read_pos_ - read_buffer_.data);
  if (before < size) {
    make_room_for_read(size);
    move_read_data(static_cast<size_t>(read_pos_ - read_buffer_.data) + size);
  }
  read_pos_ -= size;
  std::memcpy(read_pos_, data, size);
  // The place may have held a translated newline that is not one any more.
  const auto first = static_cast<uint32_t>(read_pos_ - read_buffer_.data);
  std::erase_if(crlf_at_, [&](uint32_t at) { return at >= first && at < first + size; });
}

int Stream::getc_slow() {
  const Result<size_t> count = fill();
  if (!count) return -2;
  if (*count == 0) return -1;
  return static_cast<unsigned char>(*read_pos_++);
}

ReadOutcome Stream::read_exact(char* data, size_t size) {
  ReadOutcome outcome;
  while (outcome.size < size) {
    const size_t available = static_cast<size_t>(read_end_ - read_pos_);
    if (available > 0) {
      const size_t count = std::min(available, size - outcome.size);
      std::memcpy(data + outcome.size, read_pos_, count);
      read_pos_ += count;
      outcome.size += count;
      continue;
    }
    const Result<size_t> count = fill();
    if (!count) outcome.error = count.error();
    if (!count || *count == 0) break;
  }
  return outcome;
}

ReadStatus Stream::skip_newlines(const RecordProgress& progress) {
  for (;;) {
    while (read_pos_ != read_end_ && *read_pos_ == '\n') ++read_pos_;
    if (read_pos_ != read_end_) return ReadStatus::Record;
    const Result<size_t> filled = fill();
    if (!filled || *filled == 0) return end_status(filled, progress);
  }
}

Result<bool> Stream::eof() {
  if (!open_ || !readable()) return true;
  if (read_pos_ != read_end_) return false;
  const size_t count = RT_TRY(fill());
  return count == 0;
}

}  // namespace perlipc::rt
