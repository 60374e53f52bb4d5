// Matching patterns with code: PCRE2's interpreter calls back where a block stands. What a (??{ })
// yields becomes a group of a larger program; the match starts again and is led to the same place
// by the record of what the blocks said, without running them twice.

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "interp/regex/program.h"
#include "interp/regex/regex.h"
#include "interp/regex/translate.h"

namespace perlipc {

const uint32_t code_options = PCRE2_NO_AUTO_POSSESS | PCRE2_NO_DOTSTAR_ANCHOR;

// A pattern with (??{ }), and behind it as groups those that its blocks have yielded so far:
//   PATTERN (?(DEFINE) (?<postponed> (?C{s0})(?N0) | (?C{s1})(?N1) | ... | (*FAIL)) (P0) (P1) ...)
struct PostponedProgram {
  struct Part {
    const Regex* regex = nullptr;
    Regex* held = nullptr;  // counted; null for the pattern itself, which would keep itself alive
    uint32_t group = 0;     // of the program
    size_t first_code = 0;
    std::string text;
  };

  PostponedProgram() = default;
  PostponedProgram(const PostponedProgram&) = delete;
  PostponedProgram& operator=(const PostponedProgram&) = delete;
  ~PostponedProgram() {
    for (const Part& part : parts) {
      if (part.held != nullptr) part.held->release();
    }
  }

  std::string text;  // of the pattern proper
  RegexFlags flags;
  bool utf = false;
  std::vector<Part> parts;
  uint32_t groups = 0;  // used so far, group 0 included
  size_t codes = 0;
  RegexProgram program;

  int compile();
};

namespace {

// Beyond this many yielded patterns a program is begun anew with the next match.
constexpr size_t most_parts = 64;

std::string inline_flags(const RegexFlags& flags) {
  std::string letters;
  if (flags.i) letters += 'i';
  if (flags.m) letters += 'm';
  if (flags.s) letters += 's';
  return "(?^" + letters + ":";
}

}  // namespace

int PostponedProgram::compile() {
  std::string all = text + "(?(DEFINE)(?<" + std::string(postponed_group) + ">";
  for (size_t n = 0; n < parts.size(); ++n) {
    all += "(?C{s" + std::to_string(n) + "})(?" + std::to_string(parts[n].group) + ")|";
  }
  all += "(*FAIL))";
  for (const Part& part : parts) {
    all += "(" + inline_flags(part.regex->flags()) + part.text + "))";
  }
  all += ')';
  pcre2_code_free(program.code);
  int code = 0;
  program.code = compile_text(all, flags, utf, !utf, code_options | PCRE2_NO_START_OPTIMIZE, code);
  return code;
}

// One match of a pattern with code.
class CodeMatch {
 public:
  CodeMatch(const Regex& regex, RegexMachine& machine, std::string_view subject, bool utf8,
            size_t g_pos, CodeRunner& runner)
      : regex_(regex), machine_(machine), subject_(subject), utf8_(utf8), g_pos_(g_pos),
        runner_(runner) {}

  MatchStatus run(size_t start, uint32_t options, MatchOffsets& out);

 private:
  enum class Event : uint8_t { Ran, True, False, Undone, Chosen };
  struct Entry {
    Event event;
    size_t part = 0;
  };
  struct Owner {
    const Regex* regex;
    size_t block;
    uint32_t group;
  };

  static int callout(pcre2_callout_block* block, void* self) {
    return static_cast<CodeMatch*>(self)->called(*block);
  }
  int called(const pcre2_callout_block& block);
  int run_block(const pcre2_callout_block& block, size_t number, bool condition);
  int choose(const pcre2_callout_block& block, size_t number);
  Owner owner_of(size_t number) const;
  void read_groups(const pcre2_callout_block& block, const Owner& owner);
  bool prepare();
  bool add_part();
  bool replaying() const { return replayed_ < log_.size(); }
  void note(Event event, size_t part = 0) {
    if (!regex_.postpones_) return;
    log_.push_back({event, part});
    replayed_ = log_.size();
  }

