// Alternatives that are plain words: rewritten so that words with the same beginning share it. That
// keeps long lists of words small, and fast: PCRE2 would try one after the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace perlipc {

// Where the branches of an alternation, and the pieces of those that are words, begin in the
// translated text.
class BranchList {
 public:
  explicit BranchList(size_t start) { branches_.push_back({start, start, true, {}}); }

  // One character of a word begins here.
  void piece(size_t start) { branches_.back().pieces.push_back(start); }
  void not_a_word();
  // The branch ends here; the next one, if any, begins behind a bar.
  void end(size_t at) {
    branches_.back().end = at;
    branches_.push_back({at + 1, at + 1, true, {}});
  }
  void leave_alone() { leave_alone_ = true; }

  // Rewrites the end of `text`, which the alternation is. Matches as before, with the same
  // preferences. `caseless`: ASCII letters of either case are the same.
  void share_beginnings(std::string& text, bool caseless) const;

 private:
  struct Branch {
    size_t start;
    size_t end;
    bool word;
    std::vector<size_t> pieces;
  };
  using Word = std::vector<std::string_view>;  // one item for each character

  static bool as_word(const Branch& branch, std::string_view text, bool caseless, Word& word);

  std::vector<Branch> branches_;
  bool leave_alone_ = false;
};

}  // namespace perlipc
