// Buffered byte stream over one descriptor, two descriptors or a StreamEnd. Knows bytes only:
// characters are the caller's business, the stream merely remembers which encoding was asked for.
// Nothing here restarts after EINTR: the caller runs its signal handlers and calls again.
#pragma once

#include "runtime/fd.h"
#include "runtime/ref.h"
#include "runtime/result.h"
#include "runtime/separator.h"
#include "runtime/stream_end.h"

#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace perlipc::rt {

class StreamTable;
class Waiter;

enum class Access : uint8_t { Read = 1, Write = 2, ReadWrite = 3 };

struct StreamOptions {
  Access access = Access::Read;
  bool append = false;  // the descriptor is O_APPEND
  bool is_socket =
      false;  // both directions are independent, never asked for a file position or a tty
};

struct ReadOutcome {
  size_t size = 0;
  int error = 0;
};

class Stream final : public RefCounted {
 public:
  static constexpr size_t kBufferSize = 64 * 1024;
  // perl's buffer: a write that fills one has been tried when it returns.
  static constexpr size_t kGrain = 8 * 1024;

  // Makes no system call. `table`, when given, lists the stream for flush_all.
  static Ref<Stream> adopt(UniqueFd fd, StreamOptions options, StreamTable* table = nullptr);
  // Two descriptors, one per direction.
  static Ref<Stream> adopt_pair(UniqueFd read, UniqueFd write, StreamTable* table = nullptr);
  static Ref<Stream> over(std::unique_ptr<StreamEnd> end, StreamOptions options,
                          StreamTable* table = nullptr);

  bool is_open() const { return open_; }
  bool readable() const { return (static_cast<int>(options_.access) & 1) != 0; }
  bool writable() const { return (static_cast<int>(options_.access) & 2) != 0; }
  bool is_socket() const { return options_.is_socket; }
  bool is_append() const { return options_.append; }
  // The descriptor users see: that of the reading direction, else of the writing one; -1 if none.
  int fd() const { return read_fd() >= 0 ? read_fd() : write_fd(); }
  int read_fd() const { return readable() ? in_.get() : -1; }
  int write_fd() const { return out_ ? out_.get() : writable() ? in_.get() : -1; }
  StreamEnd* end() const { return end_.get(); }

  // --- flags ------------------------------------------------------------------------------------
  bool autoflush() const { return autoflush_; }
  void set_autoflush(bool on) { autoflush_ = on; }
  bool utf8() const { return utf8_; }
  void set_utf8(bool on) { utf8_ = on; }
  bool strict_encoding() const { return strict_encoding_; }
  void set_strict_encoding(bool on) { strict_encoding_ = on; }
  bool crlf() const { return crlf_; }
  // The descriptor does not wait: what is written goes out by grains (kGrain), so that the write which
  // finds no room is the one that fails.
  void set_nonblocking(bool on);
  // Translates "\n" <-> "\r\n" from here on; bytes already buffered for reading follow the new
  // rule, bytes already buffered for writing were translated by the old one.
  void set_crlf(bool on);

  // errno of the last failed operation. has_error() stays true until clear_error().
  int error() const { return error_; }
  int failure() const { return failed_ ? failed_error_ : 0; }  // what has_error() is about
  bool has_error() const { return failed_; }
  bool at_eof() const { return eof_seen_; }
  void clear_error() { failed_ = false, eof_seen_ = false, error_ = failed_error_ = 0; }

  // When set, every operation that could block asks the waiter first. Null: plain system calls.
  void set_waiter(Waiter* waiter) { waiter_ = waiter; }

  const Ref<ChildRecord>& child() const { return child_; }
  void set_child(Ref<ChildRecord> child) { child_ = std::move(child); }

  // --- writing ----------------------------------------------------------------------------------
  // True: all bytes are accepted. False with error() == EINTR: all bytes are accepted too, but some
  // that should be out are not; run handlers and call resume_write() until it is true. False with
  // another error: everything pending is lost, as with perl.
  bool write(const char* data, size_t size) {
    if (size <= static_cast<size_t>(write_limit_ - write_end_)) {
      if (size) std::memcpy(write_end_, data, size);  // the buffer may not exist yet
      write_end_ += size;
      return true;
    }
    return write_slow(data, size);
  }
  // Room for `size` bytes that only have to be stored to be written; null when it takes more than that.
  // Followed by commit() of what was stored.
  char* room(size_t size) {
    return size <= static_cast<size_t>(write_limit_ - write_end_) ? write_end_ : nullptr;
  }
  std::span<char> window() const { return {write_end_, write_limit_}; }  // all that room
  void commit(size_t size) { write_end_ += size; }
  bool resume_write();
  size_t pending_write() const { return static_cast<size_t>(write_end_ - write_begin_); }
  // Partial writes are remembered; on EINTR call again.
  Result<void> flush();
  void discard_pending_write();

