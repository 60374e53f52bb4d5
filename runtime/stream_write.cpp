// The writing half of Stream. Invariant: write_limit_ == write_end_ unless any byte may be stored
// by a plain copy, so that the inline path needs one comparison only.
#include "runtime/stream.h"
#include "runtime/waiter.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace perlipc::rt {

void Stream::learn_about_tty() {
  if (tty_known_) return;
  tty_known_ = true;
  line_buffered_ = !options_.is_socket && is_tty(write_fd());
  if (line_buffered_ && table_ != nullptr) table_->has_terminals_ = true;
}

void Stream::open_write_window() {
  if (write_buffer_.data == nullptr) {
    write_buffer_ = {take_buffer(), kBufferSize};
    write_begin_ = write_end_ = write_buffer_.data;
  }
  const bool reading = shares_position() && read_pos_ != read_end_;
  const size_t limit = nonblocking_ ? kGrain - 1 : kBufferSize;
  write_limit_ = writes_slowly() || reading ? write_end_ : write_buffer_.data + limit;
  if (write_limit_ < write_end_) write_limit_ = write_end_;
}

// Room for more bytes behind the pending ones, whatever the limit.
void Stream::reserve_pending(size_t room) {
  if (write_buffer_.data == nullptr) open_write_window();
  const size_t pending = pending_write();
  const size_t used = static_cast<size_t>(write_end_ - write_buffer_.data);
  if (room <= write_buffer_.capacity - used) return;
  const size_t capacity = std::max(write_buffer_.capacity * 2, pending + room);
  char* data = static_cast<char*>(std::malloc(capacity));
  if (data == nullptr) throw std::bad_alloc();
  std::memcpy(data, write_begin_, pending);
  std::free(write_buffer_.data);
  write_buffer_ = {data, capacity};
  write_begin_ = data;
  write_end_ = data + pending;
}

void Stream::append_pending(const char* data, size_t size) {
  if (size == 0) return;
  reserve_pending(size);
  std::memcpy(write_end_, data, size);
  write_end_ += size;
  close_write_window();
}

// "\n" becomes "\r\n".
void Stream::append_translated(const char* data, size_t size) {
  const char* const end = data + size;
  while (data != end) {
    const void* hit = std::memchr(data, '\n', static_cast<size_t>(end - data));
    const char* stop = hit != nullptr ? static_cast<const char*>(hit) : end;
    append_pending(data, static_cast<size_t>(stop - data));
    if (hit == nullptr) return;
    append_pending("\r\n", 2);
    data = stop + 1;
  }
}

// When a read left bytes in the buffer, the file position is ahead of the logical one.
Result<void> Stream::leave_reading() {
  const int64_t unread = unread_raw_size();
  if (unread == 0) return {};
  const Result<int64_t> moved = tracked_ && !end_ ? seek_raw(position_ - unread, Whence::Start)
                                                  : seek_raw(-unread, Whence::Current);
  if (moved) set_position(*moved), drop_read_ahead();
  else if (moved.error() != ESPIPE) return moved.failure();
  return {};
}

bool Stream::interrupted_write(const char* data, size_t size) {
  if (error_ == EINTR) append_pending(data, size);
  return false;
}

// Past the buffer; whatever EINTR leaves becomes pending.
bool Stream::write_through(const char* data, size_t size) {
  while (size > 0) {
    const Result<size_t> written = raw_write(data, size);
    if (!written) {
      fail(written.error());
      return interrupted_write(data, size);
    }
    position_ += static_cast<int64_t>(*written);
    data += *written;
    size -= *written;
  }
  return true;
}

// The buffer goes out whenever a grain is full.
bool Stream::write_grains(const char* data, size_t size) {
  while (size > 0) {
    const size_t pending = pending_write();
    const size_t count = pending < kGrain ? std::min(size, kGrain - pending) : 0;
    append_pending(data, count);
    data += count;
    size -= count;
    if (pending_write() >= kGrain && !flush()) return interrupted_write(data, size);
  }
  open_write_window();
  return true;
}

