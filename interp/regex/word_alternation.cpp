// Words are told apart by the first character in which they differ, so only those that begin alike
// compete: their order is kept, that of the others is free.

#include "interp/regex/word_alternation.h"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace perlipc {
namespace {

// In translated text, one piece for each character.
using TranslatedWord = std::vector<std::string_view>;

constexpr size_t pays_from = 8;  // words
constexpr int deepest = 100;     // parentheses in each other; PCRE2 has a limit

class WordTree {
 public:
  WordTree(std::span<const TranslatedWord> words, bool caseless)
      : words_(words), caseless_(caseless) {}

  std::string run() {
    std::vector<size_t> all(words_.size());
    for (size_t n = 0; n < all.size(); ++n) all[n] = n;
    add(all, 0, 0);
    return std::move(out_);
  }

 private:
  char32_t key(size_t word, size_t at) const {
    std::string_view piece = words_[word][at];
    if (piece.size() > 1) return 0x110000 + static_cast<char32_t>(intern(piece));
    char c = piece.front();
    if (caseless_ && c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return static_cast<unsigned char>(c);
  }

  size_t intern(std::string_view piece) const {
    return long_pieces_.try_emplace(piece, long_pieces_.size()).first->second;
  }

  void rest(size_t word, size_t from) {
    for (size_t n = from; n < words_[word].size(); ++n) out_ += words_[word][n];
  }

  // The words from character `from` on, by which they have not been told apart yet.
  void add(const std::vector<size_t>& words, size_t from, int depth) {
    bool first = true;
    bool has_empty = false;
    auto bar = [&] {
      if (!first) out_ += '|';
      first = false;
    };
    for (size_t n = 0; n < words.size();) {
      if (words_[words[n]].size() == from) {
        if (!has_empty) bar();  // a second one would never get its turn
        has_empty = true;
        ++n;
        continue;
      }
      std::vector<std::vector<size_t>> groups;
      std::unordered_map<char32_t, size_t> group_of;
      for (; n < words.size() && words_[words[n]].size() > from; ++n) {
        size_t group = group_of.try_emplace(key(words[n], from), groups.size()).first->second;
        if (group == groups.size()) groups.emplace_back();
        groups[group].push_back(words[n]);
      }
      for (const std::vector<size_t>& group : groups) {
        bar();
        add_group(group, from, depth);
      }
    }
  }

  void add_group(const std::vector<size_t>& group, size_t from, int depth) {
    if (group.size() == 1) return rest(group.front(), from);
    size_t common = common_length(group, from);
    const TranslatedWord& word = words_[group.front()];
    for (size_t n = from; n < common; ++n) out_ += word[n];
    out_ += "(?:";
    if (depth < deepest) {
      add(group, common, depth + 1);
    } else {
      for (size_t n = 0; n < group.size(); ++n) {
        if (n > 0) out_ += '|';
        rest(group[n], common);
      }
    }
    out_ += ')';
  }

  // Where the first of the words ends, or two of them differ.
  size_t common_length(const std::vector<size_t>& group, size_t from) const {
    for (size_t at = from;; ++at) {
      for (size_t word : group) {
        if (words_[word].size() == at || key(word, at) != key(group.front(), at)) return at;
      }
    }
  }

  std::span<const TranslatedWord> words_;
  bool caseless_;
  std::string out_;
  mutable std::unordered_map<std::string_view, size_t> long_pieces_;
};

}  // namespace

void BranchList::not_a_word() {
  branches_.back().word = false;
  branches_.back().pieces.clear();
}

bool BranchList::as_word(const Branch& branch, std::string_view text, bool caseless, Word& word) {
  if (!branch.word) return false;
  word.clear();
  for (size_t n = 0; n < branch.pieces.size(); ++n) {
    size_t end = n + 1 < branch.pieces.size() ? branch.pieces[n + 1] : branch.end;
    std::string_view piece = text.substr(branch.pieces[n], end - branch.pieces[n]);
    // Characters that fold may be written in several ways.
    bool folds = caseless && (piece.starts_with("\\x") || piece.starts_with("("));
    if (piece.empty() || folds) return false;
    word.push_back(piece);
  }
  return true;
}

void BranchList::share_beginnings(std::string& text, bool caseless) const {
  if (leave_alone_ || branches_.size() <= pays_from) return;
  std::string out = text.substr(0, branches_.front().start);
  size_t last = branches_.size() - 1;
  for (size_t n = 0; n < last;) {
    if (n > 0) out += '|';
    size_t stop = n;
    std::vector<Word> words;
    Word word;
    while (stop < last && as_word(branches_[stop], text, caseless, word)) {
      words.push_back(std::move(word));
      ++stop;
    }
    if (words.size() >= pays_from) {
      out += WordTree(words, caseless).run();
    } else {
      stop = std::max(stop, n + 1);
      out.append(text, branches_[n].start, branches_[stop - 1].end - branches_[n].start);
    }
    n = stop;
  }
  text = std::move(out);
}

}  // namespace perlipc
