// System V IPC: shared memory, semaphores, message queues (perlfunc shm*, sem*, msg*; perlipc).
#include "builtins/io_handle.h"
#include "builtins/receive_buffer.h"
#include "runtime/msg_queue.h"
#include "runtime/semaphore_set.h"
#include "runtime/shared_memory.h"

#include <array>
#include <cerrno>

namespace perlipc::builtin {
namespace {

// The attachments this interpreter keeps between calls.
struct SysvState {
  static constexpr std::size_t kServiceSlot = 2;
  explicit SysvState(Engine&) {}
  rt::SharedMemoryCache memory;
};

int id_arg(Call& call, std::size_t n) { return static_cast<int>(int_arg(call, n)); }

Value id_result(Call& call, const rt::Result<int>& id) {
  if (!id) return call.fail(id.error());
  return Value::integer(*id);
}

// 1, or 0 with $!.
Value one_or_zero(Call& call, const rt::Result<void>& done) {
  if (!done) {
    if (done.error() == EINTR) interrupted(call.engine);
    call.engine.set_errno(done.error());
  }
  return Value::integer(done.ok() ? 1 : 0);
}

// perlfunc: the ctl functions return "0 but true" for zero and undef for failure.
Value control_value(int value) {
  return value == 0 ? Value::string("0 but true") : Value::integer(value);
}
Value control_result(Call& call, const rt::Result<void>& done) {
  if (!done) return call.fail(done.error());
  return control_value(0);
}

// The packed structure a SET command is given; dies when its size is wrong (perldiag).
std::string structure_arg(Call& call, std::size_t n, std::size_t size, const char* op) {
  std::string bytes = bytes_arg(call, n);
  if (bytes.size() != size) {
    call.engine.die(std::string("Bad arg length for ") + op + ", is " +
                    std::to_string(bytes.size()) + ", should be " + std::to_string(size));
  }
  return bytes;
}

template <class T> T structure_from(const std::string& bytes) {
  T value;
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}
template <class T> Value structure_value(const T& value) {
  return Value::string({reinterpret_cast<const char*>(&value), sizeof value});
}

// The text of operand n, shared with the script where it is plain. An undefined one is reported and
// counts as "".
class ByteArgument {
 public:
  ByteArgument(Call& call, std::size_t n) {
    if (const Value* plain = call.peek(n); plain != nullptr && plain->tag == kStr) [[likely]] {
      text_ = plain->s;
      text_->retain();
      return;
    }
    const Value value = call[n];
    if (value.is_undef()) {
      if (n < call.count) call.engine.warn_uninitialized(&call.args[n]);
      text_ = String::make("");
    } else {
      text_ = to_string(call.engine, value);
    }
  }
  // Bytes of a message or of memory to write; dies on characters that are none.
  ByteArgument(Call& call, std::size_t n, const char* op) : ByteArgument(call, n) {
    if (!text_->utf8()) return;
    String* narrow = downgrade(text_);
    if (narrow == nullptr) call.engine.die(std::string("Wide character in ") + op);
    std::exchange(text_, narrow)->release();
  }
  ~ByteArgument() { text_->release(); }
  ByteArgument(const ByteArgument&) = delete;
  ByteArgument& operator=(const ByteArgument&) = delete;
  std::string_view view() const { return text_->view(); }

 private:
  String* text_;
};

}  // namespace

// --- shared memory -------------------------------------------------------------------------------

Value bi_shmget(Call& call) {
  call.engine.set_errno(0);
  const auto key = static_cast<key_t>(int_arg(call, 0));
  return id_result(call, rt::open_shared_memory(key, static_cast<std::size_t>(int_arg(call, 1)),
                                                id_arg(call, 2)));
}

Value bi_shmctl(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0);
  const int command = id_arg(call, 1);
  call.engine.service<SysvState>().memory.forget(id);
  switch (command) {
    case IPC_STAT: {
      const auto status = rt::shared_memory_status(id);
      if (!status) return call.fail(status.error());
      call.assign(2, structure_value(*status));
      return control_value(0);
    }
    case IPC_SET: {
      const std::string bytes = structure_arg(call, 2, sizeof(shmid_ds), "shmctl");
      return control_result(call,
                            rt::set_shared_memory_status(id, structure_from<shmid_ds>(bytes)));
    }
    case IPC_RMID: return control_result(call, rt::remove_shared_memory(id));
    default: {
      // SHM_LOCK, SHM_UNLOCK and the like take no structure.
      const int value = ::shmctl(id, command, nullptr);
      return value == -1 ? call.fail(errno) : control_value(value);
    }
  }
}

Value bi_shmread(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0);
  const std::int64_t position = int_arg(call, 2), size = int_arg(call, 3);
  if (position < 0 || size < 0) return one_or_zero(call, rt::Errno{EFAULT});
  String* text =
      String::make(static_cast<std::size_t>(std::min<std::int64_t>(size, std::int64_t{1} << 32)));
  Value owner = Value::adopt(text);
  const auto read = call.engine.service<SysvState>().memory.read(
      id, static_cast<std::size_t>(position), text->data, static_cast<std::size_t>(size));
  if (!read) return one_or_zero(call, read);
  text->length = static_cast<std::size_t>(size);
  text->data[text->length] = '\0';
  if (!has_read_only(call, 1)) call.assign(1, owner);
  return Value::integer(1);
}

