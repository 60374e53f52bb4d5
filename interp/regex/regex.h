// A compiled Perl regular expression on top of PCRE2, and the objects that take part in a match.
// Knows bytes and the utf8 flag only, never Perl values. One interpreter uses a Regex at a time:
// reference counts and lazily built programs are not synchronised.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;
struct pcre2_real_jit_stack_8;

namespace perlipc {

// The modifiers of m//, qr// and s/// that change what a pattern means (perlre "Modifiers").
struct RegexFlags {
  enum Charset : uint8_t { Default, Unicode, Ascii, AsciiStrict, Locale };

  bool i = false;
  bool m = false;
  bool s = false;
  bool x = false;
  bool xx = false;  // implies x
  bool n = false;
  bool p = false;  // accepted, without effect since perl 5.20
  Charset charset = Default;

  bool operator==(const RegexFlags&) const = default;
};

// Why a pattern did not compile: perl's text without the " at FILE line N." part.
struct RegexError {
  std::string message;
  // The pattern holds (?{ }) or (??{ }), or something else that perlipc refuses by name.
  bool unsupported = false;
  // Encoding of `message`, which quotes the pattern.
  bool utf8 = false;
  // The pattern holds code that the caller has not named: its brace, in characters.
  bool needs_code = false;
  // It names a user-defined property that does not exist (yet).
  bool unknown_property = false;
  size_t code_at = 0;
};

// Where the code of a (?{ }), (??{ }) or (?(?{ })..|..) stands in a pattern, in characters and with
// its braces. What the code is, the regex layer does not know: it hands back the block's number.
struct CodeSpan {
  size_t start = 0;
  size_t length = 0;
  bool operator==(const CodeSpan&) const = default;
};

// A warning found while compiling (perldiag, category "regexp" unless said otherwise), same form.
struct RegexWarning {
  enum Category : uint8_t { Regexp, Deprecated, Experimental };
  Category category = Regexp;
  std::string message;
};

// Where the groups of a match lie, in bytes of the subject as it was given. Group 0 is the match.
class MatchOffsets {
 public:
  static constexpr size_t npos = static_cast<size_t>(-1);

  struct Span {
    size_t start = npos;
    size_t end = npos;
  };

  // Number of groups the pattern has, plus one.
  size_t size() const { return count_; }
  bool matched(size_t group) const { return group < count_ && spans_[group].start != npos; }
  size_t start(size_t group) const { return group < count_ ? spans_[group].start : npos; }
  size_t end(size_t group) const { return group < count_ ? spans_[group].end : npos; }
  const Span* data() const { return spans_.data(); }

  // Highest numbered group that took part ($+), 0 when none did.
  uint32_t last_paren = 0;
  // Group most recently closed ($^N), 0 when none was.
  uint32_t last_closed = 0;

  // Room for `count` spans, contents unspecified; keeps its memory from match to match.
  Span* prepare(size_t count) {
    if (spans_.size() < count) spans_.resize(count);
    count_ = count;
    return spans_.data();
  }

 private:
  std::vector<Span> spans_;
  size_t count_ = 0;
};

// Answers for names in \\p{} that PCRE2 does not know.
class PropertySource {
 public:
  using Ranges = std::vector<std::pair<uint32_t, uint32_t>>;
  enum class Answer : uint8_t { Unknown, Found, Failed };

  // perlunicode "User-Defined Character Properties": a name that begins with In or Is. When Unknown
  // `text` is the full name, when Failed perl's words.
  virtual Answer user_defined(const std::string& name, bool caseless, Ranges& ranges,
                              std::string& text) = 0;
  // One of Unicode's or perl's own properties.
  virtual bool standard(const std::string& name, Ranges& ranges) = 0;

 protected:
  ~PropertySource() = default;
};
using PropertyTable = std::map<std::string, PropertySource::Ranges>;

// The members of a property that PCRE2 knows, ascending; false for another name.
bool property_members(std::string_view name, PropertySource::Ranges& ranges);

// What a pattern is compiled with besides its text.
struct RegexContext {
  std::span<const CodeSpan> code = {};   // the code blocks in it, in order
  PropertySource* properties = nullptr;  // asked while compiling only
};

// Asked now and then during a long match; returning false abandons the match.
class SafepointPoll {
 public:
  virtual bool poll() = 0;

