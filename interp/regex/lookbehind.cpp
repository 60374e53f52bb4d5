// Lookbehinds of varying length (perl 5.30 takes them up to 255 characters): every way to match is
// written out as a top-level alternative of fixed length. Works on translated text only.

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "interp/regex/translate.h"

namespace perlipc {
namespace {

constexpr size_t max_variants = 1000;
constexpr size_t max_text = 30'000;  // of one lookbehind; PCRE2 takes no more
constexpr size_t max_length = 255;   // perldiag "Lookbehind longer than 255 not implemented"

struct Failure {
  LookbehindExpansion verdict;
};

// One way to match, of fixed length.
struct Variant {
  std::string text;
  size_t length = 0;
  bool exact = true;  // the length is known
};

struct Variants {
  std::vector<Variant> items;
  size_t captures = 0;  // groups in every one of them

  bool same_length() const {
    return std::all_of(items.begin(), items.end(), [&](const Variant& v) {
      return v.exact && v.length == items.front().length;
    });
  }
};

// Groups that other variants have and this one does not set.
std::string unset_groups(size_t count) {
  if (count == 0) return {};
  std::string out = "(?:|";
  while (count-- > 0) out += "()";
  return out + ")";
}

// Joins variants of the same length. Those with groups must stay apart.
void merge(Variants& variants) {
  if (variants.captures > 0) return;
  std::vector<Variant> merged;
  std::vector<bool> several;
  for (Variant& variant : variants.items) {
    size_t n = 0;
    while (n < merged.size() &&
           !(variant.exact && merged[n].exact && merged[n].length == variant.length)) {
      ++n;
    }
    if (n == merged.size()) {
      merged.push_back(std::move(variant));
      several.push_back(false);
    } else {
      merged[n].text += '|' + variant.text;
      several[n] = true;
    }
  }
  for (size_t n = 0; n < merged.size(); ++n) {
    if (several[n]) merged[n].text = "(?:" + merged[n].text + ")";
  }
  variants.items = std::move(merged);
}

void check(const Variants& variants) {
  size_t size = 0;
  for (const Variant& variant : variants.items) {
    if (variant.length > max_length) throw Failure{LookbehindExpansion::TooLong};
    size += variant.text.size();
  }
  if (variants.items.size() > max_variants || size > max_text) {
    throw Failure{LookbehindExpansion::Unsupported};
  }
}

Variants product(const Variants& left, const Variants& right) {
  if (left.items.size() * right.items.size() > max_variants * 10) {
    throw Failure{LookbehindExpansion::Unsupported};
  }
  Variants out;
  out.captures = left.captures + right.captures;
  for (const Variant& a : left.items) {
    for (const Variant& b : right.items) {
      out.items.push_back({a.text + b.text, a.length + b.length, a.exact && b.exact});
    }
  }
  merge(out);
  check(out);
  return out;
}

Variants single(std::string text, size_t length, bool exact = true) {
  Variants out;
  out.items.push_back({std::move(text), length, exact});
  return out;
}

class Expander {
 public:
  Expander(std::string_view text, std::vector<bool>& varies) : text_(text), varies_(varies) {}

  // Copies text, rewriting lookbehinds, up to an unmatched ')' or the end.
  std::string copy() {
    std::string out;
    while (pos_ < text_.size() && text_[pos_] != ')') {
      if (text_[pos_] == '(') out += copy_group();
      else out += simple_atom();
    }
    return out;
  }

 private:
  bool starts(std::string_view prefix) const { return text_.substr(pos_, prefix.size()) == prefix; }

  // One character, escape or bracketed class.
  std::string simple_atom() {
    size_t start = pos_;
    if (text_[pos_] == '\\') {
      pos_ += 2;
      if (pos_ < text_.size() && text_[pos_] == '{' &&
          std::string_view("xgpPok").find(text_[pos_ - 1]) != std::string_view::npos) {
        pos_ = text_.find('}', pos_) + 1;
      }
    } else if (text_[pos_] == '[') {
      ++pos_;
      while (text_[pos_] != ']') pos_ += text_[pos_] == '\\' ? 2 : 1;
      ++pos_;
    } else {
      ++pos_;
    }
    return std::string(text_.substr(start, pos_ - start));
  }

  // From '(' to behind what opens the group: "(", "(?:", "(?i-m:", "(?<=" ...
  std::string opener() {
    size_t start = pos_++;
    if (starts("?")) {
      ++pos_;
      if (starts("<=") || starts("<!")) pos_ += 2;
      else if (starts("=") || starts("!") || starts(">") || starts("|")) ++pos_;
      else {
        while (text_[pos_] != ':' && text_[pos_] != ')' && text_[pos_] != '(') ++pos_;
        if (text_[pos_] == ':') ++pos_;
      }
    } else if (starts("*")) {
      pos_ = text_.find(')', pos_);
    }
    return std::string(text_.substr(start, pos_ - start));
  }

  std::string copy_group() {
    bool positive = starts("(?<=");
    if (positive || starts("(?<!")) {
      opener();
      std::string out = lookbehind(alternation(), positive);
      ++pos_;
      return out;
    }
    std::string out = opener();
    out += copy();
    ++pos_;
    return out + ")";
  }

