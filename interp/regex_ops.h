// Regex operations of the VM: pattern plans made by the compiler, match state kept per frame.
#pragma once
#include "interp/regex/regex.h"
#include "interp/regex/transliterate.h"
#include "interp/value/convert.h"
#include "interp/value/warnings.h"
#include <memory>
#include <string>
#include <unordered_map>

namespace perlipc {

namespace MatchPart {
constexpr unsigned Before = 0x7f01, After = 0x7f02, LastParen = 0x7f03, LastClosed = 0x7f04;
// ${^PREMATCH} ${^MATCH} ${^POSTMATCH}: only of a pattern with /p.
constexpr unsigned KeptBefore = 0x7f05, Kept = 0x7f06, KeptAfter = 0x7f07;
constexpr unsigned None = 0xffff;
// What a variable of package main is called reads from the last match ("&", "1", "\x10REMATCH").
unsigned of_name(std::string_view name);
}  // namespace MatchPart

inline Warning regex_warning(RegexWarning::Category category) {
  switch (category) {
    case RegexWarning::Deprecated: return Warning::Deprecated;
    case RegexWarning::Experimental: return Warning::Experimental;
    default: return Warning::Regexp;
  }
}

// Keeps a pattern alive while code runs that might replace it at its site. Null is allowed.
class RegexHold {
 public:
  explicit RegexHold(Regex* r) : r_(r) {
    if (r_) r_->retain();
  }
  RegexHold(const RegexHold&) = delete;
  ~RegexHold() {
    if (r_) r_->release();
  }
  Regex* get() const { return r_; }

 private:
  Regex* r_;
};

// How split searches for the pattern `of` (owned): found out at first use.
struct SplitShape {
  enum class Kind : std::uint8_t { General, Literal, Characters, Spaces };
  Kind kind = Kind::General;
  Regex* of = nullptr;
  Regex* lines = nullptr;  // /^/ as /^/m (owned)
  std::string text;        // Literal
  SplitShape() = default;
  SplitShape(const SplitShape&) = delete;
  ~SplitShape() {
    if (of) of->release();
    if (lines) lines->release();
  }
};

struct MatchState;

// Patterns with code blocks (perlre "(?{ code })"). The closures are the regex's binding.
struct CodeClosures {
  std::vector<Value> items;  // code references, as Regex::code() has the blocks
};
struct CodePlan {
  struct Part {
    unsigned index;  // among the pieces of the pattern
    Value text;      // the block's source
  };
  std::vector<Part> parts;  // written at the site
  Value text;               // pattern text of `regex`
  Regex* regex = nullptr;   // compiled, without closures (owned)
  int eval_site = -1;       // of the function, for `use re 'eval'`
  std::uint16_t eval_slot = 0;
  CodePlan() = default;
  CodePlan(const CodePlan&) = delete;
  ~CodePlan() {
    if (regex) regex->release();
  }
};

// One m//, s///, qr// or split site.
struct PatternPlan {
  RegexFlags flags;
  bool constant = false, utf8 = false;
  bool global = false, keep_pos = false, once = false, copy = false;
  bool match_once = false;         // m??
  std::uint64_t matched_once = 0;  // in that generation of its package's matches
  bool keeps_taint = false;        // use re 'taint'
  bool awk = false, awk_if_space = false, space_pattern = false;
  unsigned parts = 0;      // pieces of an interpolated pattern on the stack
  std::string text;        // constant pattern
  Regex* regex = nullptr;  // constant, or the last one used at this site (owned)
  std::string last_text;   // pattern text of `regex` for run-time patterns
  bool last_utf8 = false;
  bool from_object = false;     // `regex` came from a qr object
  MatchState* state = nullptr;  // of the last match here, while a frame still shows it
  SplitShape split;
  std::unique_ptr<CodePlan> code;  // null: neither code here nor use re 'eval'
  ~PatternPlan();
  // split /^/ means split /^/m (perlfunc split).
  void multi_line() {
    if (regex) regex->release();
    flags.m = true;
    RegexError error;
    regex = Regex::compile(text, utf8, flags, error);
  }
};

// A qr// object's body: what a blessed "Regexp" scalar holds.
struct RegexValue : Referent {
  Regex* regex;  // owned
  explicit RegexValue(Regex* r) : Referent(Type::Regex), regex(r) {}
};

// What $1, $& and friends read. Held by frames' match slots. As in perl there is one for each site:
// a match there, in a recursive call too, shows in every frame that looks at the site's last match.
struct MatchState : HeapObject {
  MatchState() : HeapObject(Type::MatchState) {}
  PatternPlan* home = nullptr;
  Regex* regex = nullptr;  // owned
  MatchOffsets offsets;
  bool tainted = false;  // use re 'taint', and the subject was tainted
  // Blocks come and go with their matches: a few states are kept, memory and all, for the next one.
  static MatchState* take();            // counted once
  static void put_back(MatchState* m);  // nobody holds it any more