  // --- reading ----------------------------------------------------------------------------------
  std::span<const char> buffered() const { return {read_pos_, read_end_}; }
  void consume(size_t count) { read_pos_ += count; }
  // Reads more bytes behind those still buffered. 0 is end of file, which stays until seek or
  // clear_error, as with perl. Flushes pending writes first where both directions share one file
  // position.
  Result<size_t> fill();
  // Next byte, or -1 at end of file, or -2 on failure (see error(); EINTR: call again).
  int getc() {
    if (read_pos_ != read_end_) return static_cast<unsigned char>(*read_pos_++);
    return getc_slow();
  }
  // Puts bytes back in front of what will be read next. Any amount.
  void unread(const char* data, size_t size);
  // Up to `size` bytes through the buffer. Short at end of file, or with an error (EINTR: come
  // again for the rest).
  ReadOutcome read_exact(char* data, size_t size);
  // True when the next read would find end of file; may read ahead. A stream that cannot be read is
  // at its end.
  Result<bool> eof();

  // Before a read, for an end that others change: what was read ahead and the end-of-file mark are
  // forgotten when they no longer hold.
  void see_changes();

  // Appends one record to `sink`, called as sink(const char*, size_t) one or more times.
  template <class Sink>
  ReadStatus read_record(const Separator& separator, RecordProgress& progress, Sink&& sink);

  // --- position and life -------------------------------------------------------------------------

  // Logical position, buffers taken into account: what was read and written through them is counted;
  // who else moves the descriptor (sysseek, other processes) is not noticed.
  Result<int64_t> tell();
  // Where the descriptor stands now.
  void set_position(int64_t position) { position_ = position, tracked_ = true; }
  // Flushes, forgets what was read ahead, clears the end-of-file mark.
  Result<void> seek(int64_t offset, Whence whence);
  Result<void> truncate(int64_t size);
  // Flushes and closes. Only EINTR from the flush leaves the stream open (call again). An earlier
  // write error is reported here too. The child, if any, is the caller's to wait for.
  Result<void> close();
  // Closes without flushing.
  void abandon();
  // Gives up the descriptors without closing them; buffers must have been flushed.
  PipeEnds release_fds();
  // Puts a close-on-exec duplicate of `fd` under the stream, on the number it has now; buffers,
  // flags and the child are dropped. For reopening a standard handle in place.
  Result<void> replace_fd(UniqueFd fd, StreamOptions options);

  // --- past the buffers --------------------------------------------------------------------------

  // tell() goes on from where these found the position.
  Result<size_t> sysread(char* data, size_t size);
  Result<size_t> syswrite(const char* data, size_t size);
  Result<int64_t> sysseek(int64_t offset, Whence whence);

 private:
  friend class StreamTable;
  struct Buffer {
    char* data = nullptr;
    size_t capacity = 0;
  };

  explicit Stream(StreamOptions options) : options_(options) {}
  ~Stream() override;

  bool write_slow(const char* data, size_t size);
  bool write_plain(const char* data, size_t size);
  bool write_through(const char* data, size_t size);
  bool write_grains(const char* data, size_t size);
  bool interrupted_write(const char* data, size_t size);
  void append_pending(const char* data, size_t size);
  void append_translated(const char* data, size_t size);
  void reserve_pending(size_t room);
  void learn_about_tty();
  bool writes_slowly() const { return crlf_ || line_buffered_ || unbuffered_; }
  void open_write_window();
  void close_write_window() { write_limit_ = write_end_; }
  Result<void> leave_reading();
  Result<int64_t> seek_raw(int64_t offset, Whence whence);
  Result<void> know_position();
  Result<size_t> raw_read(char* data, size_t size);
  Result<size_t> raw_write(const char* data, size_t size);
  void flush_terminals();
  void make_room_for_read(size_t room);
  void move_read_data(size_t offset);
  void translate_crlf(char* from);
  void restore_crlf();
  int64_t unread_raw_size() const;
  void drop_read_ahead();
  int getc_slow();
  Errno fail(int code);
  char* take_buffer();
  bool shares_position() const {
    return options_.access == Access::ReadWrite && !options_.is_socket && !out_;
  }
  void free_buffers();
  Result<void> close_ends();

