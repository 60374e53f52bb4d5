// Life of streams: position, shared read-write descriptors, pairs, closing, the table.
#include "runtime/stream.h"

#include "runtime/file.h"
#include "tests/unit/runtime/support.h"

#include <fcntl.h>
#include <sys/socket.h>

namespace perlipc::rt {
namespace {

using testing::file_contents;
using testing::TemporaryDirectory;

Ref<Stream> open_stream(const std::string& path, const char* mode, StreamTable* table = nullptr) {
  const int flags = flags_for_mode(mode).value();
  return Stream::adopt(open_file(path.c_str(), flags).value(), stream_options_for(flags), table);
}

std::string line_of(Stream& stream) {
  std::string line;
  RecordProgress progress;
  stream.read_record(Separator::newline(), progress,
                     [&](const char* data, size_t size) { line.append(data, size); });
  return line;
}

bool put(Stream& stream, const std::string& text) { return stream.write(text.data(), text.size()); }

TEST(Stream, ReadThenWriteContinuesWhereReadingStopped) {
  TemporaryDirectory directory;
  const std::string path = directory / "f";
  put(*open_stream(path, ">"), "one\ntwo\nthree\n");
  const Ref<Stream> stream = open_stream(path, "+<");
  EXPECT_EQ(line_of(*stream), "one\n");
  EXPECT_EQ(stream->tell().value(), 4);
  ASSERT_TRUE(put(*stream, "TWO\n"));
  EXPECT_EQ(stream->tell().value(), 8);
  EXPECT_EQ(line_of(*stream), "three\n");
  ASSERT_TRUE(stream->seek(0, Whence::Start).ok());
  EXPECT_EQ(line_of(*stream), "one\n");
  EXPECT_EQ(line_of(*stream), "TWO\n");
  ASSERT_TRUE(stream->close().ok());
  EXPECT_EQ(file_contents(path), "one\nTWO\nthree\n");
}

TEST(Stream, ManyAlternations) {
  TemporaryDirectory directory;
  const std::string path = directory / "f";
  put(*open_stream(path, ">"), std::string(1000, '.'));
  const Ref<Stream> stream = open_stream(path, "+<");
  for (int i = 0; i < 100; ++i) {
    ASSERT_EQ(stream->getc(), '.');
    ASSERT_TRUE(put(*stream, "#"));
  }
  ASSERT_TRUE(stream->close().ok());
  std::string expected;
  for (int i = 0; i < 100; ++i) expected += ".#";
  EXPECT_EQ(file_contents(path), expected + std::string(800, '.'));
}

TEST(Stream, SeekFromCurrentMindsTheBuffer) {
  TemporaryDirectory directory;
  const std::string path = directory / "f";
  put(*open_stream(path, ">"), "0123456789");
  const Ref<Stream> stream = open_stream(path, "<");
  EXPECT_EQ(stream->getc(), '0');
  ASSERT_TRUE(stream->seek(2, Whence::Current).ok());
  EXPECT_EQ(stream->getc(), '3');
  ASSERT_TRUE(stream->seek(-1, Whence::End).ok());
  EXPECT_EQ(stream->getc(), '9');
  EXPECT_EQ(stream->seek(-5, Whence::Start).error(), EINVAL);
  EXPECT_TRUE(stream->eof().value());
}

TEST(Stream, AppendTellsTheEnd) {
  TemporaryDirectory directory;
  const std::string path = directory / "f";
  put(*open_stream(path, ">"), "abcd");
  const Ref<Stream> stream = open_stream(path, ">>");
  EXPECT_EQ(stream->tell().value(), 4);
  put(*stream, "zz");
  EXPECT_EQ(stream->tell().value(), 6);
}

TEST(Stream, FailedSeekOnAPipeLosesNothing) {
  Result<PipeEnds> pipe = make_pipe();
  ASSERT_TRUE(write_some(pipe->write.get(), "abc", 3).ok());
  const Ref<Stream> stream = Stream::adopt(std::move(pipe->read), {});
  EXPECT_EQ(stream->getc(), 'a');
  EXPECT_EQ(stream->seek(0, Whence::Current).error(), ESPIPE);
  EXPECT_EQ(stream->tell().error(), ESPIPE);
  EXPECT_EQ(stream->getc(), 'b');
}

TEST(Stream, SocketKeepsBothDirectionsApart) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
  const StreamOptions options{.access = Access::ReadWrite, .is_socket = true};
  const Ref<Stream> left = Stream::adopt(UniqueFd(ends[0]), options);
  const UniqueFd right(ends[1]);
  ASSERT_TRUE(write_some(right.get(), "in1\nin2\n", 8).ok());
  EXPECT_EQ(line_of(*left), "in1\n");
  ASSERT_TRUE(put(*left, "out"));
  EXPECT_EQ(line_of(*left), "in2\n");
  EXPECT_EQ(left->pending_write(), 3u) << "reading must not flush a socket";
  ASSERT_TRUE(left->close().ok());
  EXPECT_EQ(testing::read_all(right.get()), "out");
}

TEST(Stream, PairUsesItsTwoDescriptors) {
  Result<PipeEnds> to = make_pipe();
  Result<PipeEnds> from = make_pipe();
  const int read_number = from->read.get();
  const Ref<Stream> stream = Stream::adopt_pair(std::move(from->read), std::move(to->write));
  EXPECT_EQ(stream->fd(), read_number);
  ASSERT_TRUE(write_some(from->write.get(), "answer\n", 7).ok());
  ASSERT_TRUE(put(*stream, "question"));
  EXPECT_EQ(line_of(*stream), "answer\n");
  ASSERT_TRUE(stream->close().ok());
  EXPECT_EQ(testing::read_all(to->read.get()), "question");
}

TEST(Stream, PassingTheBuffersBy) {
  TemporaryDirectory directory;
  const Ref<Stream> stream = open_stream(directory / "f", "+>");
  EXPECT_EQ(stream->syswrite("abc", 3).value(), 3u);
  EXPECT_EQ(stream->sysseek(1, Whence::Start).value(), 1);
  char data[8];
  EXPECT_EQ(stream->sysread(data, 8).value(), 2u);
  EXPECT_EQ(stream->sysread(data, 8).value(), 0u);
  ASSERT_TRUE(stream->truncate(1).ok());
  EXPECT_EQ(stream->sysseek(0, Whence::End).value(), 1);
}

TEST(Stream, CloseTwiceIsBadDescriptor) {
  TemporaryDirectory directory;
  const Ref<Stream> stream = open_stream(directory / "f", ">");
  EXPECT_TRUE(stream->close().ok());
  EXPECT_EQ(stream->close().error(), EBADF);
  EXPECT_FALSE(stream->write("x", 1));
  EXPECT_EQ(stream->tell().error(), EBADF);
  EXPECT_EQ(stream->fd(), -1);
}

TEST(Stream, LastReferenceFlushesAndCloses) {
  TemporaryDirectory directory;
  const std::string path = directory / "f";
  Ref<Stream> stream = open_stream(path, ">");
  const int number = stream->fd();
  Ref<Stream> second = stream;
  put(*stream, "text");
  stream = {};
  EXPECT_TRUE(is_open(number));
  second = {};
  EXPECT_FALSE(is_open(number));
  EXPECT_EQ(file_contents(path), "text");
}

TEST(Stream, ReplaceFdKeepsTheNumber) {
  TemporaryDirectory directory;
  const Ref<Stream> stream = open_stream(directory / "a", ">");
  const int number = stream->fd();
  put(*stream, "first");
  ASSERT_TRUE(stream->flush().ok());
  ASSERT_TRUE(stream
                  ->replace_fd(open_file((directory / "b").c_str(), O_CREAT | O_WRONLY).value(),
                               {.access = Access::Write})
                  .ok());
  EXPECT_EQ(stream->fd(), number);
  put(*stream, "second");
  ASSERT_TRUE(stream->close().ok());
  EXPECT_EQ(file_contents(directory / "a"), "first");
  EXPECT_EQ(file_contents(directory / "b"), "second");
}

TEST(StreamTable, FlushesAllOpenStreams) {
  TemporaryDirectory directory;
  StreamTable table;
  const Ref<Stream> a = open_stream(directory / "a", ">", &table);
  Ref<Stream> gone = open_stream(directory / "gone", ">", &table);
  const Ref<Stream> b = open_stream(directory / "b", ">", &table);
  put(*a, "A");
  put(*b, "B");
  gone = {};
  ASSERT_TRUE(table.flush_all().ok());
  EXPECT_EQ(file_contents(directory / "a"), "A");
  EXPECT_EQ(file_contents(directory / "b"), "B");
  int count = 0;
  table.for_each([&](Stream&) { ++count; });
  EXPECT_EQ(count, 2);
}

TEST(StreamTable, GoesOnAfterAFailure) {
  TemporaryDirectory directory;
  StreamTable table;
  const Ref<Stream> good = open_stream(directory / "good", ">", &table);
  const Ref<Stream> full = open_stream("/dev/full", ">", &table);
  put(*good, "G");
  put(*full, "F");
  EXPECT_EQ(table.flush_all().error(), ENOSPC);
  EXPECT_EQ(file_contents(directory / "good"), "G");
}

TEST(StreamTable, MayDieBeforeItsStreams) {
  TemporaryDirectory directory;
  auto table = std::make_unique<StreamTable>();
  const Ref<Stream> stream = open_stream(directory / "f", ">", table.get());
  put(*stream, "x");
  table.reset();
  ASSERT_TRUE(stream->close().ok());
  EXPECT_EQ(file_contents(directory / "f"), "x");
}

}  // namespace
}  // namespace perlipc::rt
