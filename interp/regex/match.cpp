// Running compiled patterns. Order of attempts: memmem for literals, JIT code, JIT code with a
// larger stack, PCRE2's interpreter; a match that runs long stops for the safepoint poll and starts
// again with twice the budget.

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "interp/regex/program.h"
#include "interp/regex/regex.h"

namespace perlipc {
namespace {

constexpr uint32_t first_match_limit = 2'000'000;  // some ten milliseconds
constexpr size_t jit_stack_start = 64 * 1024;
constexpr size_t jit_stack_limit = 128 * 1024 * 1024;
constexpr uint32_t heap_limit_kib = 1024 * 1024;
constexpr size_t required_pays_from = 4096;
constexpr size_t jit_pays_after = 384;  // bytes of subject plus a share per call

static_assert(sizeof(MatchOffsets::Span) == 2 * sizeof(PCRE2_SIZE));
static_assert(MatchOffsets::npos == PCRE2_UNSET);

// (?C1) stands for a \G that is not in front of the pattern.
int check_g_anchor(pcre2_callout_block* block, void* position) {
  return block->current_position == *static_cast<const size_t*>(position) ? 0 : 1;
}

size_t step_back(std::string_view subject, bool utf8, size_t position, int characters) {
  for (; characters > 0 && position > 0; --characters) {
    --position;
    while (utf8 && position > 0 && (static_cast<uint8_t>(subject[position]) & 0xc0) == 0x80) {
      --position;
    }
  }
  return position;
}

// memmem sets up a table first: for short subjects a scan for the first byte is faster.
size_t find_literal(std::string_view subject, size_t start, const std::string& text) {
  constexpr size_t memmem_pays_from = 256;
  const char* at = subject.data() + start;
  size_t left = subject.size() - start;
  const char* hit = at;
  if (text.size() > 1 && left >= memmem_pays_from) {
    hit = static_cast<const char*>(memmem(at, left, text.data(), text.size()));
  } else if (!text.empty()) {
    const char* last = at + left - text.size() + 1;
    for (hit = text.size() > left ? nullptr : at; hit != nullptr; ++hit) {
      size_t room = static_cast<size_t>(last - hit);
      hit = static_cast<const char*>(std::memchr(hit, text[0], room));
      if (hit == nullptr || std::memcmp(hit, text.data(), text.size()) == 0) break;
    }
  }
  return hit == nullptr ? std::string_view::npos : static_cast<size_t>(hit - subject.data());
}

void prepare_jit(RegexProgram& program, size_t length) {
  if (program.jit_tried) return;
  program.work += length + 64;
  if (program.work < jit_pays_after) return;
  program.jit_tried = true;
  program.jit = pcre2_jit_compile(program.code, PCRE2_JIT_COMPLETE) == 0;
}

}  // namespace

std::string match_failure(int error) {
  switch (error) {
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_JIT_STACKLIMIT:
    case PCRE2_ERROR_NOMEMORY:
      return "Complex regular subexpression recursion limit (65534) exceeded";
    case PCRE2_ERROR_RECURSELOOP: return "Infinite recursion in regex";
    default: return "Match failed with PCRE2 error " + std::to_string(error);
  }
}

RegexMachine::RegexMachine() : context_(pcre2_match_context_create(nullptr)) {
  match_limit_ = first_match_limit;
  pcre2_set_match_limit(context_, match_limit_);
  pcre2_set_heap_limit(context_, heap_limit_kib);
  pcre2_set_depth_limit(context_, UINT32_MAX);
}

RegexMachine::~RegexMachine() {
  pcre2_match_data_free(match_data_);
  pcre2_match_context_free(context_);
  pcre2_jit_stack_free(jit_stack_);
}

void RegexMachine::reserve(uint32_t groups) {
  if (match_data_ != nullptr && groups <= groups_) return;
  pcre2_match_data_free(match_data_);
  groups_ = groups < 16 ? 16 : groups;
  match_data_ = pcre2_match_data_create(groups_, nullptr);
}

void RegexMachine::note_mark() {
  PCRE2_SPTR mark = pcre2_get_mark(match_data_);
  mark_ = mark == nullptr ? std::string() : reinterpret_cast<const char*>(mark);
  has_run_ = true;
}

bool RegexMachine::grow_jit_stack() {
  if (jit_stack_ != nullptr) return false;
  jit_stack_ = pcre2_jit_stack_create(jit_stack_start, jit_stack_limit, nullptr);
  if (jit_stack_ == nullptr) return false;
  pcre2_jit_stack_assign(context_, nullptr, jit_stack_);
  return true;
}

// One exec call that did not go through the fast path.
struct RegexRun {
  RegexMachine& machine;
  const RegexProgram& program;
  PCRE2_SPTR subject;
  size_t length;
  size_t start;
  uint32_t options;
  bool use_jit;
  SafepointPoll* poll;

