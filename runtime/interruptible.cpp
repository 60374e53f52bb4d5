// 1. The look at the pending set and the system call are one short piece of machine code with a
//    known beginning and end. A handler whose signal hits between the two moves the interrupted
//    code to the piece's way out, so the call answers EINTR.
// 2. The piece ends behind the instruction that enters the kernel. A call that was under way has its
//    answer by then, which is kept.
// 3. The kernel restarts a call (SA_RESTART) by going back to that instruction. Handlers of such
//    signals leave the interrupted code alone.
#include "runtime/interruptible.h"

#include "runtime/fd.h"
#include "runtime/signal.h"

#include <poll.h>
#include <ucontext.h>

#if defined(__x86_64__)

extern "C" {
// word, number, a, b, c, d in registers, e and f on the stack.
long perlipc_interruptible_call(const void* word, long number, long a, long b, long c, long d,
                                long e, long f);
extern const char perlipc_interruptible_begin[];
extern const char perlipc_interruptible_end[];
extern const char perlipc_interruptible_out[];
}

asm(R"(
  .text
  .p2align 4
  .globl perlipc_interruptible_call
  .globl perlipc_interruptible_begin
  .globl perlipc_interruptible_end
  .globl perlipc_interruptible_out
  .hidden perlipc_interruptible_call
  .hidden perlipc_interruptible_begin
  .hidden perlipc_interruptible_end
  .hidden perlipc_interruptible_out
  .type perlipc_interruptible_call, @function
perlipc_interruptible_call:
  .cfi_startproc
perlipc_interruptible_begin:
  cmpq $0, (%rdi)
  jne perlipc_interruptible_out
  movq %rsi, %rax
  movq %rdx, %rdi
  movq %rcx, %rsi
  movq %r8, %rdx
  movq %r9, %r10
  movq 8(%rsp), %r8
  movq 16(%rsp), %r9
  syscall
perlipc_interruptible_end:
  ret
perlipc_interruptible_out:
  movq $-4, %rax
  ret
  .cfi_endproc
  .size perlipc_interruptible_call, .-perlipc_interruptible_call
  .previous
)");
static_assert(EINTR == 4);

namespace perlipc::rt {

long interruptible_call(long number, long a, long b, long c, long d, long e, long f) {
  return perlipc_interruptible_call(SignalTable::pending_word(), number, a, b, c, d, e, f);
}

void end_interruptible_call(void* context) {
  greg_t& next = static_cast<ucontext_t*>(context)->uc_mcontext.gregs[REG_RIP];
  const auto at = reinterpret_cast<const char*>(next);
  if (at >= perlipc_interruptible_begin && at < perlipc_interruptible_end)
    next = reinterpret_cast<greg_t>(perlipc_interruptible_out);
}

}  // namespace perlipc::rt

#else

namespace perlipc::rt {

long interruptible_call(long number, long a, long b, long c, long d, long e, long f) {
  const long answer = ::syscall(number, a, b, c, d, e, f);
  return answer == -1 ? -errno : answer;
}

void end_interruptible_call(void*) {}

}  // namespace perlipc::rt

#endif

namespace perlipc::rt {

bool would_not_wait(int fd, short events) {
  pollfd one{fd, events, 0};
  if (::poll(&one, 1, 0) != 0) return true;
  const Result<bool> nonblocking = is_nonblocking(fd);
  return !nonblocking || *nonblocking;
}

}  // namespace perlipc::rt
