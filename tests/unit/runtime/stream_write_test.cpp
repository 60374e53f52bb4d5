// Writing: buffering, big and small pieces, interruptions, short writes, errors, translation.
#include "runtime/stream.h"

#include "tests/unit/runtime/support.h"

#include <csignal>

namespace perlipc::rt {
namespace {

using testing::ScriptedEnd;

struct Writer {
  ScriptedEnd* end;
  Ref<Stream> stream;
};

Writer writer(size_t step = SIZE_MAX, int interrupt_every = 0, bool buffered = true) {
  auto end = std::make_unique<ScriptedEnd>("", step, interrupt_every);
  end->buffered = buffered;
  ScriptedEnd* raw = end.get();
  return {raw, Stream::over(std::move(end), {.access = Access::Write})};
}

// As callers do: handlers would run between the attempts.
void put(Stream& stream, const std::string& text) {
  if (stream.write(text.data(), text.size())) return;
  do { ASSERT_EQ(stream.error(), EINTR); } while (!stream.resume_write());
}

TEST(StreamWrite, NothingIsWrittenBeforeFlush) {
  const Writer w = writer();
  put(*w.stream, "hello");
  EXPECT_EQ(w.end->written, "");
  EXPECT_EQ(w.stream->pending_write(), 5u);
  ASSERT_TRUE(w.stream->flush().ok());
  EXPECT_EQ(w.end->written, "hello");
  EXPECT_EQ(w.stream->pending_write(), 0u);
}

TEST(StreamWrite, KernelGetsWholeBuffers) {
  const Writer w = writer();
  for (int i = 0; i < 20'000; ++i) put(*w.stream, "0123456789");
  EXPECT_EQ(w.end->written.size(), 200'000 / Stream::kBufferSize * Stream::kBufferSize);
  EXPECT_EQ(w.end->calls, 3);
}

class WritesUnderFire : public ::testing::TestWithParam<std::pair<size_t, int>> {};

TEST_P(WritesUnderFire, EveryByteArrivesOnceAndInOrder) {
  const auto [step, interrupt_every] = GetParam();
  for (const bool crlf : {false, true}) {
    const Writer w = writer(step, interrupt_every);
    w.stream->set_crlf(crlf);
    std::string expected;
    for (int i = 0; i < 40; ++i) {
      const std::string piece =
          std::string(static_cast<size_t>(i) * 997 + 1, char('a' + i % 26)) + "\n";
      put(*w.stream, piece);
      expected += piece;
      if (crlf) expected.insert(expected.size() - 1, "\r");
    }
    Result<void> flushed;
    do flushed = w.stream->flush();
    while (flushed.error() == EINTR);
    ASSERT_TRUE(flushed.ok());
    EXPECT_TRUE(w.end->written == expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Fire, WritesUnderFire,
                         ::testing::Values(std::pair(SIZE_MAX, 0), std::pair(SIZE_MAX, 2),
                                           std::pair(size_t{4096}, 3), std::pair(size_t{70'001}, 2),
                                           std::pair(size_t{1000}, 0)));

TEST(StreamWrite, HugePieceUnderInterruption) {
  const Writer w = writer(100'000, 2);
  const std::string huge(1'000'003, 'h');
  put(*w.stream, "start");
  put(*w.stream, huge);
  put(*w.stream, "end");
  while (w.stream->close().error() == EINTR) {}
}

TEST(StreamWrite, UnbufferedEndSeesEveryWrite) {
  const Writer w = writer(SIZE_MAX, 0, false);
  put(*w.stream, "a");
  EXPECT_EQ(w.end->written, "a");
  put(*w.stream, "b");
  EXPECT_EQ(w.end->written, "ab");
}

TEST(StreamWrite, ErrorDropsPendingAndSticks) {
  const Writer w = writer();
  put(*w.stream, "lost");
  w.end->fail_with = ENOSPC;
  EXPECT_EQ(w.stream->flush().error(), ENOSPC);
  EXPECT_EQ(w.stream->pending_write(), 0u);
  EXPECT_TRUE(w.stream->has_error());
  w.end->fail_with = 0;
  put(*w.stream, "kept");
  EXPECT_EQ(w.stream->close().error(), ENOSPC);
}

TEST(StreamWrite, ReadOnlyStreamRefuses) {
  const Ref<Stream> stream = Stream::over(std::make_unique<ScriptedEnd>(""), {});
  EXPECT_FALSE(stream->write("x", 1));
  EXPECT_EQ(stream->error(), EBADF);
  EXPECT_FALSE(stream->has_error());
}

TEST(StreamWrite, BrokenPipeIsEpipe) {
  const auto before = ::signal(SIGPIPE, SIG_IGN);
  Result<PipeEnds> pipe = make_pipe();
  const Ref<Stream> stream = Stream::adopt(std::move(pipe->write), {.access = Access::Write});
  ASSERT_TRUE(pipe->read.close().ok());
  ASSERT_TRUE(stream->write("x", 1));
  EXPECT_EQ(stream->flush().error(), EPIPE);
  EXPECT_EQ(stream->close().error(), EPIPE);
  ::signal(SIGPIPE, before);
}

TEST(StreamWrite, NonblockingPipeDropsWhatDoesNotFit) {
  Result<PipeEnds> pipe = make_pipe();
  ASSERT_TRUE(set_nonblocking(pipe->write.get(), true).ok());
  const Ref<Stream> stream = Stream::adopt(std::move(pipe->write), {.access = Access::Write});
  const std::string big(300'000, 'x');
  EXPECT_FALSE(stream->write(big.data(), big.size()));
  EXPECT_EQ(stream->error(), EAGAIN);
  EXPECT_EQ(stream->pending_write(), 0u);
}

}  // namespace
}  // namespace perlipc::rt
