// The table of handles: life of the state behind a handle, standard handles, selection, closing.
#include "builtins/io_handle.h"
#include "runtime/after_fork.h"
#include "runtime/file.h"
#include "runtime/process.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>

namespace perlipc::builtin {

// --- handles -------------------------------------------------------------------------------------

IoHandle::IoHandle(IoTable* owner) : table(owner) { table->add(this); }

IoHandle::~IoHandle() {
  if (table == nullptr) return;
  if (stream || directory) table->close_implicitly(this);
  table->remove(this);
}

IoTable::IoTable(Engine& owner)
    : engine(owner), argv_glob(owner.glob("main::ARGV", true)),
      input_separator(owner.glob("main::/", true)), field_separator(owner.glob("main::,", true)),
      record_separator(owner.glob("main::\\", true)) {}

IoTable::~IoTable() {
  while (first_ != nullptr) {
    IoHandle* io = first_;
    // The process's own descriptors outlive an interpreter of its.
    const bool standard = io->kind == HandleKind::File && io->fd() >= 0 && io->fd() <= 2;
    if (standard && io->stream->flush()) replace_under(io);
    else close_quietly(io);
    remove(io);
    io->table = nullptr;
  }
}

void IoTable::add(IoHandle* io) {
  io->next_ = first_;
  if (first_ != nullptr) first_->previous_ = io;
  first_ = io;
}

void IoTable::remove(IoHandle* io) {
  (io->previous_ ? io->previous_->next_ : first_) = io->next_;
  if (io->next_ != nullptr) io->next_->previous_ = io->previous_;
  io->next_ = io->previous_ = nullptr;
}

IoHandle* IoTable::state_of(Handle* handle) {
  if (!handle->state) {
    auto state = std::make_unique<IoHandle>(this);
    state->owner = handle;
    handle->state = std::move(state);
  }
  return io_of(handle);
}

void IoTable::attach(IoHandle* io, rt::UniqueFd fd, rt::StreamOptions options, HandleKind kind) {
  // Descriptors are born close-on-exec, so most of them need no system call.
  if (fd.get() <= max_system_fd) (void)rt::set_cloexec(fd.get(), false);
  attach(io, rt::Stream::adopt(std::move(fd), options, &streams), kind);
}

void IoTable::attach(IoHandle* io, rt::Ref<rt::Stream> stream, HandleKind kind) {
  stream->set_waiter(waiter_);
  io->stream = std::move(stream);
  io->inner = {};
  io->encoding_name.clear();
  io->borrowed = false;
  io->error_flag = false;
  io->layers.clear();
  io->fresh = true;
  io->moved = 0;
  io->kind = kind;
  io->was_open = true;
}

// --- closing -------------------------------------------------------------------------------------

int IoTable::standard_fd(int n) const {
  const Glob* glob = host_handles[static_cast<std::size_t>(n)];
  const IoHandle* io = glob != nullptr ? io_of(glob->body->io) : nullptr;
  return io != nullptr && io->fd() > 2 ? io->fd() : -1;
}

bool IoTable::number_in_use(int fd) const {
  for (const IoHandle* io = first_; io != nullptr; io = io->next_) {
    if (io->stream && !io->borrowed && io->fd() == fd) return true;
  }
  return false;
}

void IoTable::close_for_reopening(IoHandle* io, const HandleArg& reopened) {
  const int saved = engine.get_errno();
  engine.set_errno(0);
  if (io->stream) {  // what went wrong before was told then
    io->stream->clear_error();
    io->error_flag = false;
  }
  close_quietly(io);
  const bool lost = engine.get_errno() != 0;
  engine.set_errno(saved);
  if (lost) complain("Warning: unable to close filehandle" + reopened.text() + " properly.\n");
}

void IoTable::close_implicitly(IoHandle* io) {
  const int saved = engine.get_errno();
  engine.set_errno(0);
  const HandleKind kind = io->kind;
  const bool flagged = io->stream && io->error_flag;
  const int earlier = io->stream ? io->bottom().failure() : 0;
  const bool lossy = flagged || (io->stream && io->stream->writable() &&
                                 (earlier != 0 || io->stream->pending_write() > 0));
  const bool interrupted = io->write_interrupted;
  close_quietly(io);
  const int error = flagged ? EBADF : earlier != 0 ? earlier : engine.get_errno();
  // perl asks nothing of sockets and pipes that go by themselves.
  const bool asked = kind == HandleKind::File || (kind == HandleKind::Memory && flagged);
  if (!asked && !interrupted) return engine.set_errno(error != 0 ? error : saved);
  if (!lossy || error == 0) return engine.set_errno(earlier != 0 ? earlier : saved);
  warn_default_on(engine, Warning::Io,
                  "Warning: unable to close filehandle" + (is_ending ? "" : io->text()) +
                      " properly: " + std::strerror(error));
}

void IoTable::replace_under(IoHandle* io) {
  const rt::Ref<rt::Stream> stream = std::move(io->stream);
  const rt::Ref<rt::Stream> bottom = io->inner ? std::move(io->inner) : stream;
  io->stream = {};
  io->inner = {};
  const rt::Ref<rt::ChildRecord> child = stream->child();
  stream->discard_pending_write();
  rt::PipeEnds ends = bottom->release_fds();
  (void)ends.read.release();
  (void)ends.write.release();
  if (child && !child->status()) (void)outlast(child->pid());
}

bool HeldHandle::handlers_ran_in_write(Engine& engine) {
  const bool outer = std::exchange(io_->write_interrupted, true);
  try {
    if (!handlers_ran(engine)) return false;
  } catch (...) {
    io_->write_interrupted = outer;
    throw;
  }
  io_->write_interrupted = outer;
  return true;
}

rt::Result<void> flush_handle(Engine& engine, IoHandle* io) {
  const rt::Ref<rt::Stream> stream = io->stream;
  rt::Result<void> flushed = stream->flush();
  if (flushed.error() != EINTR) return flushed;
  HeldHandle held(io);
  do {
    if (!held.handlers_ran_in_write(engine)) return rt::Errno{EINTR};
    flushed = stream->flush();
  } while (flushed.error() == EINTR);
  return flushed;
}

int IoTable::close_stream(IoHandle* io) {
  rt::Ref<rt::Stream> stream = io->stream;
  const bool interrupted = std::exchange(io->write_interrupted, false);
  if (interrupted) stream->discard_pending_write();
  const rt::Result<void> flushed = flush_handle(engine, io);
  if (flushed.error() == EINTR) return EINTR;
  io->unbuffered = false;
  give_back_read_ahead(*stream);
  const int fd = io->fd();
  io->stream = {};
  if (std::exchange(io->borrowed, false)) return 0;
  rt::Ref<rt::Stream> inner = std::move(io->inner);
  io->inner = {};
  io->encoding_name.clear();
  const auto shared = shared_fds_.find(fd);
  if (shared != shared_fds_.end()) {
    // Somebody else still uses the number.
    if (--shared->second == 0) shared_fds_.erase(shared);
    rt::Stream& bottom = inner ? *inner : *stream;
    const int error = flushed.error() ? flushed.error() : bottom.has_error() ? bottom.error() : 0;
    rt::PipeEnds ends = bottom.release_fds();
    (void)ends.read.release();
    (void)ends.write.release();
    return error;
  }
  stream->set_waiter(nullptr);
  rt::Result<void> closed = stream->close();
  while (closed.error() == EINTR) closed = stream->close();
  return interrupted ? EINTR : closed.error();
}

void IoTable::close_quietly(IoHandle* io) {
  if (io->directory) io->directory = {};
  if (!io->stream) return;
  // Handlers cannot run here, and with a waiter a pending signal would refuse every attempt.
  io->stream->set_waiter(nullptr);
  if (io->inner) io->inner->set_waiter(nullptr);
  const bool interrupted = io->write_interrupted;
  if (interrupted) io->stream->discard_pending_write();
  rt::Result<void> flushed = io->stream->flush();
  while (flushed.error() == EINTR) {
    if (is_stopping && is_stopping()) io->stream->discard_pending_write();
    flushed = io->stream->flush();
  }
  const rt::Ref<rt::ChildRecord> child = io->stream->child();
  const bool failed = !flushed.ok();
  (void)close_stream(io);
  if (failed || interrupted) engine.set_errno(failed ? flushed.error() : EINTR);
  if (!child || child->status()) return;
  if (const int error = outlast(child->pid()); error != 0) engine.set_errno(error);
}

int IoTable::wait_for(pid_t pid, int* error) {
  for (;;) {
    const rt::Result<rt::ChildChange> change = waiter_->child(pid, 0);
    *error = change.error();
    if (change) return change->status.raw();
    if (change.error() != EINTR) return -1;
    run_handlers_beside(pid);
  }
}

void IoTable::run_handlers_beside(pid_t pid) {
  try {
    engine.run_pending_signals();
  } catch (PerlStop&) {
    abandon(pid);
    throw;
  }
}

int IoTable::outlast(pid_t pid) {
  int error = EINTR;
  while (error == EINTR) {
    if (is_stopping && is_stopping()) {
      abandon(pid);
      return 0;
    }
    error = rt::wait_child(pid, 0).error();
  }
  return error;
}

void IoTable::abandon(pid_t pid) {
  std::erase_if(abandoned_, [](pid_t child) {
    const rt::Result<rt::ChildChange> change = rt::wait_child(child, WNOHANG);
    return change ? change->pid == child : change.error() == ECHILD;
  });
  ::kill(pid, SIGTERM);
  const rt::Result<rt::ChildChange> change = rt::wait_child(pid, WNOHANG);
  if (!change || change->pid != pid) abandoned_.push_back(pid);
}

// A file's position is shared with other processes, so what was read ahead is given back; pipes and
// sockets refuse and keep it.
void give_back_read_ahead(rt::Stream& stream) {
  if (stream.end() != nullptr || stream.is_socket() || stream.buffered().empty()) return;
  (void)stream.seek(0, rt::Whence::Current);
}

void IoTable::flush() {
  (void)streams.flush_all();
  streams.for_each([](rt::Stream& stream) { give_back_read_ahead(stream); });
}

void set_autoflush(Engine& engine, IoHandle* io, bool on) {
  io->autoflush = on;
  if (!on || !io->stream) return;
  while (io->stream->flush().error() == EINTR) engine.run_pending_signals();
}

void IoTable::select(Glob* glob) {
  if (glob != nullptr) glob->retain();
  Glob* old = selected;
  selected = glob;
  if (old != nullptr) old->release();
}

// --- entry points --------------------------------------------------------------------------------

namespace {

void open_standard(IoTable& table, const char* name, int fd, rt::Access access) {
  Glob* glob = table.engine.glob(name, true);
  IoHandle* io = table.state_of(glob->io());
  io->was_open = true;
  const rt::Result<rt::FileStat> stat = rt::stat_fd(fd);
  rt::StreamOptions options{.access = access};
  if (stat && stat->is_socket()) options.is_socket = true;
  auto stream = rt::Stream::adopt(rt::UniqueFd(fd), options, &table.streams);
  if (fd < 2) table.standard_streams[static_cast<std::size_t>(fd)] = stream;
  table.attach(io, std::move(stream), options.is_socket ? HandleKind::Socket : HandleKind::File);
}

}  // namespace

void take_process_signals(Engine& engine) {
  struct sigaction action {};
  // perldiag "Can't ignore signal CHLD": statuses of children would be lost.
  if (::sigaction(SIGCHLD, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) {
    ::signal(SIGCHLD, SIG_DFL);
    engine.warn(Warning::Signal, "Can't ignore signal CHLD, forcing to default\n");
  }
  rt::ignore_until_exec(SIGFPE);
}

void take_process_descriptors(Engine& engine) { io_table(engine).own_descriptors(); }

void open_standard_handles(Engine& engine) {
  IoTable& table = io_table(engine);
  open_standard(table, "main::STDIN", 0, rt::Access::Read);
  open_standard(table, "main::STDOUT", 1, rt::Access::Write);
  open_standard(table, "main::STDERR", 2, rt::Access::Write);
  table.state_of(engine.glob("main::STDERR", true)->io())->unbuffered = true;
  table.select(engine.glob("main::STDOUT", true));
}

void flush_all(Engine& engine) { io_table(engine).flush(); }

Glob* selected_handle(Engine& engine) { return io_table(engine).selected; }

namespace {

// Pending bytes go out; the errno when they could not.
int flush_at_exit(rt::Stream& stream) {
  stream.set_waiter(nullptr);
  rt::Result<void> flushed = stream.flush();
  while (flushed.error() == EINTR) flushed = stream.flush();
  give_back_read_ahead(stream);
  return flushed.error();
}

}  // namespace

void IoTable::complain(const std::string& text) {
  const IoHandle* io = io_of(engine.glob("main::STDERR", true)->io());
  if (io == nullptr || !io->stream) return;
  (void)io->stream->write(text.data(), text.size());
  while (io->stream->flush().error() == EINTR) {}
}

void IoTable::finish_handles() {
  for (IoHandle* io = first_; io != nullptr; io = io->next_) {
    if (!io->stream || io->kind != HandleKind::File || io->fd() <= 2) continue;
    int error = flush_at_exit(*io->stream);
    if (error == 0 && io->stream->writable()) error = io->bottom().failure();
    if (io->error_flag) error = EBADF;
    if (error == 0) continue;
    warn_default_on(engine, Warning::Io,
                    std::string("Warning: unable to close filehandle properly: ") +
                        std::strerror(error));
  }
}

bool IoTable::handles_end_unseen(const IoHandle* out) {
  for (const IoHandle* io = first_; io != nullptr; io = io->next_)
    if (io->error_flag || !io->tied.is_undef()) return false;
  bool unseen = true;
  streams.for_each([&](const rt::Stream& stream) {
    const bool pending = stream.pending_write() > 0 && !(out && out->stream.get() == &stream);
    if (pending || stream.has_error() || stream.child()) unseen = false;
  });
  return unseen;
}

void IoTable::flush_channels() {
  for (IoHandle* io = first_; io != nullptr; io = io->next_) {
    if (!io->stream || io->stream->pending_write() == 0 || io->fd() <= 2) continue;
    const rt::Result<rt::FileStat> stat = rt::stat_fd(io->fd());
    if (stat && (stat->is_fifo() || stat->is_socket())) (void)flush_at_exit(*io->stream);
  }
}

namespace {
void flush_stdout_at_exit(IoTable& table) {
  IoHandle* out = io_of(table.engine.glob("main::STDOUT", true)->io());
  if (out == nullptr || !out->stream) return;
  if (const int error = flush_at_exit(*out->stream); error != 0 && out->checked_at_exit) {
    table.stdout_failed = true;
    table.complain(std::string("Unable to flush stdout: ") + std::strerror(error) + "\n");
  }
}
}  // namespace

void flush_before_destruction(Engine& engine) {
  IoTable& table = io_table(engine);
  table.is_ending = true;
  flush_stdout_at_exit(table);
  table.flush_channels();
}

void close_all_at_exit(Engine& engine) {
  IoTable& table = io_table(engine);
  flush_stdout_at_exit(table);
  table.finish_handles();
  // Pipes wait for their children, as perl does when it takes its handles apart.
  std::vector<rt::Ref<rt::ChildRecord>> children;
  table.streams.for_each([&](rt::Stream& stream) {
    (void)flush_at_exit(stream);
    if (!stream.child() || stream.child()->status()) return;
    children.push_back(stream.child());
    while (stream.close().error() == EINTR) {}
  });
  for (const auto& child : children) (void)table.outlast(child->pid());
}

bool only_stdout_is_pending(Engine& engine) {
  IoTable& table = io_table(engine);
  return !table.inplace && table.handles_end_unseen(io_of(engine.glob("main::STDOUT", true)->io()));
}

bool stdout_failed_at_exit(Engine& engine) { return io_table(engine).stdout_failed; }

namespace {

// Reads a string that nobody changes.
class TextEnd final : public rt::StreamEnd {
 public:
  explicit TextEnd(std::string text) : text_(std::move(text)) {}
  rt::Result<std::size_t> read(char* data, std::size_t size) override {
    const std::size_t at = std::min(position_, text_.size());
    const std::size_t count = std::min(size, text_.size() - at);
    std::memcpy(data, text_.data() + at, count);
    position_ = at + count;
    return count;
  }
  rt::Result<std::size_t> write(const char*, std::size_t) override { return rt::Errno{EBADF}; }
  rt::Result<std::int64_t> seek(std::int64_t offset, rt::Whence whence) override {
    const std::int64_t base = whence == rt::Whence::Start ? 0
                              : whence == rt::Whence::End ? static_cast<std::int64_t>(text_.size())
                                                          : static_cast<std::int64_t>(position_);
    if (base + offset < 0) return rt::Errno{EINVAL};
    position_ = static_cast<std::size_t>(base + offset);
    return base + offset;
  }

 private:
  std::string text_;
  std::size_t position_ = 0;
};

}  // namespace

void open_data_handle(Engine& engine, Glob* glob, std::string_view text, bool utf8) {
  IoTable& table = io_table(engine);
  IoHandle* io = table.state_of(glob->io());
  if (io->stream) (void)table.close_stream(io);
  auto end = std::make_unique<TextEnd>(std::string(text));
  table.attach(io, rt::Stream::over(std::move(end), {}, &table.streams), HandleKind::Memory);
  io->stream->set_utf8(utf8);
}

bool open_data_file(Engine& engine, Glob* glob, const std::string& path, std::string_view text,
                    std::size_t offset, bool utf8) {
  rt::Result<rt::UniqueFd> fd = rt::open_file(path.c_str(), O_RDONLY);
  const rt::Result<rt::FileStat> stat = fd ? rt::stat_fd(fd->get()) : rt::Errno{EBADF};
  if (!stat || !stat->is_regular() ||
      static_cast<std::size_t>(stat->size) != offset + text.size() ||
      !rt::seek_fd(fd->get(), static_cast<std::int64_t>(offset), rt::Whence::Start))
    return false;
  IoTable& table = io_table(engine);
  IoHandle* io = table.state_of(glob->io());
  if (io->stream) (void)table.close_stream(io);
  auto stream = rt::Stream::adopt(std::move(*fd), {}, &table.streams);
  std::string there(text.size(), '\0');
  if (stream->read_exact(there.data(), there.size()).size != text.size() || there != text ||
      !stream->seek(static_cast<std::int64_t>(offset), rt::Whence::Start))
    return false;
  table.attach(io, std::move(stream), HandleKind::File);
  io->stream->set_utf8(utf8);
  return true;
}

bool handle_is_open(const Handle* handle) {
  const IoHandle* io = io_of(handle);
  return io != nullptr && io->is_open();
}

int handle_fd(const Handle* handle) {
  const IoHandle* io = io_of(handle);
  return io != nullptr ? io->fd() : -1;
}

Value tied_handle(const Handle* handle) {
  const IoHandle* io = io_of(handle);
  return io != nullptr ? rvalue(io->tied) : Value();
}

void set_tied_handle(Engine& engine, Handle* handle, Value object) {
  io_table(engine).state_of(handle)->tied = std::move(object);
}

std::vector<std::string> handle_layers(const Handle* handle) {
  const IoHandle* io = io_of(handle);
  return io != nullptr && io->is_open() ? layers_of(io) : std::vector<std::string>();
}

std::int64_t input_line_number(Engine& engine) {
  Glob* glob = engine.last_read();
  if (glob == nullptr || glob->body->io == nullptr) return 0;
  const IoHandle* io = io_of(glob->body->io);
  return io != nullptr ? io->lines : 0;
}

}  // namespace perlipc::builtin
