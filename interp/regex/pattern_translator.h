// The recursive-descent translator behind translate_pattern; private to the regex folder. One
// object makes one pass over a pattern. A pass that meets something only the whole pattern can
// decide (names defined later, a construct that forces Unicode rules) asks for another one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interp/regex/char_class.h"
#include "interp/regex/code_ranges.h"
#include "interp/regex/full_folds.h"
#include "interp/regex/translate.h"

namespace perlipc {

// What one pass learns and the next one needs.
struct PatternFacts {
  bool complete = false;  // a whole pass has been made
  bool unicode = false;
  bool latin1_tables = false;
  bool floating_g = false;
  bool shows_unicode = false;
  uint32_t group_count = 0;
  std::vector<Regex::NamedGroup> names;
};

// Leaves the recursive descent; caught in translate_pattern.
struct PatternFailure {
  RegexError error;
};

class PatternTranslator {
 public:
  PatternTranslator(const std::u32string& source, bool utf8, const RegexFlags& flags,
                    SubjectEncoding encoding, const PatternFacts& facts,
                    const TranslateOptions& options, TranslatedPattern& result);

  // Throws PatternFailure. True when the result stands, false when another pass with facts() is
  // due.
  bool run();
  PatternFacts facts() const;

 private:
  static constexpr int max_depth = 240;  // below PCRE2's own nesting limit
  static constexpr uint32_t unbounded_width = UINT32_MAX;

  enum class Atom : uint8_t {
    None,       // (?i): cannot be quantified
    Literal,    // one plain character
    Single,     // one character of a set
    Wide,       // can match something, of any length
    ZeroWidth,  // assertions that PCRE2 will not quantify as they stand
    Group,      // a group that matches nothing but empty text
  };
  struct Scope {
    bool i, m, s, x, xx, n;
    RegexFlags::Charset charset;
  };
  struct Quantifier {
    uint32_t minimum = 0;
    uint32_t maximum = 0;
    bool unbounded = false;
    size_t length = 0;
  };
  struct ClassMember {
    bool is_set = false;
    uint32_t code = 0;
    CharSet set;
    bool negated = false;
    size_t start = 0;
  };

  struct BracketContents {
    CharSet characters;
    CharSet sets;
    std::vector<CharSet> complements;
    bool negated = false;
  };

  // --- source ---
  bool at_end() const { return pos_ >= source_.size(); }
  char32_t peek(size_t ahead = 0) const {
    return pos_ + ahead < source_.size() ? source_[pos_ + ahead] : U'\0';
  }
  bool looking_at(std::u32string_view text) const {
    return source_.compare(pos_, text.size(), text) == 0;
  }
  void skip_ignorable();
  void skip_comment_group();

  // --- errors (pattern_translator.cpp) ---
  std::string slice(size_t from, size_t to) const;
  std::string marked(std::string_view text, size_t here) const;
  [[noreturn]] void fail_at(std::string_view text, size_t here) const;
  [[noreturn]] void fail_plain(std::string_view text) const;
  [[noreturn]] void refuse(std::string_view construct, size_t here) const;
  void warn(std::string_view text, size_t here,
            RegexWarning::Category category = RegexWarning::Regexp);

  // --- structure (pattern_translator.cpp) ---
  bool parse_alternation(int max_bars, std::string_view too_many);
  bool parse_piece();
  Atom parse_atom();
  bool scan_quantifier(size_t at, Quantifier& quantifier) const;
  void parse_quantifier(Atom atom, size_t out_start, size_t source_start, uint32_t atom_captures);
  void check_limits(const Quantifier& quantifier, size_t at) const;
  void widen(uint32_t characters);
  void widen_repeated(uint32_t before, const Quantifier& quantifier);
  bool matches_at_end_only(char32_t c) const;

  // --- literals and rules ---
  bool unicode_rules() const;  // of \w and friends, for this encoding
  bool unicode_folding() const;
  bool bytes() const { return encoding_ == SubjectEncoding::Bytes; }
  uint32_t limit() const { return bytes() ? 0xffu : 0x10ffffu; }
  void emit_literal(uint32_t code);
  bool emit_full_fold(uint32_t code);
  bool emit_folded_sequence();
  bool plain_character(size_t& at, uint32_t& code) const;
  bool folds_fully();
  std::string fold_text(const FullFold& fold) const;
  std::string folded_alternatives(const FullFold& fold) const;
  bool plain_quantifier_follows(size_t at) const;
  void note_code_point(uint32_t code);
  void note_charset_dependence();
  void require_unicode();
  void not_literal() { result_.literal.valid = false; }