  void set_subject(String* s) {
    if (s != subject_) {
      s->retain();
      drop_subject();
      subject_ = s;
      window_ = s->add_window();
    }
    text_ = s->view();
  }
  void drop_subject();
  bool has_subject() const { return subject_ != nullptr; }
  Value part(std::size_t start, std::size_t end) const;
  Value before() const { return part(0, offsets.start(0)); }
  Value after() const { return part(offsets.end(0), text_.size()); }
  // Characters of the subject before a byte of it.
  std::size_t chars_before(std::size_t byte) const;

 private:
  String* subject_ = nullptr;  // owned
  std::string_view text_;      // it, as it was matched
  bool window_ = false;        // counted among the subject's windows
};

inline PatternPlan::~PatternPlan() {
  if (regex) regex->release();
  if (state) state->home = nullptr;
}

inline Value substring(const String* s, std::size_t start, std::size_t end) {
  if (start == 0 && end == s->length) return Value::share(const_cast<String*>(s));
  return Value::string(s->view().substr(start, end - start), s->utf8());
}

inline void MatchState::drop_subject() {
  if (subject_ == nullptr) return;
  if (window_) subject_->remove_window();
  window_ = false;
  std::exchange(subject_, nullptr)->release();
}
inline Value MatchState::part(std::size_t start, std::size_t end) const {
  if (end - start == subject_->length && text_.data() == subject_->data)
    return substring(subject_, start, end);
  return Value::string(text_.substr(start, end - start), subject_->utf8());
}
inline std::size_t MatchState::chars_before(std::size_t byte) const {
  if (text_.data() == subject_->data) return subject_->chars_before(byte);
  return subject_->utf8() ? utf8_length(text_.substr(0, byte)) : byte;
}

// Where m// begins to search.
struct SearchStart {
  std::size_t byte = 0, g_pos = 0;
  unsigned options = 0;
};

// pos() of one place. Holds when the place still has the value that was matched.
struct Position {
  Value owner;  // the boxed scalar, or the text of a constant: keeps the key's address
  Value seen;   // what the scalar held; sharing it makes a change visible
  std::size_t byte = 0;
  bool empty = false;  // the last match there was empty: the next one must not be (perlre)
};

// Every place that has a pos(). Entries keep their scalar alive; dead ones go now and then.
class PositionTable {
 public:
  bool empty() const { return filter_ == 0; }
  Position* find(const void* key) {
    if (key == last_key_) return last_;
    if (!(filter_ & bit(key))) return nullptr;
    auto it = map_.find(key);
    if (it == map_.end()) return nullptr;
    last_key_ = key;
    return last_ = &it->second;
  }
  Position& make(const void* key, Value owner);
  void erase(const void* key) {
    if (filter_ & bit(key)) erase_found(key);
  }

 private:
  static constexpr std::size_t kPruneAt = 16;
  static std::uint64_t bit(const void* key) {
    return std::uint64_t{1} << ((reinterpret_cast<std::uintptr_t>(key) * 0x9e3779b97f4a7c15u) >>
                                58);
  }
  void erase_found(const void* key);
  void prune();
  std::unordered_map<const void*, Position> map_;
  const void* last_key_ = nullptr;  // most recently used entry
  Position* last_ = nullptr;
  std::uint64_t filter_ = 0;  // bits of all keys, maybe more
  std::size_t prune_at_ = kPruneAt;
};

}  // namespace perlipc