  template <class Sink> void take(size_t count, RecordProgress& progress, Sink& sink) {
    sink(static_cast<const char*>(read_pos_), count);
    read_pos_ += count;
    progress.taken += count;
  }
  // What the last fill() means for a record in progress.
  ReadStatus end_status(const Result<size_t>& filled, const RecordProgress& progress) const {
    if (filled.error() == EINTR) return ReadStatus::Interrupted;
    if (!filled) return ReadStatus::Error;
    return progress.taken > 0 ? ReadStatus::Record : ReadStatus::Eof;
  }
  template <class Sink> ReadStatus read_to_byte(char, RecordProgress&, Sink&);
  template <class Sink> ReadStatus read_to_bytes(std::string_view, RecordProgress&, Sink&);
  template <class Sink> ReadStatus read_paragraph(RecordProgress&, Sink&);
  template <class Sink> ReadStatus read_up_to(size_t, RecordProgress&, Sink&);
  ReadStatus skip_newlines(const RecordProgress&);

  char* read_pos_ = nullptr;
  char* read_end_ = nullptr;
  char* write_begin_ = nullptr;  // first byte not yet written out
  char* write_end_ = nullptr;
  char* write_limit_ = nullptr;  // == write_end_ whenever writes must take the slow path
  Buffer read_buffer_;
  Buffer write_buffer_;
  UniqueFd in_;
  UniqueFd out_;  // only when the writing direction has its own descriptor
  std::unique_ptr<StreamEnd> end_;
  Ref<ChildRecord> child_;
  Waiter* waiter_ = nullptr;
  StreamTable* table_ = nullptr;
  Stream* table_next_ = nullptr;
  Stream* table_previous_ = nullptr;
  std::vector<uint32_t> crlf_at_;  // buffer offsets of newlines that were "\r\n"
  StreamOptions options_;
  int64_t position_ = 0;  // of the descriptor, when tracked_: behind read_end_, at write_begin_
  int error_ = 0;
  int failed_error_ = 0;  // errno behind failed_
  bool open_ = true;
  bool failed_ = false;
  bool eof_seen_ = false;
  bool autoflush_ = false;
  bool utf8_ = false;
  bool strict_encoding_ = false;
  bool crlf_ = false;
  bool held_cr_ = false;  // a "\r" at the end of what was read, its "\n" may follow
  bool line_buffered_ = false;
  bool unbuffered_ = false;  // the StreamEnd wants to see every write
  bool tty_known_ = false;
  bool nonblocking_ = false;
  bool tracked_ = false;
  bool probed_ = false;  // the descriptor was asked for its position
};

// All open streams, for flushing before fork and exec, and a small store of buffers for the next
// stream. One per interpreter.
class StreamTable {
 public:
  StreamTable() = default;
  ~StreamTable();
  StreamTable(const StreamTable&) = delete;
  StreamTable& operator=(const StreamTable&) = delete;

  // Flushes every stream, going on after failures; EINTR inside is retried. Returns the first
  // errno.
  Result<void> flush_all();
  // Calls visit(Stream&) for each open stream; the visit may close that stream, no other.
  template <class Visit> void for_each(Visit&& visit) {
    for (Stream* stream = first_; stream != nullptr;) {
      Stream* next = stream->table_next_;
      visit(*stream);
      stream = next;
    }
  }

 private:
  friend class Stream;
  void add(Stream* stream);
  void remove(Stream* stream);
  char* take_buffer();
  void give_buffer(char* data);

  Stream* first_ = nullptr;
  bool has_terminals_ = false;  // some stream is, or was, line buffered
  static constexpr size_t kSpareBuffers = 8;
  char* spare_[kSpareBuffers] = {};
  size_t spare_count_ = 0;
};

}  // namespace perlipc::rt

#include "runtime/stream_records.h"
