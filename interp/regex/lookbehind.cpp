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
constexpr unsigned long max_length = 255;  // perldiag "Lookbehind longer than 255 not implemented"

struct Failure {
  LookbehindExpansion verdict;
};

using Variants = std::vector<std::string>;

class Expander {
 public:
  explicit Expander(std::string_view text) : text_(text) {}

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
    bool behind = starts("(?<=") || starts("(?<!");
    std::string out = opener();
    if (behind) {
      Variants variants = alternation();
      for (size_t n = 0; n < variants.size(); ++n) {
        if (n > 0) out += '|';
        out += variants[n];
      }
    } else {
      out += copy();
    }
    ++pos_;
    return out + ")";
  }

  Variants alternation() {
    Variants all;
    Variants branch{std::string()};
    auto finish = [&] {
      all.insert(all.end(), branch.begin(), branch.end());
      branch.assign(1, std::string());
    };
    while (pos_ < text_.size() && text_[pos_] != ')') {
      if (text_[pos_] == '|') {
        ++pos_;
        finish();
        continue;
      }
      branch = product(branch, quantified(atom()));
    }
    finish();
    check(all.size());
    return all;
  }

  static void check(size_t count) {
    if (count > max_variants) throw Failure{LookbehindExpansion::Unsupported};
  }

  static Variants product(const Variants& left, const Variants& right) {
    check(left.size() * right.size());
    Variants out;
    for (const std::string& a : left) {
      for (const std::string& b : right) out.push_back(a + b);
    }
    return out;
  }

  Variants atom() {
    if (text_[pos_] != '(') {
      if (starts("\\R")) {
        pos_ += 2;
        return {"\\r\\n", "[\\n-\\r]"};
      }
      if (starts("\\X")) throw Failure{LookbehindExpansion::TooLong};
      return {simple_atom()};
    }
    size_t start = pos_;
    std::string open = opener();
    bool plain = open.size() > 2 && open.back() == ':';
    if (!plain && open != "(") {
      pos_ = start;
      return {copy_group()};
    }
    Variants variants = alternation();
    ++pos_;
    if (open == "(" && variants.size() > 1) throw Failure{LookbehindExpansion::Unsupported};
    for (std::string& variant : variants) variant = open + variant + ")";
    return variants;
  }

  Variants quantified(Variants variants) {
    if (pos_ >= text_.size()) return variants;
    unsigned long minimum = 0;
    unsigned long maximum = 1;
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
      return variants;
    }
    if (pos_ < text_.size() && (text_[pos_] == '?' || text_[pos_] == '+')) ++pos_;
    if (maximum > max_length) throw Failure{LookbehindExpansion::TooLong};
    Variants out;
    Variants repeated{std::string()};
    for (unsigned long n = 0; n <= maximum; ++n) {
      if (n >= minimum) out.insert(out.end(), repeated.begin(), repeated.end());
      check(out.size());
      if (n < maximum) repeated = product(repeated, variants);
    }
    bool captures = std::any_of(variants.begin(), variants.end(), [](const std::string& v) {
      return v[0] == '(' && v.size() > 1 && v[1] != '?' && v[1] != '*';
    });
    if (captures && maximum != 1) throw Failure{LookbehindExpansion::Unsupported};
    return out;
  }

  std::string_view text_;
  size_t pos_ = 0;
};

}  // namespace

LookbehindExpansion expand_lookbehinds(std::string& text) {
  try {
    text = Expander(text).copy();
    return LookbehindExpansion::Done;
  } catch (const Failure& failure) { return failure.verdict; }
}

}  // namespace perlipc
