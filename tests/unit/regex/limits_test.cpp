// Long matches: the safepoint poll, deep backtracking, exponential patterns.
#include <gtest/gtest.h>

#include <chrono>

#include "tests/unit/regex/support.h"

namespace perlipc::test {
namespace {

class CountingPoll : public SafepointPoll {
 public:
  explicit CountingPoll(int allowed) : allowed_(allowed) {}
  bool poll() override { return ++count_ <= allowed_; }
  int count() const { return count_; }

 private:
  int allowed_;
  int count_ = 0;
};

MatchStatus run(const Regex& regex, std::string_view subject, bool utf8, SafepointPoll* poll,
                MatchOffsets& out) {
  RegexMachine machine;
  return regex.exec(machine, subject, utf8, 0, 0, 0, out, poll);
}

TEST(Limits, PollCanAbandonAMatch) {
  RegexPointer regex = compile("^(a+)+$");
  std::string subject = std::string(40, 'a') + "b";
  MatchOffsets out;
  CountingPoll poll(0);
  EXPECT_EQ(run(*regex, subject, false, &poll, out), MatchStatus::Interrupted);
  EXPECT_EQ(poll.count(), 1);
}

TEST(Limits, MachineIsUsableAfterAnInterrupt) {
  RegexPointer slow = compile("^(a+)+$");
  RegexPointer quick = compile("(b)");
  std::string subject = std::string(40, 'a') + "b";
  RegexMachine machine;
  MatchOffsets out;
  CountingPoll poll(0);
  EXPECT_EQ(slow->exec(machine, subject, false, 0, 0, 0, out, &poll), MatchStatus::Interrupted);
  EXPECT_EQ(quick->exec(machine, subject, false, 0, 0, 0, out, nullptr), MatchStatus::Match);
  EXPECT_EQ(show(out), "[40,41 40,41]");
}

TEST(Limits, ExponentialPatternsFailInTime) {
  auto begin = std::chrono::steady_clock::now();
  std::string subject = std::string(40, 'a') + "b";
  for (const char* pattern : {"^(a+)+$", "^(?:a|aa)+$", "(?:a*)*c?$x?y"}) {
    RegexPointer regex = compile(pattern);
    MatchOffsets out;
    EXPECT_EQ(run(*regex, subject, false, nullptr, out), MatchStatus::NoMatch) << pattern;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(Limits, ExponentialStartIsSkipped) {
  RegexPointer regex = compile("(?:a+)+([bc])(?=\\z)");
  std::string subject = std::string(40, 'a') + "x" + "aac";
  MatchOffsets out;
  EXPECT_EQ(run(*regex, subject, false, nullptr, out), MatchStatus::Match);
  EXPECT_EQ(show(out), "[41,44 43,44]");
}

TEST(Limits, DeepBacktracking) {
  std::string subject(2'000'000, 'a');
  for (const char* pattern : {"^(?:a|b)*$", "^(?:(a)|b)*$", "^(a|b)*?$"}) {
    RegexPointer regex = compile(pattern);
    MatchOffsets out;
    ASSERT_EQ(run(*regex, subject, false, nullptr, out), MatchStatus::Match) << pattern;
    EXPECT_EQ(out.end(0), subject.size());
    ASSERT_EQ(run(*regex, subject, true, nullptr, out), MatchStatus::Match) << pattern;
  }
}

TEST(Limits, EndlessRecursionIsAnError) {
  RegexPointer regex = compile("(?:(?R)|a)b");
  ASSERT_TRUE(regex);
  RegexMachine machine;
  MatchOffsets out;
  MatchStatus status = regex->exec(machine, "aab", false, 0, 0, 0, out, nullptr);
  EXPECT_EQ(status, MatchStatus::Error);
  EXPECT_FALSE(machine.error().empty());
}

TEST(Limits, ManyGroups) {
  std::string pattern;
  for (int n = 0; n < 300; ++n) pattern += "(a)";
  RegexPointer regex = compile(pattern);
  ASSERT_TRUE(regex);
  EXPECT_EQ(regex->capture_count(), 300u);
  MatchOffsets out;
  EXPECT_EQ(run(*regex, std::string(300, 'a'), false, nullptr, out), MatchStatus::Match);
  EXPECT_EQ(out.start(300), 299u);
  EXPECT_EQ(out.last_paren, 300u);
}

}  // namespace
}  // namespace perlipc::test