  const Regex& regex_;
  RegexMachine& machine_;
  std::string_view subject_;
  bool utf8_;
  size_t g_pos_;
  CodeRunner& runner_;
  RegexProgram* program_ = nullptr;
  std::shared_ptr<PostponedProgram> postponed_;
  MatchOffsets groups_;
  std::vector<Entry> log_;
  size_t replayed_ = 0;
  static constexpr size_t none = static_cast<size_t>(-1);
  size_t pending_ = none;      // the part a (??{ }) has just chosen
  Regex* new_part_ = nullptr;  // the match has to start again with this one
  size_t part_start_ = 0;      // where the part entered last begins
};

CodeMatch::Owner CodeMatch::owner_of(size_t number) const {
  if (number < regex_.code_.size()) return {&regex_, number, 0};
  for (const PostponedProgram::Part& part : postponed_->parts) {
    size_t end = part.first_code + part.regex->code().size();
    if (number >= part.first_code && number < end) {
      return {part.regex, number - part.first_code, part.group};
    }
  }
  return {&regex_, 0, 0};
}

void CodeMatch::read_groups(const pcre2_callout_block& block, const Owner& owner) {
  uint32_t count = owner.regex->capture_count() + 1;
  MatchOffsets::Span* spans = groups_.prepare(count);
  groups_.last_paren = 0;
  spans[0] = {owner.group == 0 ? block.start_match : part_start_, block.current_position};
  for (uint32_t n = 1; n < count; ++n) {
    uint32_t group = owner.group + n;
    bool set = group < block.capture_top && block.offset_vector[2 * group] != PCRE2_UNSET;
    spans[n] =
        set ? MatchOffsets::Span{block.offset_vector[2 * group], block.offset_vector[2 * group + 1]}
            : MatchOffsets::Span{};
    if (set) groups_.last_paren = n;
  }
  bool closed = block.capture_last > owner.group && block.capture_last < owner.group + count;
  groups_.last_closed =
      closed ? block.capture_last - owner.group : owner.regex->last_closed_group(groups_);
}

int CodeMatch::run_block(const pcre2_callout_block& block, size_t number, bool condition) {
  if (replaying()) return log_[replayed_++].event == Event::False ? 1 : 0;
  Owner owner = owner_of(number);
  read_groups(block, owner);
  bool truth = true;
  if (!runner_.run(*owner.regex, owner.block, block.current_position, groups_,
                   condition ? &truth : nullptr)) {
    return PCRE2_ERROR_CALLOUT;
  }
  note(!condition ? Event::Ran : truth ? Event::True : Event::False);
  return truth ? 0 : 1;
}

int CodeMatch::choose(const pcre2_callout_block& block, size_t number) {
  part_start_ = block.current_position;
  if (replaying()) {
    pending_ = log_[replayed_++].part;
    return 0;
  }
  Owner owner = owner_of(number);
  read_groups(block, owner);
  Regex* wanted = runner_.pattern(*owner.regex, owner.block, block.current_position, groups_);
  if (wanted == nullptr) return PCRE2_ERROR_CALLOUT;
  const auto& parts = postponed_->parts;
  auto known = std::find_if(parts.begin(), parts.end(),
                            [&](const auto& part) { return part.regex == wanted; });
  pending_ = static_cast<size_t>(known - parts.begin());
  note(Event::Chosen, pending_);
  if (known != parts.end()) return 0;
  new_part_ = wanted;
  return PCRE2_ERROR_CALLOUT;
}

int CodeMatch::called(const pcre2_callout_block& block) {
  if (block.callout_string == nullptr) return block.current_position == g_pos_ ? 0 : 1;
  const char* text = reinterpret_cast<const char*>(block.callout_string);
  size_t number = 0;
  std::from_chars(text + 1, text + block.callout_string_length, number);
  switch (*text) {
    case 'r': return run_block(block, number, false);
    case 'c': return run_block(block, number, true);
    case 'p': return choose(block, number);
    case 's':
      if (pending_ != number) return 1;
      pending_ = none;
      return 0;
    default: break;
  }
  if (replaying()) {
    ++replayed_;
  } else {
    Owner owner = owner_of(number);
    runner_.undo(*owner.regex, owner.block, block.current_position);
    note(Event::Undone);
  }
  return 0;
}

bool CodeMatch::prepare() {
  if (!regex_.postpones_) {
    program_ = regex_.program(utf8_);
    return program_ != nullptr;
  }
  std::shared_ptr<PostponedProgram>& kept = regex_.postponed_[utf8_ ? 1 : 0];
  if (kept == nullptr || kept->parts.size() > most_parts || kept.use_count() > 1) {
    TranslateOptions options;
    options.code = regex_.code_;
    options.properties = regex_.properties_.get();
    options.latin1_tables = !utf8_;
    TranslatedPattern translated;
    RegexError error;
    std::u32string source = decode_pattern(regex_.pattern_, regex_.pattern_utf8_);
    SubjectEncoding encoding = utf8_ ? SubjectEncoding::Utf8 : SubjectEncoding::Bytes;
    if (!translate_pattern(source, regex_.source_utf8_, regex_.flags_, encoding, translated, error,
                           options)) {
      return false;
    }
    auto made = std::make_shared<PostponedProgram>();
    made->text = std::move(translated.text);
    made->flags = regex_.flags_;
    made->utf = utf8_;
    made->groups = regex_.capture_count_ + 2;
    made->codes = regex_.code_.size();
    made->program.utf = utf8_;
    made->program.g_anchor = translated.g_anchor;
    made->program.g_back_characters = translated.g_back_characters;
    if (made->compile(); made->program.code == nullptr) return false;
    kept = made;
  }
  postponed_ = kept;
  program_ = &postponed_->program;
  return true;
}

bool CodeMatch::add_part() {
  Regex* regex = std::exchange(new_part_, nullptr);
  PostponedProgram::Part part;
  part.regex = regex;
  part.group = postponed_->groups;
  part.first_code = postponed_->codes;
  TranslateOptions options;
  options.code = regex->code_;
  options.properties = regex->properties_.get();
  options.first_code = part.first_code;
  options.group_base = part.group;
  options.latin1_tables = !utf8_;
  TranslatedPattern translated;
  RegexError error;
  std::u32string source = decode_pattern(regex->pattern_, regex->pattern_utf8_);
  SubjectEncoding encoding = utf8_ ? SubjectEncoding::Utf8 : SubjectEncoding::Bytes;
  if (!translate_pattern(source, regex->source_utf8_, regex->flags_, encoding, translated, error,
                         options)) {
    machine_.error_ = error.message;
    return false;
  }
  part.text = std::move(translated.text);
  if (regex != &regex_) {
    regex->retain();
    part.held = regex;
  }
  postponed_->groups += regex->capture_count_ + 1;
  postponed_->codes += regex->code_.size();
  postponed_->parts.push_back(std::move(part));
  if (postponed_->compile(); postponed_->program.code == nullptr) {
    machine_.error_ = "Unsupported pattern in (??{...})";
    return false;
  }
  return true;
}

MatchStatus CodeMatch::run(size_t start, uint32_t options, MatchOffsets& out) {
  if (!prepare()) {
    machine_.error_ = "Pattern cannot be compiled for this string";
    return MatchStatus::Error;
  }
  if (program_->g_anchor == GAnchor::Leading) start = g_pos_;
  else if (program_->g_anchor == GAnchor::Floating) start = 0;
  pcre2_set_callout(machine_.context_, callout, this);
  pcre2_set_match_limit(machine_.context_, UINT32_MAX);
  int result;
  for (;;) {
    machine_.reserve(postponed_ ? postponed_->groups : regex_.capture_count_ + 1);
    replayed_ = 0;
    pending_ = none;
    result =
        pcre2_match(program_->code, reinterpret_cast<PCRE2_SPTR>(subject_.data()), subject_.size(),
                    start, options | PCRE2_NO_JIT, machine_.match_data_, machine_.context_);
    if (result != PCRE2_ERROR_CALLOUT) break;
    if (new_part_ == nullptr) return MatchStatus::Interrupted;
    if (!add_part()) return MatchStatus::Error;
  }
  if (regex_.sets_marks_) machine_.note_mark();
  if (result == PCRE2_ERROR_NOMATCH) return MatchStatus::NoMatch;
  if (result < 0) {
    machine_.error_ = match_failure(result);
    return MatchStatus::Error;
  }
  uint32_t count = regex_.capture_count_ + 1;
  MatchOffsets::Span* spans = out.prepare(count);
  std::memcpy(static_cast<void*>(spans), pcre2_get_ovector_pointer(machine_.match_data_),
              count * sizeof(MatchOffsets::Span));
  out.last_paren = 0;
  for (uint32_t group = 1; group < count; ++group) {
    if (out.matched(group)) out.last_paren = group;
  }
  out.last_closed = regex_.last_closed_group(out);
  return MatchStatus::Match;
}

MatchStatus Regex::exec_with_code(RegexMachine& machine, std::string_view subject, bool utf8,
                                  size_t start, unsigned options, size_t g_pos, MatchOffsets& out,
                                  CodeRunner& runner) const {
  if (start > subject.size() || g_pos > subject.size()) return MatchStatus::NoMatch;
  if (subject.data() == nullptr) subject = std::string_view("", 0);
  uint32_t match_options = (options & NotEmptyAtStart) != 0 ? PCRE2_NOTEMPTY_ATSTART : 0;
  if ((options & Anchored) != 0) match_options |= PCRE2_ANCHORED;
  return CodeMatch(*this, machine, subject, utf8, g_pos, runner).run(start, match_options, out);
}

}  // namespace perlipc