  // --- groups (group_syntax.cpp) ---
  Atom parse_group();
  Atom parse_capture(size_t open, const std::string* name);
  Atom finish_group(size_t open, std::string_view opener, std::string_view closer = ")");
  Atom parse_lookaround(size_t open, std::string_view opener, std::string_view perl_opener,
                        bool behind);
  Atom parse_extended_group(size_t open);
  Atom parse_python_group(size_t open);
  Atom parse_flags(size_t open);
  void parse_flag_letter(char32_t letter, size_t open, bool negative, bool caret,
                         std::string& charset_seen, Scope& scope);
  Atom parse_conditional();
  std::string parse_condition();
  Atom finish_conditional(const Scope& outer, bool define);
  std::string condition_for_groups(const std::vector<uint32_t>& groups) const;
  Atom parse_recursion();
  Atom parse_code(bool postponed);
  std::string code_block();
  // A group's number in the program.
  std::string group_text(uint64_t number) const {
    return std::to_string(number + options_.group_base);
  }
  Atom parse_named_recursion();
  Atom parse_branch_reset(size_t open);
  Atom parse_named_capture(size_t open, char32_t closer, std::string_view opener);
  Atom parse_verb(size_t open);
  Atom parse_alpha_assertion(size_t open, const std::string& name);
  std::string scope_change(const Scope& from, const Scope& to) const;
  std::string scan_name(size_t failure_here);
  uint32_t open_group(const std::string* name);
  void close_group(uint32_t number);
  const std::vector<uint32_t>* find_name(std::string_view name) const;

  // --- escapes (escape_syntax.cpp) ---
  Atom parse_escape();
  Atom parse_backslash_digit();
  Atom parse_g_reference();
  Atom parse_k_reference();
  Atom emit_back_reference(uint64_t number, size_t here);
  Atom emit_named_reference(const std::string& name, size_t here);
  Atom parse_boundary(bool negated);
  Atom parse_big_n();
  Atom emit_set(const CharSet& set, bool negated);
  Atom emit_g_anchor();
  bool tables_fit();
  Atom emit_posix(std::string_view name, bool negated);
  std::optional<uint32_t> parse_character_escape(bool in_class);
  uint32_t parse_braced_number(char32_t letter, int base);
  uint32_t parse_hex_escape();
  uint32_t parse_octal_digits(size_t max_digits);
  uint32_t parse_control_escape();
  std::vector<uint32_t> parse_unicode_name();
  CharSet parse_property(bool& negated);
  CharSet foreign_property(const std::string& name, const PropertyLookup& lookup);

  // --- computed sets (set_syntax.cpp) ---
  Atom parse_set_group();
  CodeRanges set_sum(bool nested);
  CodeRanges set_product(bool nested);
  CodeRanges set_operand(bool nested);
  CodeRanges set_parenthesis();
  CodeRanges set_class();
  CodeRanges ranges_of(const CharSet& set, bool negated) const;
  void skip_set_space();
  void end_set();

  // --- bracketed classes (class_syntax.cpp) ---
  void read_bracket(size_t open, BracketContents& contents);
  Atom parse_bracket_class();
  ClassMember parse_class_member();
  void note_class_member(uint32_t code);
  bool parse_posix_member(ClassMember& member);
  ClassMember parse_class_escape();
  void warn_posix_outside(size_t open);
  void emit_bracket(CharSet characters, const CharSet& sets,
                    const std::vector<CharSet>& complements, bool negated);
  std::string strict_ascii_piece(const CharSet& characters) const;
  void add_latin1_folds(CharSet& set) const;

  const std::u32string& source_;
  const bool utf8_;
  const SubjectEncoding encoding_;
  const PatternFacts& known_;
  const TranslateOptions& options_;
  TranslatedPattern& result_;
  std::string& out_;
  size_t pos_ = 0;
  Scope scope_;
  bool again_ = false;
  bool reread_ = false;             // perl, too, reads such a pattern twice
  bool charset_dependent_ = false;  // something so far means different things under /d and /u
  int depth_ = 0;
  int lookaround_depth_ = 0;
  int lookbehind_depth_ = 0;
  uint32_t group_counter_ = 0;
  uint32_t close_rank_ = 0;
  bool unexpected_quantifier_ = false;
  bool brace_wants_count_ = false;  // a '{' here looks like a quantifier gone wrong
  bool plain_piece_ = false;        // the piece just read is one plain character
  int branch_characters_ = 0;       // characters matched so far on the current path, -1 unknown
  uint32_t widest_ = 0;             // the most characters it can have matched, or unbounded_width
  bool at_subject_end_ = false;     // the last piece of the pattern proper is $ or \z
  bool keeps_to_end_ = true;        // so end all of its branches
  std::vector<std::string> multi_;  // multi-character members of the class being read
};

}  // namespace perlipc
