// Reading: records of every kind in any chunking and through interruptions, translation, unread.
#include "runtime/stream.h"

#include "tests/unit/runtime/support.h"

namespace perlipc::rt {
namespace {

using testing::all_records;
using testing::ScriptedEnd;
using Records = std::vector<std::string>;

Ref<Stream> reader(std::string text, size_t step = SIZE_MAX, int interrupt_every = 0) {
  return Stream::over(std::make_unique<ScriptedEnd>(std::move(text), step, interrupt_every), {});
}

// Chunk size and how often EINTR strikes.
class RecordsInChunks : public ::testing::TestWithParam<std::pair<size_t, int>> {
 protected:
  Records records(const std::string& text, const Separator& separator) {
    const auto [step, interrupt_every] = GetParam();
    return all_records(*reader(text, step, interrupt_every), separator);
  }
};

TEST_P(RecordsInChunks, Lines) {
  EXPECT_EQ(records("a\n\nbc\nlast", Separator::newline()), (Records{"a\n", "\n", "bc\n", "last"}));
  EXPECT_EQ(records("", Separator::newline()), Records{});
}

TEST_P(RecordsInChunks, MultiByteSeparatorWithRepeatedPrefix) {
  EXPECT_EQ(records("xaab-aaab--aa", Separator::text("aab")), (Records{"xaab", "-aaab", "--aa"}));
}

TEST_P(RecordsInChunks, Paragraphs) {
  EXPECT_EQ(records("\n\n\na\nb\n\n\n\nc\n\nd", Separator::paragraph()),
            (Records{"a\nb\n\n", "c\n\n", "d"}));
  EXPECT_EQ(records("\n\n\n", Separator::paragraph()), Records{});
}

TEST_P(RecordsInChunks, FixedSize) {
  EXPECT_EQ(records("abcdefgh", Separator::fixed(3)), (Records{"abc", "def", "gh"}));
}

TEST_P(RecordsInChunks, Slurp) {
  EXPECT_EQ(records("a\nb\n", Separator::slurp()), Records{"a\nb\n"});
}

TEST_P(RecordsInChunks, CrlfBecomesNewline) {
  const auto [step, interrupt_every] = GetParam();
  const Ref<Stream> stream = reader("a\r\nb\rc\r\r\nd\r", step, interrupt_every);
  stream->set_crlf(true);
  EXPECT_EQ(all_records(*stream, Separator::newline()), (Records{"a\n", "b\rc\r\n", "d\r"}));
}

INSTANTIATE_TEST_SUITE_P(Chunks, RecordsInChunks,
                         ::testing::Values(std::pair(SIZE_MAX, 0), std::pair(size_t{1}, 0),
                                           std::pair(size_t{2}, 0), std::pair(size_t{1}, 2),
                                           std::pair(size_t{3}, 3)));

TEST(StreamRead, LinesAcrossManyBuffers) {
  const std::string line(100'000, 'x');
  const Ref<Stream> stream = reader(line + "\n" + line + "\n", 7001);
  EXPECT_EQ(all_records(*stream, Separator::newline()), (Records{line + "\n", line + "\n"}));
}

TEST(StreamRead, LongMultiByteRecordLeavesTheRest) {
  const std::string body(200'000, 'a');
  const Ref<Stream> stream = reader(body + "END" + "tail");
  EXPECT_EQ(all_records(*stream, Separator::text("END")), (Records{body + "END", "tail"}));
}

TEST(StreamRead, GetcAndUnread) {
  const Ref<Stream> stream = reader("xyz", 1);
  EXPECT_EQ(stream->getc(), 'x');
  stream->unread("12345", 5);
  EXPECT_EQ(all_records(*stream, Separator::slurp()), Records{"12345yz"});
  EXPECT_EQ(stream->getc(), -1);
  const std::string large(100'000, 'q');
  stream->unread(large.data(), large.size());
  EXPECT_EQ(all_records(*stream, Separator::slurp()), Records{large});
}

TEST(StreamRead, UnreadBeforeTheFirstRead) {
  const Ref<Stream> stream = reader("b");
  stream->unread("a", 1);
  EXPECT_EQ(all_records(*stream, Separator::slurp()), Records{"ab"});
}

TEST(StreamRead, EndOfFileSticksUntilCleared) {
  testing::TemporaryDirectory directory;
  const UniqueFd out(::open((directory / "f").c_str(), O_CREAT | O_WRONLY, 0600));
  const Ref<Stream> stream = Stream::adopt(UniqueFd(::open((directory / "f").c_str(), 0)), {});
  EXPECT_TRUE(stream->eof().value());
  ASSERT_TRUE(write_some(out.get(), "new", 3).ok());
  EXPECT_EQ(stream->getc(), -1);
  stream->clear_error();
  EXPECT_EQ(stream->getc(), 'n');
}

TEST(StreamRead, ErrorsAreReportedAndSticky) {
  auto end = std::make_unique<ScriptedEnd>("abc");
  end->fail_with = EIO;
  const Ref<Stream> stream = Stream::over(std::move(end), {});
  EXPECT_EQ(stream->getc(), -2);
  EXPECT_EQ(stream->error(), EIO);
  EXPECT_TRUE(stream->has_error());
  EXPECT_EQ(stream->close().error(), EIO);
}

TEST(StreamRead, InterruptionIsNotSticky) {
  const Ref<Stream> stream = reader("abc", 1, 1);
  EXPECT_EQ(stream->getc(), -2);
  EXPECT_EQ(stream->error(), EINTR);
  EXPECT_FALSE(stream->has_error());
}

TEST(StreamRead, ReadExactStopsAtEof) {
  const Ref<Stream> stream = reader("abcdef", 2, 3);
  char data[10];
  size_t got = 0;
  for (int interruptions = 0; got < 6 && interruptions < 10; ++interruptions) {
    const ReadOutcome outcome = stream->read_exact(data + got, sizeof data - got);
    got += outcome.size;
    ASSERT_TRUE(outcome.error == 0 || outcome.error == EINTR);
  }
  EXPECT_EQ(std::string(data, got), "abcdef");
}

TEST(StreamRead, WriteOnlyStreamIsAtItsEndAndRefuses) {
  const Ref<Stream> stream =
      Stream::over(std::make_unique<ScriptedEnd>("abc"), {.access = Access::Write});
  EXPECT_TRUE(stream->eof().value());
  EXPECT_EQ(stream->fill().error(), EBADF);
}

TEST(StreamRead, TellCountsTranslatedNewlines) {
  testing::TemporaryDirectory directory;
  const std::string path = directory / "crlf";
  {
    const UniqueFd out(::open(path.c_str(), O_CREAT | O_WRONLY, 0600));
    ASSERT_TRUE(write_some(out.get(), "ab\r\ncd\r\nef", 10).ok());
  }
  const Ref<Stream> stream = Stream::adopt(UniqueFd(::open(path.c_str(), 0)), {});
  stream->set_crlf(true);
  RecordProgress progress;
  std::string line;
  stream->read_record(Separator::newline(), progress,
                      [&](const char* data, size_t size) { line.append(data, size); });
  EXPECT_EQ(line, "ab\n");
  EXPECT_EQ(stream->tell().value(), 4);
  stream->set_crlf(false);
  EXPECT_EQ(all_records(*stream, Separator::slurp()), Records{"cd\r\nef"});
}

}  // namespace
}  // namespace perlipc::rt