 protected:
  ~SafepointPoll() = default;
};

class Regex;

// Runs the code blocks of a pattern during a match. `position` is where the match has come to, in
// bytes; `groups` is what the pattern that owns the block has captured so far. Must not throw: a
// false or null answer abandons the match.
class CodeRunner {
 public:
  // (?{ }) and, with `truth` asked for, the condition (?(?{ })...).
  virtual bool run(const Regex& owner, size_t block, size_t position, const MatchOffsets& groups,
                   bool* truth) = 0;
  // (??{ }): the pattern to go on with; borrowed, alive until the match is over.
  virtual Regex* pattern(const Regex& owner, size_t block, size_t position,
                         const MatchOffsets& groups) = 0;
  // The match has backtracked over the run() of that block at that position.
  virtual void undo(const Regex& owner, size_t block, size_t position) = 0;

 protected:
  ~CodeRunner() = default;
};

enum class MatchStatus : uint8_t {
  NoMatch,
  Match,
  Error,        // a limit was hit; RegexMachine::error() has the text
  Interrupted,  // SafepointPoll::poll returned false
};

// Bits for Regex::exec.
enum MatchOption : unsigned {
  // An empty match at `start` does not count (the /g rule after an empty match, perlre "Repeated
  // Patterns Matching a Zero-length Substring").
  NotEmptyAtStart = 1u << 0,
  // Only a match that begins at `start` counts. Slow: meant for rare uses, write \G otherwise.
  Anchored = 1u << 1,
};

// Scratch memory of the matcher: match data, JIT stack, last error. One per interpreter.
class RegexMachine {
 public:
  RegexMachine();
  ~RegexMachine();
  RegexMachine(const RegexMachine&) = delete;
  RegexMachine& operator=(const RegexMachine&) = delete;

  // Text of the last MatchStatus::Error, without " at FILE line N.".
  const std::string& error() const { return error_; }
  // Of the last match with a pattern that sets_marks(): the name met last, and whether there was
  // more to do than to see that nothing can match.
  const std::string& mark() const { return mark_; }
  bool has_run() const { return has_run_; }

 private:
  friend class Regex;
  friend struct RegexRun;
  friend class CodeMatch;

  void reserve(uint32_t groups);
  void note_mark();
  bool grow_jit_stack();

  pcre2_real_match_data_8* match_data_ = nullptr;
  pcre2_real_match_context_8* context_ = nullptr;
  pcre2_real_jit_stack_8* jit_stack_ = nullptr;
  uint32_t groups_ = 0;
  uint32_t match_limit_ = 0;
  bool has_run_ = false;
  std::string error_;
  std::string mark_;
};

struct LiteralShape;
struct TranslatedPattern;
struct RegexProgram;
struct PostponedProgram;

// A compiled pattern. Logically immutable; counted by hand with retain/release (starts at 1).
class Regex {
 public:
  // One name of a (?<name>...) group with all group numbers that carry it, ascending.
  using NamedGroup = std::pair<std::string, std::vector<uint32_t>>;

  // `pattern` is the text after interpolation; utf8 says whether its bytes are UTF-8 or Latin-1.
  // Returns null and fills `error` when perl would die, or when perlipc refuses a construct. The
  // empty pattern is compiled as such: "last successful pattern" is the caller's business.
  static Regex* compile(std::string_view pattern, bool utf8, const RegexFlags& flags,
                        RegexError& error, const RegexContext& context = {});

  // The code blocks, and what the owner of the pattern keeps with it to run them (closures).
  const std::vector<CodeSpan>& code() const { return code_; }
  bool has_code() const { return has_code_; }
  const std::shared_ptr<void>& binding() const { return binding_; }
  // The same pattern with another binding; counted once. Shares the compiled programs.
  Regex* bound_to(std::shared_ptr<void> binding) const;

