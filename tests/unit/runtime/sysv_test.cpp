// System V IPC; every object is private and removed by its guard.
#include "runtime/msg_queue.h"
#include "runtime/semaphore_set.h"
#include "runtime/shared_memory.h"

#include "tests/unit/runtime/support.h"

namespace perlipc::rt {
namespace {

template <Result<void> (*remove)(int)> struct Guard {
  int id;
  ~Guard() { (void)remove(id); }
};
using QueueGuard = Guard<remove_message_queue>;
using SemaphoreGuard = Guard<remove_semaphore_set>;
using MemoryGuard = Guard<remove_shared_memory>;

TEST(Sysv, Keys) {
  EXPECT_EQ(ipc_key("/tmp", 1).value(), ipc_key("/tmp", 1).value());
  EXPECT_NE(ipc_key("/tmp", 1).value(), ipc_key("/tmp", 2).value());
  EXPECT_EQ(ipc_key("/nonexistent", 1).error(), ENOENT);
}

TEST(MessageQueue, TypesAndSizes) {
  const QueueGuard queue{open_message_queue(IPC_PRIVATE, 0600).value()};
  ASSERT_TRUE(send_message(queue.id, 3, "three", 0).ok());
  ASSERT_TRUE(send_message(queue.id, 5, "five", 0).ok());
  EXPECT_EQ(message_queue_status(queue.id)->msg_qnum, 2u);
  const Message five = receive_message(queue.id, 100, 5, 0).value();
  EXPECT_EQ(five.type, 5);
  EXPECT_EQ(five.text, "five");
  EXPECT_EQ(receive_message(queue.id, 2, 0, 0).error(), E2BIG);
  EXPECT_EQ(receive_message(queue.id, 2, 0, MSG_NOERROR)->text, "th");
  EXPECT_EQ(receive_message(queue.id, 2, 0, IPC_NOWAIT).error(), ENOMSG);
  EXPECT_EQ(send_message(queue.id, 0, "x", 0).error(), EINVAL);
  ASSERT_TRUE(remove_message_queue(queue.id).ok());
  EXPECT_EQ(send_message(queue.id, 1, "x", 0).error(), EINVAL);
}

TEST(SemaphoreSet, ValuesAndOperations) {
  const SemaphoreGuard set{open_semaphore_set(IPC_PRIVATE, 3, 0600).value()};
  const unsigned short start[] = {1, 2, 3};
  ASSERT_TRUE(set_semaphore_values(set.id, start).ok());
  ASSERT_TRUE(set_semaphore_value(set.id, 0, 7).ok());
  EXPECT_EQ(semaphore_values(set.id).value(), (std::vector<unsigned short>{7, 2, 3}));
  const sembuf operations[] = {{0, -7, IPC_NOWAIT}, {1, +1, 0}};
  ASSERT_TRUE(operate_semaphores(set.id, operations).ok());
  EXPECT_EQ(operate_semaphores(set.id, operations).error(), EAGAIN);
  EXPECT_EQ(semaphore_query(set.id, 1, GETVAL).value(), 3);
  EXPECT_EQ(semaphore_query(set.id, 0, GETPID).value(), current_pid());
  EXPECT_EQ(set_semaphore_values(set.id, std::span(start, 2)).error(), EINVAL);
}

TEST(SharedMemory, ReadsAndWritesThroughTheCache) {
  const MemoryGuard memory{open_shared_memory(IPC_PRIVATE, 100, 0600).value()};
  SharedMemoryCache cache;
  ASSERT_TRUE(cache.write(memory.id, 10, 8, "hello").ok());
  char data[10];
  ASSERT_TRUE(cache.read(memory.id, 9, data, 10).ok());
  EXPECT_EQ(std::string(data, 10), std::string("\0hello\0\0\0\0", 10));
  ASSERT_TRUE(cache.write(memory.id, 0, 3, "cut here").ok());
  ASSERT_TRUE(cache.read(memory.id, 0, data, 4).ok());
  EXPECT_EQ(std::string(data, 4), std::string("cut\0", 4));
  EXPECT_EQ(cache.read(memory.id, 95, data, 6).error(), EFAULT);
  EXPECT_EQ(cache.read(memory.id, 101, data, 0).error(), EFAULT);
  EXPECT_EQ(shared_memory_status(memory.id)->shm_nattch, 1u);
  cache.forget(memory.id);
  EXPECT_EQ(shared_memory_status(memory.id)->shm_nattch, 0u);
}

TEST(SharedMemory, RemovedByAnotherProcess) {
  const MemoryGuard memory{open_shared_memory(IPC_PRIVATE, 100, 0600).value()};
  SharedMemoryCache cache;
  ASSERT_TRUE(cache.write(memory.id, 0, 1, "x").ok());
  testing::Child child([&] { return remove_shared_memory(memory.id).ok() ? 0 : 1; });
  ASSERT_EQ(child.wait().exit_code(), 0);
  char byte;
  const int error = cache.read(memory.id, 0, &byte, 1).error();
  EXPECT_TRUE(error == EINVAL || error == EIDRM);
}

TEST(SharedMemory, ChildSeesWhatWeWrite) {
  const MemoryGuard memory{open_shared_memory(IPC_PRIVATE, 10, 0600).value()};
  SharedMemoryCache cache;
  ASSERT_TRUE(cache.write(memory.id, 0, 4, "ping").ok());
  testing::Child child([&] {
    char data[4];
    SharedMemoryCache own;
    return own.read(memory.id, 0, data, 4).ok() && std::string(data, 4) == "ping" ? 0 : 1;
  });
  EXPECT_EQ(child.wait().exit_code(), 0);
}

}  // namespace
}  // namespace perlipc::rt
