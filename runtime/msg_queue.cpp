// System V message queues; see msg_queue.h.
#include "runtime/msg_queue.h"

#include <cstring>

namespace perlipc::rt {

Result<key_t> ipc_key(const char* path, int project) { return check_value(::ftok(path, project)); }

Result<int> open_message_queue(key_t key, int flags) { return check_value(::msgget(key, flags)); }

Result<void> send_message_raw(int id, const char* buffer, size_t size, int flags) {
  return check(::msgsnd(id, buffer, size, flags));
}

Result<void> send_message(int id, long type, std::string_view text, int flags) {
  std::string buffer(sizeof type + text.size(), '\0');
  std::memcpy(buffer.data(), &type, sizeof type);
  text.copy(buffer.data() + sizeof type, text.size());
  return send_message_raw(id, buffer.data(), text.size(), flags);
}

Result<size_t> receive_message_into(int id, char* buffer, size_t max_size, long type, int flags) {
  const ssize_t size = ::msgrcv(id, buffer, max_size, type, flags);
  if (size == -1) return Errno::last();
  return static_cast<size_t>(size);
}

Result<Message> receive_message(int id, size_t max_size, long type, int flags) {
  std::string buffer(sizeof type + max_size, '\0');
  const size_t size = RT_TRY(receive_message_into(id, buffer.data(), max_size, type, flags));
  Message message;
  std::memcpy(&message.type, buffer.data(), sizeof message.type);
  message.text.assign(buffer, sizeof message.type, size);
  return message;
}

Result<msqid_ds> message_queue_status(int id) {
  msqid_ds status;
  if (::msgctl(id, IPC_STAT, &status) == -1) return Errno::last();
  return status;
}

Result<void> set_message_queue_status(int id, const msqid_ds& status) {
  msqid_ds copy = status;
  return check(::msgctl(id, IPC_SET, &copy));
}

Result<void> remove_message_queue(int id) { return check(::msgctl(id, IPC_RMID, nullptr)); }

}  // namespace perlipc::rt