  void retain() { ++references_; }
  void release() {
    if (--references_ == 0) delete this;
  }

  uint32_t capture_count() const { return capture_count_; }
  const std::vector<NamedGroup>& named_groups() const { return named_groups_; }
  // What a qr object of this pattern stringifies to, "(?^i:...)".
  const std::string& stringified() const { return stringified_; }
  // Whether pattern() and stringified() are UTF-8 encoded.
  bool pattern_utf8() const { return pattern_utf8_; }
  const std::string& pattern() const { return pattern_; }
  const RegexFlags& flags() const { return flags_; }
  const std::vector<RegexWarning>& warnings() const { return warnings_; }

  // True when the pattern has backtracking control verbs.
  bool sets_marks() const { return sets_marks_; }
  // True when the pattern mentions \G.
  bool uses_g_anchor() const { return uses_g_anchor_; }
  // What split needs to know (perlfunc split): a single space, or a leading ^ without /m.
  bool is_single_space() const { return pattern_ == " " && !flags_.x && !flags_.xx; }
  bool is_empty() const { return pattern_.empty(); }
  bool is_line_start() const { return pattern_ == "^"; }

  // Searches `subject` from byte `start` on; \G matches at `g_pos`. `poll` may be null. `out` is
  // written only on Match. Never allocates once machine and out have grown to the pattern.
  MatchStatus exec(RegexMachine& machine, std::string_view subject, bool utf8, size_t start,
                   unsigned options, size_t g_pos, MatchOffsets& out, SafepointPoll* poll) const;
  // The same for a pattern with code. The runner may match other patterns with other machines.
  MatchStatus exec_with_code(RegexMachine& machine, std::string_view subject, bool utf8,
                             size_t start, unsigned options, size_t g_pos, MatchOffsets& out,
                             CodeRunner& runner) const;

 private:
  friend struct RegexRun;
  friend class CodeMatch;

  Regex();
  ~Regex();
  Regex(const Regex& other) = default;
  RegexProgram* program(bool utf) const;
  bool build(bool utf, RegexError& error) const;
  bool build_translated(TranslatedPattern& translated, bool utf, RegexError& error) const;
  void set_literal(const LiteralShape& shape);
  MatchStatus exec_literal(std::string_view subject, bool utf8, size_t start, unsigned options,
                           MatchOffsets& out) const;
  MatchStatus exec_wide(RegexProgram& program, RegexMachine& machine, std::string_view subject,
                        size_t start, uint32_t options, MatchOffsets& out,
                        SafepointPoll* poll) const;
  uint32_t last_closed_group(const MatchOffsets& offsets) const;

  uint32_t references_ = 1;
  uint32_t capture_count_ = 0;
  bool source_utf8_ = false;
  bool pattern_utf8_ = false;
  bool uses_g_anchor_ = false;
  bool sets_marks_ = false;
  bool has_code_ = false;
  bool literal_ = false;  // nothing but literal text, maybe anchored
  bool literal_at_start_ = false;
  bool literal_at_end_ = false;
  bool literal_before_newline_ = false;  // $ and \Z: also before a last newline
  bool literal_in_bytes_ = false;        // can occur in a byte string at all
  RegexFlags flags_;
  std::string pattern_;
  std::string stringified_;
  std::string literal_bytes_;  // Latin-1 form
  std::string literal_utf8_;
  std::vector<NamedGroup> named_groups_;
  std::vector<RegexWarning> warnings_;
  std::vector<uint32_t> close_order_;    // rank of each group's closing parenthesis
  std::vector<bool> inside_lookaround_;  // by group
  std::vector<CodeSpan> code_;
  bool postpones_ = false;  // has a (??{ })
  std::shared_ptr<void> binding_;
  std::shared_ptr<PropertyTable> properties_;  // what the property source has answered
  mutable std::shared_ptr<RegexProgram> byte_program_;
  mutable std::shared_ptr<RegexProgram> utf_program_;
  mutable std::shared_ptr<PostponedProgram> postponed_[2];  // by encoding
};

}  // namespace perlipc
