// System V message queues (msgget, msgsnd, msgrcv, msgctl). EINTR is reported.
#pragma once

#include "runtime/sysv.h"

#include <string>
#include <string_view>
#include <sys/msg.h>

namespace perlipc::rt {

Result<int> open_message_queue(key_t key, int flags);
// `type` must be positive (EINVAL otherwise, from the kernel).
Result<void> send_message(int id, long type, std::string_view text, int flags);
struct Message {
  long type = 0;
  std::string text;
};
// At most `max_size` bytes of text; E2BIG when the message is longer, unless MSG_NOERROR.
Result<Message> receive_message(int id, size_t max_size, long type, int flags);
// The same with the caller's memory: room for a long and then `max_size` bytes (struct msgbuf).
// Returns the size of the text.
Result<size_t> receive_message_into(int id, char* buffer, size_t max_size, long type, int flags);
// As send_message; `buffer` is a long and then `size` bytes.
Result<void> send_message_raw(int id, const char* buffer, size_t size, int flags);

Result<msqid_ds> message_queue_status(int id);
Result<void> set_message_queue_status(int id, const msqid_ds& status);
Result<void> remove_message_queue(int id);

}  // namespace perlipc::rt