  int once() const {
    if (use_jit) {
      return pcre2_jit_match(program.code, subject, length, start, options, machine.match_data_,
                             machine.context_);
    }
    return pcre2_match(program.code, subject, length, start, options | PCRE2_NO_JIT,
                       machine.match_data_, machine.context_);
  }

  void set_limit(uint32_t limit) const {
    machine.match_limit_ = limit;
    pcre2_set_match_limit(machine.context_, limit);
  }

  // Nested repeats can take exponential time to fail. PCRE2's breadth-first matcher cannot say what
  // the groups hold, but whether and where a match begins, in polynomial time.
  bool probe(int& result) {
    constexpr size_t longest_probe = 4096;
    if (program.utf || program.g_anchor == GAnchor::Floating || length - start > longest_probe) {
      return false;
    }
    std::vector<int> workspace(20'000);
    result = pcre2_dfa_match(program.code, subject, length, start, options, machine.match_data_,
                             machine.context_, workspace.data(), workspace.size());
    if (result == PCRE2_ERROR_NOMATCH) return true;
    if (result >= 0) {
      size_t found = pcre2_get_ovector_pointer(machine.match_data_)[0];
      if (found > start && program.g_anchor == GAnchor::None) {
        start = found;
        options &= ~uint32_t{PCRE2_NOTEMPTY_ATSTART};
      }
    }
    return false;
  }

  // Goes on from the result of a first attempt; false for an abandoned match.
  bool finish(int& result) {
    bool keep_going = true;
    bool probed = false;
    for (;;) {
      if (result == PCRE2_ERROR_JIT_STACKLIMIT) {
        if (!machine.grow_jit_stack()) use_jit = false;
      } else if (result == PCRE2_ERROR_MATCHLIMIT && machine.match_limit_ < UINT32_MAX) {
        if (poll != nullptr && !poll->poll()) {
          keep_going = false;
          break;
        }
        if (!probed && probe(result)) break;
        probed = true;
        set_limit(machine.match_limit_ > UINT32_MAX / 2 ? UINT32_MAX : machine.match_limit_ * 2);
      } else {
        break;
      }
      result = once();
    }
    if (machine.match_limit_ != first_match_limit) set_limit(first_match_limit);
    return keep_going;
  }
};

RegexProgram* Regex::program(bool utf) const {
  std::shared_ptr<RegexProgram>& slot = utf ? utf_program_ : byte_program_;
  if (slot == nullptr) {
    RegexError error;
    if (!build(utf, error)) return nullptr;
  }
  return slot.get();
}

// perlvar $^N: the group closed last. Text that ends later was closed later; where that says
// nothing (equal ends, lookaround) the order of the closing parentheses decides.
uint32_t Regex::last_closed_group(const MatchOffsets& offsets) const {
  uint32_t best = 0;
  for (uint32_t group = 1; group <= capture_count_; ++group) {
    if (!offsets.matched(group)) continue;
    if (best == 0) {
      best = group;
      continue;
    }
    bool by_order = offsets.end(group) == offsets.end(best) || inside_lookaround_[group] ||
                    inside_lookaround_[best];
    bool later = by_order ? close_order_[group] > close_order_[best]
                          : offsets.end(group) > offsets.end(best);
    if (later) best = group;
  }
  return best;
}

MatchStatus Regex::exec_literal(std::string_view subject, bool utf8, size_t start, unsigned options,
                                MatchOffsets& out) const {
  if (!utf8 && !literal_in_bytes_) return MatchStatus::NoMatch;
  const std::string& text = utf8 ? literal_utf8_ : literal_bytes_;
  size_t length = text.size();
  auto occurs_at = [&](size_t at) {
    return at >= start && subject.size() >= length && at <= subject.size() - length &&
           std::memcmp(subject.data() + at, text.data(), length) == 0;
  };
  size_t found = std::string_view::npos;
  if (!literal_at_end_) {
    if (literal_at_start_ || (options & Anchored) != 0) {
      size_t at = literal_at_start_ ? 0 : start;
      if (occurs_at(at)) found = at;
    } else {
      found = find_literal(subject, start, text);
    }
  } else {
    size_t tail = subject.size();
    bool newline = literal_before_newline_ && tail > 0 && subject[tail - 1] == '\n';
    for (size_t end : {newline ? tail - 1 : tail, tail}) {
      if (end < length) continue;
      size_t at = end - length;
      if (literal_at_start_ && at != 0) continue;
      if ((options & Anchored) != 0 && at != start) continue;
      if (occurs_at(at)) {
        found = at;
        break;
      }
    }
  }
  if (found == std::string_view::npos) return MatchStatus::NoMatch;
  *out.prepare(1) = {found, found + length};
  out.last_paren = 0;
  out.last_closed = 0;
  return MatchStatus::Match;
}

MatchStatus Regex::exec_wide(RegexProgram& program, RegexMachine& machine, std::string_view subject,
                             size_t start, uint32_t options, MatchOffsets& out,
                             SafepointPoll* poll) const {
  int result = 0;
  std::vector<MatchOffsets::Span> spans(capture_count_ + 1);
  if (!program.wide->match(subject, start, options, poll, result, spans.data(), spans.size())) {
    return MatchStatus::Interrupted;
  }
  if (result == PCRE2_ERROR_NOMATCH) return MatchStatus::NoMatch;
  if (result < 0) {
    machine.error_ = match_failure(result);
    return MatchStatus::Error;
  }
  std::copy(spans.begin(), spans.end(), out.prepare(spans.size()));
  out.last_paren = result > 1 ? static_cast<uint32_t>(result - 1) : 0;
  out.last_closed = capture_count_ > 1 ? last_closed_group(out) : out.last_paren;
  return MatchStatus::Match;
}

MatchStatus Regex::exec(RegexMachine& machine, std::string_view subject, bool utf8, size_t start,
                        unsigned options, size_t g_pos, MatchOffsets& out,
                        SafepointPoll* poll) const {
  machine.has_run_ = false;
  if (start > subject.size()) return MatchStatus::NoMatch;
  if (subject.data() == nullptr) subject = std::string_view("", 0);
  // Empty literals can be refused by NotEmptyAtStart: PCRE2 knows how.
  if (literal_ && ((options & NotEmptyAtStart) == 0 || !literal_utf8_.empty())) {
    return exec_literal(subject, utf8, start, options, out);
  }
  RegexProgram* code = (utf8 ? utf_program_ : byte_program_).get();
  if (code == nullptr) {
    code = program(utf8);
    if (code == nullptr) {
      machine.error_ = "Pattern cannot be compiled for this string";
      return MatchStatus::Error;
    }
  }
  // PCRE2 looks for such a byte in short subjects only; perl knows at once that there is no match.
  if (code->required >= 0 && subject.size() - start >= required_pays_from &&
      std::memchr(subject.data() + start, code->required, subject.size() - start) == nullptr) {
    return MatchStatus::NoMatch;
  }
  if (!code->jit) prepare_jit(*code, subject.size() - start);
  machine.reserve(capture_count_ + 1);

  uint32_t match_options = (options & NotEmptyAtStart) != 0 ? PCRE2_NOTEMPTY_ATSTART : 0;
  bool use_jit = code->jit;
  if ((options & Anchored) != 0) {
    match_options |= PCRE2_ANCHORED;
    use_jit = false;
  }
  if (code->g_anchor != GAnchor::None) {
    if (g_pos > subject.size()) return MatchStatus::NoMatch;
    if (code->g_anchor == GAnchor::Leading) {
      start = g_pos;
    } else {
      pcre2_set_callout(machine.context_, check_g_anchor, &g_pos);
      if (start > g_pos) {
        // The caller has gone on since: what lies before is done.
      } else if (code->g_back_characters < 0) {
        start = 0;
      } else if (code->g_back_characters > 0) {
        start = step_back(subject, utf8, g_pos, code->g_back_characters);
      }
    }
  }

  if (code->tail >= 0 && subject.size() - start > static_cast<size_t>(code->tail) + 1) {
    size_t tail = step_back(subject, utf8, subject.size(), code->tail + 1);
    if (tail > start && code->g_anchor == GAnchor::None && (options & Anchored) == 0) {
      start = tail;
      match_options &= ~uint32_t{PCRE2_NOTEMPTY_ATSTART};
    }
  }

  if (code->wide != nullptr) [[unlikely]] {
    return exec_wide(*code, machine, subject, start, match_options, out, poll);
  }

  RegexRun run{machine,        *code, reinterpret_cast<PCRE2_SPTR>(subject.data()),
               subject.size(), start, match_options,
               use_jit,        poll};
  int result = run.once();
  if (sets_marks_) [[unlikely]]
    machine.note_mark();
  if (result == PCRE2_ERROR_NOMATCH) return MatchStatus::NoMatch;
  if (result < 0) {
    if (!run.finish(result)) return MatchStatus::Interrupted;
    if (result == PCRE2_ERROR_NOMATCH) return MatchStatus::NoMatch;
    if (result < 0) {
      machine.error_ = match_failure(result);
      return MatchStatus::Error;
    }
  }
  MatchOffsets::Span* spans = out.prepare(capture_count_ + 1);
  std::memcpy(static_cast<void*>(spans), pcre2_get_ovector_pointer(machine.match_data_),
              (capture_count_ + 1) * sizeof(MatchOffsets::Span));
  out.last_paren = result > 1 ? static_cast<uint32_t>(result - 1) : 0;
  out.last_closed = capture_count_ > 1 ? last_closed_group(out) : out.last_paren;
  return MatchStatus::Match;
}

}  // namespace perlipc