Value bi_shmwrite(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0);
  const ByteArgument bytes(call, 1, "shmwrite");
  const std::int64_t position = int_arg(call, 2), size = int_arg(call, 3);
  if (position < 0 || size < 0) return one_or_zero(call, rt::Errno{EFAULT});
  return one_or_zero(call, call.engine.service<SysvState>().memory.write(
                               id, static_cast<std::size_t>(position),
                               static_cast<std::size_t>(size), bytes.view()));
}

// --- semaphores ----------------------------------------------------------------------------------

Value bi_semget(Call& call) {
  call.engine.set_errno(0);
  const auto key = static_cast<key_t>(int_arg(call, 0));
  return id_result(call, rt::open_semaphore_set(key, id_arg(call, 1), id_arg(call, 2)));
}

namespace {

Value get_all_semaphores(Call& call, int id) {
  const auto values = rt::semaphore_values(id);
  if (!values) return call.fail(values.error());
  call.assign(3, Value::string({reinterpret_cast<const char*>(values->data()),
                                values->size() * sizeof(unsigned short)}));
  return control_value(0);
}

Value set_all_semaphores(Call& call, int id) {
  const auto present = rt::semaphore_values(id);
  if (!present) return call.fail(present.error());
  const std::string bytes =
      structure_arg(call, 3, present->size() * sizeof(unsigned short), "semctl");
  std::vector<unsigned short> values(present->size());
  std::memcpy(values.data(), bytes.data(), bytes.size());
  return control_result(call, rt::set_semaphore_values(id, values));
}

}  // namespace

Value bi_semctl(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0), index = id_arg(call, 1), command = id_arg(call, 2);
  switch (command) {
    case IPC_STAT: {
      const auto status = rt::semaphore_status(id);
      if (!status) return call.fail(status.error());
      call.assign(3, structure_value(*status));
      return control_value(0);
    }
    case IPC_SET: {
      const std::string bytes = structure_arg(call, 3, sizeof(semid_ds), "semctl");
      return control_result(call, rt::set_semaphore_status(id, structure_from<semid_ds>(bytes)));
    }
    case IPC_RMID: return control_result(call, rt::remove_semaphore_set(id));
    case GETALL: return get_all_semaphores(call, id);
    case SETALL: return set_all_semaphores(call, id);
    case SETVAL: return control_result(call, rt::set_semaphore_value(id, index, id_arg(call, 3)));
    default: {
      const rt::Result<int> value = rt::semaphore_query(id, index, command);
      return value ? control_value(*value) : call.fail(value.error());
    }
  }
}

Value bi_semop(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0);
  const ByteArgument bytes(call, 1);
  // Each operation is three shorts: semaphore, change, flags (perlfunc semop).
  constexpr std::size_t kOperation = 3 * sizeof(short);
  static_assert(sizeof(sembuf) == kOperation);
  const std::string_view text = bytes.view();
  if (text.empty() || text.size() % kOperation != 0) return one_or_zero(call, rt::Errno{EINVAL});
  const std::size_t count = text.size() / kOperation;
  std::array<sembuf, 8> few;
  std::vector<sembuf> many(count > few.size() ? count : 0);
  sembuf* operations = many.empty() ? few.data() : many.data();
  std::memcpy(operations, text.data(), text.size());
  poll_signals(call.engine);
  return one_or_zero(call, rt::operate_semaphores(id, {operations, count}));
}

// --- message queues ------------------------------------------------------------------------------

Value bi_msgget(Call& call) {
  call.engine.set_errno(0);
  return id_result(call,
                   rt::open_message_queue(static_cast<key_t>(int_arg(call, 0)), id_arg(call, 1)));
}

Value bi_msgctl(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0);
  switch (id_arg(call, 1)) {
    case IPC_STAT: {
      const auto status = rt::message_queue_status(id);
      if (!status) return call.fail(status.error());
      call.assign(2, structure_value(*status));
      return control_value(0);
    }
    case IPC_SET: {
      const std::string bytes = structure_arg(call, 2, sizeof(msqid_ds), "msgctl");
      return control_result(call,
                            rt::set_message_queue_status(id, structure_from<msqid_ds>(bytes)));
    }
    case IPC_RMID: return control_result(call, rt::remove_message_queue(id));
    default: return call.fail(EINVAL);
  }
}

Value bi_msgsnd(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0);
  const ByteArgument argument(call, 1, "msgsnd");
  const std::string_view message = argument.view();
  const int flags = id_arg(call, 2);
  // The message starts with its type, a native long (perlfunc msgsnd).
  if (message.size() < sizeof(long)) call.engine.die("Arg too short for msgsnd");
  poll_signals(call.engine);
  return one_or_zero(
      call, rt::send_message_raw(id, message.data(), message.size() - sizeof(long), flags));
}

Value bi_msgrcv(Call& call) {
  call.engine.set_errno(0);
  const int id = id_arg(call, 0);
  const std::int64_t size = int_arg(call, 2);
  const auto type = static_cast<long>(int_arg(call, 3));
  const int flags = id_arg(call, 4);
  refuse_read_only(call, 1);
  if (!call.defined(1)) call.assign(1, Value::string(""));
  if (size < 0) return one_or_zero(call, rt::Errno{EINVAL});
  poll_signals(call.engine);
  ReceiveBuffer buffer(call, 1, sizeof(long) + static_cast<std::size_t>(size));
  const auto got =
      rt::receive_message_into(id, buffer.data(), static_cast<std::size_t>(size), type, flags);
  if (!got) {
    buffer.abandon();
    if (got.error() == EINTR) interrupted(call.engine);
    call.engine.set_errno(got.error());
    return Value::integer(0);
  }
  buffer.keep(sizeof(long) + *got);
  return Value::integer(1);
}

}  // namespace perlipc::builtin