  std::string lookbehind(Variants variants, bool positive) {
    auto& items = variants.items;
    bool varies = !variants.same_length();
    varies_.push_back(varies);
    if (varies) {
      std::stable_sort(items.begin(), items.end(),
                       [](const Variant& a, const Variant& b) { return a.length > b.length; });
    }
    std::string all;
    std::string_view opener = positive ? "(?<=" : "(?<!";
    if (variants.captures == 0 || items.size() == 1) {
      for (const Variant& variant : items) all += (all.empty() ? "" : "|") + variant.text;
      if (items.size() > 1 && items.front().text.empty()) all.insert(0, "|");
      return std::string(opener) + all + ")";
    }
    // Every variant has all groups: the branches number them alike.
    for (const Variant& variant : items) {
      all += (all.empty() ? "(?<=" : "|(?<=") + variant.text + ")";
    }
    return (positive ? "(?>(?|" : "(?!(?|") + all + "))";
  }

  Variants alternation() {
    std::vector<Variants> branches(1, single("", 0));
    while (pos_ < text_.size() && text_[pos_] != ')') {
      if (text_[pos_] == '|') {
        ++pos_;
        branches.push_back(single("", 0));
        continue;
      }
      branches.back() = product(branches.back(), quantified(atom()));
    }
    Variants all;
    for (const Variants& branch : branches) all.captures += branch.captures;
    size_t before = 0;
    for (const Variants& branch : branches) {
      size_t after = all.captures - before - branch.captures;
      for (const Variant& variant : branch.items) {
        all.items.push_back({unset_groups(before) + variant.text + unset_groups(after),
                             variant.length, variant.exact});
      }
      before += branch.captures;
    }
    merge(all);
    check(all);
    return all;
  }

  Variants atom() {
    if (text_[pos_] != '(') {
      if (starts("\\R")) {
        pos_ += 2;
        Variants out = single("\\r\\n", 2);
        out.items.push_back({"[\\n-\\r]", 1, true});
        return out;
      }
      if (starts("\\X")) throw Failure{LookbehindExpansion::TooLong};
      char c = text_[pos_];
      bool zero = c == '^' || c == '$';
      if (c == '\\' && pos_ + 1 < text_.size()) {
        zero = std::string_view("AzZbBGK").find(text_[pos_ + 1]) != std::string_view::npos;
      }
      return single(simple_atom(), zero ? 0 : 1);
    }
    size_t start = pos_;
    std::string open = opener();
    bool plain = open.size() > 2 && (open.back() == ':' || open == "(?>");
    if (!plain && open != "(") {
      // Assertions, callouts, flags and verbs have no length; that of the rest PCRE2 may know.
      bool zero = open.starts_with("(?=") || open.starts_with("(?!") || open.starts_with("(?<") ||
                  open.starts_with("(?C") || open.starts_with("(*") || text_[pos_] == ')';
      pos_ = start;
      bool recursion = open.size() > 2 &&
                       (open[2] == 'R' || open[2] == '&' || (open[2] >= '0' && open[2] <= '9'));
      return single(copy_group(), 0, zero && !recursion);
    }
    Variants variants = alternation();
    ++pos_;
    for (Variant& variant : variants.items) variant.text = open + variant.text + ")";
    if (open == "(") ++variants.captures;
    return variants;
  }

  // The repeat counts of a quantifier at pos_; false for none.
  bool counts(size_t& minimum, size_t& maximum) {
    if (pos_ >= text_.size()) return false;
    minimum = 0;
    maximum = 1;
    char c = text_[pos_];
    if (c == '*' || c == '+') throw Failure{LookbehindExpansion::TooLong};
    if (c == '{') {
      const char* p = text_.data() + pos_ + 1;
      char* end = nullptr;
      minimum = maximum = std::strtoul(p, &end, 10);
      if (*end == ',') {
        if (end[1] == '}') throw Failure{LookbehindExpansion::TooLong};
        maximum = std::strtoul(end + 1, &end, 10);
      }
      pos_ = text_.find('}', pos_) + 1;
    } else if (c == '?') {
      ++pos_;
    } else {
      return false;
    }
    if (pos_ < text_.size() && (text_[pos_] == '?' || text_[pos_] == '+')) ++pos_;
    return true;
  }

  Variants quantified(Variants variants) {
    size_t minimum = 0;
    size_t maximum = 0;
    if (!counts(minimum, maximum)) return variants;
    if (maximum > max_length) throw Failure{LookbehindExpansion::TooLong};
    Variants out;
    out.captures = variants.captures;
    if (variants.items.size() == 1) {
      const Variant& item = variants.items.front();
      for (size_t n = minimum; n <= maximum; ++n) {
        std::string text = n == 0   ? unset_groups(variants.captures)
                           : n == 1 ? item.text
                                    : item.text + "{" + std::to_string(n) + "}";
        out.items.push_back({std::move(text), n * item.length, n == 0 || item.exact});
      }
      merge(out);
      check(out);
      return out;
    }
    if (variants.captures > 0 && maximum != 1) throw Failure{LookbehindExpansion::Unsupported};
    Variants repeated = single("", 0);
    for (size_t n = 0; n <= maximum; ++n) {
      if (n >= minimum) {
        for (const Variant& variant : repeated.items) out.items.push_back(variant);
        if (n == 0) out.items.back().text = unset_groups(variants.captures);
      }
      if (n < maximum) repeated = product(repeated, variants);
    }
    out.captures = variants.captures;
    merge(out);
    check(out);
    return out;
  }

  std::string_view text_;
  std::vector<bool>& varies_;
  size_t pos_ = 0;
};

}  // namespace

LookbehindExpansion expand_lookbehinds(std::string& text, std::vector<bool>& varies) {
  try {
    text = Expander(text, varies).copy();
    return LookbehindExpansion::Done;
  } catch (const Failure& failure) { return failure.verdict; }
}

}  // namespace perlipc
