// Life, position and table of streams; the data paths are in stream_read.cpp and stream_write.cpp.
#include "runtime/stream.h"

#include "runtime/file.h"

#include <cstdlib>
#include <new>
#include <unistd.h>

namespace perlipc::rt {

Ref<Stream> Stream::adopt(UniqueFd fd, StreamOptions options, StreamTable* table) {
  Ref<Stream> stream = Ref<Stream>::adopt(new Stream(options));
  stream->in_ = std::move(fd);
  if (table != nullptr) table->add(stream.get());
  return stream;
}

Ref<Stream> Stream::adopt_pair(UniqueFd read, UniqueFd write, StreamTable* table) {
  Ref<Stream> stream = adopt(std::move(read), {.access = Access::ReadWrite}, table);
  stream->out_ = std::move(write);
  return stream;
}

Ref<Stream> Stream::over(std::unique_ptr<StreamEnd> end, StreamOptions options,
                         StreamTable* table) {
  Ref<Stream> stream = adopt(UniqueFd(), options, table);
  stream->unbuffered_ = !end->buffers_writes();
  stream->tty_known_ = true;
  stream->end_ = std::move(end);
  return stream;
}

Stream::~Stream() {
  if (open_) {
    while (close().error() == EINTR) {}
  }
}

Errno Stream::fail(int code) {
  error_ = code;
  if (code != EINTR) failed_ = true, failed_error_ = code;
  return Errno{code};
}

// --- position -----------------------------------------------------------------------------------

int64_t Stream::unread_raw_size() const {
  int64_t size = (read_end_ - read_pos_) + (held_cr_ ? 1 : 0);
  for (const uint32_t at : crlf_at_) {
    if (read_buffer_.data + at >= read_pos_) ++size;
  }
  return size;
}

void Stream::drop_read_ahead() {
  read_pos_ = read_end_ = read_buffer_.data;
  crlf_at_.clear();
  held_cr_ = false;
}

Result<int64_t> Stream::seek_raw(int64_t offset, Whence whence) {
  if (!open_) return Errno{EBADF};
  return end_ ? end_->seek(offset, whence) : seek_fd(fd(), offset, whence);
}

Result<void> Stream::know_position() {
  if (probed_ && tracked_) return {};
  const Result<int64_t> position = seek_raw(0, Whence::Current);
  probed_ = true;
  if (!position) {
    tracked_ = false;
    return position.failure();
  }
  if (!tracked_) set_position(*position);
  return {};
}

Result<int64_t> Stream::sysseek(int64_t offset, Whence whence) {
  if (open_ && !end_ && !probed_ && !options_.is_socket) (void)know_position();
  return seek_raw(offset, whence);
}

Result<int64_t> Stream::tell() {
  if ((options_.append || end_) && pending_write() > 0) RT_TRY(flush());
  if (end_) {
    const int64_t position = RT_TRY(seek_raw(0, Whence::Current));
    const auto translated = unread_raw_size() - static_cast<int64_t>(buffered().size());
    return position - end_->extent(buffered()) - translated;
  }
  if (!open_) return Errno{EBADF};
  if (options_.append && read_pos_ == read_end_) tracked_ = false;
  RT_TRY(know_position());
  return position_ - unread_raw_size() + static_cast<int64_t>(pending_write());
}

Result<void> Stream::seek(int64_t offset, Whence whence) {
  RT_TRY(flush());
  if (whence == Whence::Current) {
    const bool counted = tracked_ && !end_ && !(options_.append && read_pos_ == read_end_);
    if (counted) offset += position_, whence = Whence::Start;
    const auto translated = unread_raw_size() - static_cast<int64_t>(buffered().size());
    offset -= end_ ? end_->extent(buffered()) + translated : unread_raw_size();
    if (counted && offset < 0) return Errno{EINVAL};
  }
  set_position(RT_TRY(seek_raw(offset, whence)));
  probed_ = true;
  drop_read_ahead();
  eof_seen_ = false;
  return {};
}

void Stream::see_changes() {
  if (!end_ || crlf_ || !end_->changes()) return;
  eof_seen_ = false;
  if (read_pos_ != read_end_ && !end_->still_has(buffered())) (void)seek(0, Whence::Current);
}

Result<void> Stream::truncate(int64_t size) {
  RT_TRY(flush());
  if (end_) return end_->truncate(size);
  return truncate_fd(write_fd(), size);
}

// --- closing ------------------------------------------------------------------------------------

Result<void> Stream::close_ends() {
  Result<void> result;
  if (end_) result = end_->close();
  if (in_) result = in_.close();
  if (out_) {
    const Result<void> closed = out_.close();
    if (result.ok()) result = closed;
  }
  return result;
}

Result<void> Stream::close() {
  if (!open_) return Errno{EBADF};
  const Result<void> flushed = flush();
  if (flushed.error() == EINTR) return flushed;
  const int earlier = failed_ ? failed_error_ : 0;
  const Result<void> closed = close_ends();
  abandon();
  if (earlier != 0) return Errno{earlier};
  if (!closed) return fail(closed.error());
  return {};
}

void Stream::abandon() {
  if (!open_) return;
  open_ = false;
  (void)close_ends();
  free_buffers();
  if (table_ != nullptr) table_->remove(this);
}

PipeEnds Stream::release_fds() {
  PipeEnds ends{std::move(in_), std::move(out_)};
  abandon();
  return ends;
}

Result<void> Stream::replace_fd(UniqueFd fd, StreamOptions options) {
  if (!open_ || !in_) return Errno{EBADF};
  RT_TRY(dup_to(fd.get(), in_.get(), Inheritable::No));
  free_buffers();
  (void)out_.release();
  options_ = options;
  clear_error();
  crlf_ = utf8_ = strict_encoding_ = line_buffered_ = tty_known_ = false;
  nonblocking_ = tracked_ = probed_ = false;
  child_ = {};
  return {};
}

char* Stream::take_buffer() {
  if (table_ != nullptr) return table_->take_buffer();
  if (void* data = std::malloc(kBufferSize)) return static_cast<char*>(data);
  throw std::bad_alloc();
}

void Stream::free_buffers() {
  for (Buffer* buffer : {&read_buffer_, &write_buffer_}) {
    if (table_ != nullptr && buffer->capacity == kBufferSize) table_->give_buffer(buffer->data);
    else std::free(buffer->data);
    *buffer = {};
  }
  write_begin_ = write_end_ = write_limit_ = nullptr;
  drop_read_ahead();
}

// --- table ---------------------------------------------------------------------------------------

void StreamTable::add(Stream* stream) {
  stream->table_ = this;
  stream->table_next_ = first_;
  if (first_ != nullptr) first_->table_previous_ = stream;
  first_ = stream;
}

void StreamTable::remove(Stream* stream) {
  Stream*& before = stream->table_previous_ ? stream->table_previous_->table_next_ : first_;
  before = stream->table_next_;
  if (stream->table_next_) stream->table_next_->table_previous_ = stream->table_previous_;
  stream->table_ = nullptr;
  stream->table_next_ = stream->table_previous_ = nullptr;
}

Result<void> StreamTable::flush_all() {
  Result<void> first_failure;
  for_each([&](Stream& stream) {
    if (stream.pending_write() == 0) return;
    Result<void> flushed;
    do { flushed = stream.flush(); } while (flushed.error() == EINTR);
    if (first_failure.ok()) first_failure = flushed;
  });
  return first_failure;
}

char* StreamTable::take_buffer() {
  if (spare_count_ > 0) return spare_[--spare_count_];
  if (void* data = std::malloc(Stream::kBufferSize)) return static_cast<char*>(data);
  throw std::bad_alloc();
}

void StreamTable::give_buffer(char* data) {
  if (spare_count_ < kSpareBuffers) spare_[spare_count_++] = data;
  else std::free(data);
}

StreamTable::~StreamTable() {
  while (first_ != nullptr) remove(first_);
  while (spare_count_ > 0) std::free(spare_[--spare_count_]);
}

}  // namespace perlipc::rt