void Stream::set_nonblocking(bool on) {
  nonblocking_ = on;
  if (write_buffer_.data != nullptr) open_write_window();
}

bool Stream::write_plain(const char* data, size_t size) {
  open_write_window();
  if (nonblocking_) return write_grains(data, size);
  size_t room = static_cast<size_t>(write_limit_ - write_end_);
  if (pending_write() > 0 && size > room) {
    // Fill up first, so that the kernel gets whole buffers.
    std::memcpy(write_end_, data, room);
    write_end_ += room;
    data += room;
    size -= room;
    if (!flush()) return interrupted_write(data, size);
    room = static_cast<size_t>(write_limit_ - write_end_);
  }
  if (size > room) {
    // What stays behind is less than perl's buffer (8 KiB): a reader that is gone is noticed by the
    // same print.
    const size_t direct = size - size % kGrain;
    if (!write_through(data, direct)) return interrupted_write(data + direct, size - direct);
    data += direct;
    size -= direct;
    // A StreamEnd may have come back here and filled the buffer.
    if (size > static_cast<size_t>(write_limit_ - write_end_))
      return append_pending(data, size), true;
  }
  std::memcpy(write_end_, data, size);
  write_end_ += size;
  return true;
}

bool Stream::write_slow(const char* data, size_t size) {
  if (!open_ || !writable()) {
    error_ = EBADF;
    return false;
  }
  if (size == 0) return true;
  if (end_ && !end_->accepts_writes()) {  // the write under way goes on with these
    if (crlf_) append_translated(data, size);
    else append_pending(data, size);
    return true;
  }
  learn_about_tty();
  if (shares_position()) {
    const Result<void> left = leave_reading();
    if (!left) return fail(left.error()), false;
  }
  if (!writes_slowly()) {
    // A pipe-like descriptor keeps its read-ahead; then the window stays shut.
    open_write_window();
    if (nonblocking_ || write_limit_ > write_end_ || pending_write() >= kBufferSize)
      return write_plain(data, size);
  }
  if (crlf_) append_translated(data, size);
  else append_pending(data, size);
  const bool line_done = line_buffered_ && std::memchr(data, '\n', size) != nullptr;
  const size_t full = nonblocking_ ? kGrain : kBufferSize;
  if (line_done || unbuffered_ || pending_write() >= full) return flush().ok();
  return true;
}

bool Stream::resume_write() { return flush().ok(); }

void Stream::discard_pending_write() {
  if (write_buffer_.capacity > kBufferSize) {
    std::free(write_buffer_.data);
    write_buffer_ = {};
  }
  write_begin_ = write_end_ = write_limit_ = write_buffer_.data;
  if (write_buffer_.data != nullptr) open_write_window();
}

Result<void> Stream::flush() {
  if (end_ && !end_->accepts_writes()) return {};
  while (write_begin_ != write_end_) {
    const Result<size_t> written = raw_write(write_begin_, pending_write());
    if (!written) {
      if (written.error() != EINTR) discard_pending_write();
      return fail(written.error());
    }
    position_ += static_cast<int64_t>(*written);
    write_begin_ += *written;
  }
  discard_pending_write();
  return {};
}

Result<size_t> Stream::raw_write(const char* data, size_t size) {
  if (end_) return end_->write(data, size);
  if (waiter_ == nullptr) return write_some(write_fd(), data, size);
  RT_TRY(waiter_->before_write(write_fd()));
  return write_unless_signaled(write_fd(), data, size);
}

Result<size_t> Stream::syswrite(const char* data, size_t size) {
  if (!open_ || !writable()) return Errno{EBADF};
  if (!probed_ && !end_ && !options_.is_socket) (void)know_position();
  return raw_write(data, size);
}

}  // namespace perlipc::rt
