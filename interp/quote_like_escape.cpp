// Backslash escapes of interpolating strings (perlop "Quote and Quote-like Operators").
#include "interp/parser_ops.h"
#include "interp/quote_like_builder.h"
#include "interp/value/convert.h"

namespace perlipc {
namespace {

int hex_value(char c) {
  if (chars::digit(c)) return c - '0';
  if (!chars::is(c, chars::Hex)) return -1;
  return (c | 0x20) - 'a' + 10;
}

struct Named {
  std::string_view name;
  std::uint32_t cp;
};

// The names programs use most (Unicode character names); others are looked up by the host.
constexpr Named names[] = {{"NULL", 0},
                           {"SPACE", 0x20},
                           {"LINE FEED", 0x0A},
                           {"CARRIAGE RETURN", 0x0D},
                           {"CHARACTER TABULATION", 0x09},
                           {"TAB", 0x09},
                           {"ESCAPE", 0x1B},
                           {"BELL", 0x1F514},
                           {"ALERT", 0x07},
                           {"EXCLAMATION MARK", 0x21},
                           {"QUOTATION MARK", 0x22},
                           {"DOLLAR SIGN", 0x24},
                           {"AMPERSAND", 0x26},
                           {"APOSTROPHE", 0x27},
                           {"COMMERCIAL AT", 0x40},
                           {"REVERSE SOLIDUS", 0x5C},
                           {"NO-BREAK SPACE", 0xA0},
                           {"INVERTED EXCLAMATION MARK", 0xA1},
                           {"CENT SIGN", 0xA2},
                           {"POUND SIGN", 0xA3},
                           {"YEN SIGN", 0xA5},
                           {"SECTION SIGN", 0xA7},
                           {"COPYRIGHT SIGN", 0xA9},
                           {"LEFT-POINTING DOUBLE ANGLE QUOTATION MARK", 0xAB},
                           {"SOFT HYPHEN", 0xAD},
                           {"REGISTERED SIGN", 0xAE},
                           {"DEGREE SIGN", 0xB0},
                           {"PLUS-MINUS SIGN", 0xB1},
                           {"MICRO SIGN", 0xB5},
                           {"MIDDLE DOT", 0xB7},
                           {"RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK", 0xBB},
                           {"INVERTED QUESTION MARK", 0xBF},
                           {"LATIN CAPITAL LETTER A WITH DIAERESIS", 0xC4},
                           {"LATIN CAPITAL LETTER E WITH ACUTE", 0xC9},
                           {"LATIN CAPITAL LETTER O WITH DIAERESIS", 0xD6},
                           {"MULTIPLICATION SIGN", 0xD7},
                           {"LATIN CAPITAL LETTER U WITH DIAERESIS", 0xDC},
                           {"LATIN SMALL LETTER SHARP S", 0xDF},
                           {"LATIN SMALL LETTER A WITH GRAVE", 0xE0},
                           {"LATIN SMALL LETTER A WITH ACUTE", 0xE1},
                           {"LATIN SMALL LETTER A WITH DIAERESIS", 0xE4},
                           {"LATIN SMALL LETTER C WITH CEDILLA", 0xE7},
                           {"LATIN SMALL LETTER E WITH GRAVE", 0xE8},
                           {"LATIN SMALL LETTER E WITH ACUTE", 0xE9},
                           {"LATIN SMALL LETTER I WITH ACUTE", 0xED},
                           {"LATIN SMALL LETTER N WITH TILDE", 0xF1},
                           {"LATIN SMALL LETTER O WITH ACUTE", 0xF3},
                           {"LATIN SMALL LETTER O WITH DIAERESIS", 0xF6},
                           {"DIVISION SIGN", 0xF7},
                           {"LATIN SMALL LETTER U WITH ACUTE", 0xFA},
                           {"LATIN SMALL LETTER U WITH DIAERESIS", 0xFC},
                           {"LATIN SMALL LETTER Y WITH DIAERESIS", 0xFF},
                           {"COMBINING GRAVE ACCENT", 0x300},
                           {"COMBINING ACUTE ACCENT", 0x301},
                           {"COMBINING DIAERESIS", 0x308},
                           {"GREEK CAPITAL LETTER SIGMA", 0x3A3},
                           {"GREEK CAPITAL LETTER OMEGA", 0x3A9},
                           {"GREEK SMALL LETTER ALPHA", 0x3B1},
                           {"GREEK SMALL LETTER BETA", 0x3B2},
                           {"GREEK SMALL LETTER GAMMA", 0x3B3},
                           {"GREEK SMALL LETTER DELTA", 0x3B4},
                           {"GREEK SMALL LETTER LAMDA", 0x3BB},
                           {"GREEK SMALL LETTER MU", 0x3BC},
                           {"GREEK SMALL LETTER PI", 0x3C0},
                           {"GREEK SMALL LETTER SIGMA", 0x3C3},
                           {"GREEK SMALL LETTER OMEGA", 0x3C9},
                           {"EN DASH", 0x2013},
                           {"EM DASH", 0x2014},
                           {"LEFT SINGLE QUOTATION MARK", 0x2018},
                           {"RIGHT SINGLE QUOTATION MARK", 0x2019},
                           {"LEFT DOUBLE QUOTATION MARK", 0x201C},
                           {"RIGHT DOUBLE QUOTATION MARK", 0x201D},
                           {"BULLET", 0x2022},
                           {"HORIZONTAL ELLIPSIS", 0x2026},
                           {"ZERO WIDTH SPACE", 0x200B},
                           {"ZERO WIDTH JOINER", 0x200D},
                           {"LINE SEPARATOR", 0x2028},
                           {"PARAGRAPH SEPARATOR", 0x2029},
                           {"EURO SIGN", 0x20AC},
                           {"TRADE MARK SIGN", 0x2122},
                           {"LEFTWARDS ARROW", 0x2190},
                           {"UPWARDS ARROW", 0x2191},
                           {"RIGHTWARDS ARROW", 0x2192},
                           {"DOWNWARDS ARROW", 0x2193},
                           {"INFINITY", 0x221E},
                           {"NOT EQUAL TO", 0x2260},
                           {"LESS-THAN OR EQUAL TO", 0x2264},
                           {"GREATER-THAN OR EQUAL TO", 0x2265},
                           {"SNOWMAN", 0x2603},
                           {"BLACK HEART SUIT", 0x2665},
                           {"WHITE SMILING FACE", 0x263A},
                           {"CHECK MARK", 0x2713},
                           {"HEAVY CHECK MARK", 0x2714},
                           {"BALLOT X", 0x2717},
                           {"HEAVY BLACK HEART", 0x2764},
                           {"BYTE ORDER MARK", 0xFEFF},
                           {"ZERO WIDTH NO-BREAK SPACE", 0xFEFF},
                           {"REPLACEMENT CHARACTER", 0xFFFD},
                           {"PILE OF POO", 0x1F4A9},
                           {"GRINNING FACE", 0x1F600}};

}  // namespace

void Parser::error_within(const std::string& text) {
  near_error(text + (source_ && source_->is_string ? where(line_) + within() : ending(line_)));
}

// Behind \x or \o with p_ at what follows the letter: the number.
std::uint32_t Parser::escaped_number(char kind) {
  std::uint32_t base = kind == 'x' ? 16 : 8;
  std::uint32_t value = 0;
  if (*p_ == '{' && p_ < end_) {
    const char* from = ++p_;
    while (p_ < end_ && *p_ != '}') ++p_;
    if (p_ >= end_) {
      error_within(std::string("Missing right brace on \\") + kind + "{}");
      return 0;
    }
    if (kind == 'o' && from == p_) error_within("Empty \\o{}");
    bool huge = false;
    for (const char* s = from; s < p_; ++s) {
      int d = hex_value(*s);
      if (*s == ' ' || *s == '\t') continue;
      if (*s == '_' && s > from && s[1] != '_') continue;
      if (d < 0 || static_cast<std::uint32_t>(d) >= base) {
        warn_early_end(kind, *s, value, true);
        break;
      }
      huge = huge || value > INT32_MAX / base;
      value = value * base + static_cast<std::uint32_t>(d);
    }
    if (huge && p_ - from > 16)
      error_within("Use of code point 0x" + std::string(from, p_) +
                   " is not allowed; the permissible max is 0x7FFFFFFFFFFFFFFF");
    ++p_;
    return value;
  }
  if (kind == 'o') {
    error_within("Missing braces on \\o{}");
    return 0;
  }
  int digits = 0;
  for (int i = 0; i < 2 && p_ < end_ && hex_value(*p_) >= 0; ++i)
    value = value * 16 + static_cast<std::uint32_t>(hex_value(*p_++)), ++digits;
  if (digits < 2 && p_ < end_) warn_early_end(kind, *p_, value, false);
  return value;
}

// perldiag "Non-hex character '%c' terminates \\x early" and its like for \o.
void Parser::warn_early_end(char kind, char at, std::uint32_t value, bool braces) {
  if (!warns(Warning::Digit)) return;
  char digits[24];
  std::snprintf(digits, sizeof digits, kind == 'x' ? "%02x" : "%03o", value);
  std::string shown(1, at);
  if (at == '\\') shown = "\\\\";
  warn(Warning::Digit,
       std::string(kind == 'x' ? "Non-hex" : "Non-octal") + " character '" + shown +
           "' terminates \\" + kind + " early.  Resolved as \"\\" + kind +
           (braces ? "{" + std::string(digits) + "}" : digits + shown) + "\"",
       line_);
}

// perldiag ""\\c%c" is more clearly written simply as "%s"".
void Parser::warn_control(char name, char result) {
  if (result < 0x20 || result > 0x7e) return;
  std::string simply(1, result);
  if (!chars::word(result)) simply.insert(0, "\\");
  warn(Warning::Syntax,
       "\"\\c" + std::string(1, name) + "\" is more clearly written simply as \"" + simply + "\"",
       line_);
}

// \N{U+263A} or \N{NAME}; p_ behind the N.
std::u32string Parser::named_characters() {
  if (*p_ != '{' || p_ >= end_) {
    error_within("Missing braces on \\N{}");
    return {};
  }
  const char* from = ++p_;
  while (p_ < end_ && *p_ != '}') ++p_;
  if (p_ >= end_) {
    error_within("Missing right brace on \\N{}");
    abort_in_string();
  }
  std::string_view name(from, static_cast<std::size_t>(p_ - from));
  ++p_;
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!name.empty() && blank(name.front())) name.remove_prefix(1);
  while (!name.empty() && blank(name.back())) name.remove_suffix(1);
  if (name.starts_with("U+")) {
    std::uint32_t value = 0;
    bool valid = name.size() > 2;
    for (char c : name.substr(2)) {
      const int d = hex_value(c);
      valid = valid && (d >= 0 || c == '_');
      if (d >= 0) value = value * 16 + static_cast<std::uint32_t>(d);
    }
    if (!valid) error_within("Invalid hexadecimal number in \\N{U+...}");
    return std::u32string(1, value);
  }
  if (hints_->user.find("charnames") == hints_->user.end())
    for (const Named& n : names)
      if (n.name == name) return std::u32string(1, n.cp);
  std::optional<std::string> text;
  if (!name.empty()) text = host_.named_characters(name);
  if (!text) error_within("Unknown charname '" + std::string(name) + "'");
  std::u32string out;
  if (!text) return out;
  for (std::size_t at = 0, used = 0; at < text->size(); at += used)
    out += utf8_decode(text->data() + at, text->data() + text->size(), &used);
  return out;
}

void Parser::escape(Builder& b) {
  char c = p_ + 1 < end_ ? p_[1] : '\\';
  if (p_ + 1 >= end_) {
    ++p_;
    b.text += '\\';
    return;
  }
  p_ += 2;
  switch (c) {
    case 'n': b.text += '\n'; return;
    case 't': b.text += '\t'; return;
    case 'r': b.text += '\r'; return;
    case 'f': b.text += '\f'; return;
    case 'b': b.text += '\b'; return;
    case 'a': b.text += '\a'; return;
    case 'e': b.text += '\x1b'; return;
    case 'x':
    case 'o': b.character(escaped_number(c)); return;
    case 'N':
      for (const char32_t cp : named_characters()) b.character(cp, true);
      return;
    case 'c': {
      auto refused = [&](const char* text) {
        error_within(text);
        abort_in_string();
      };
      if (p_ >= end_) refused("Missing control char name in \\c");
      char x = *p_++;
      if (static_cast<unsigned char>(x) >= 0x80 || static_cast<unsigned char>(x) < 0x20)
        refused("Character following \"\\c\" must be printable ASCII");
      const char written = x;
      if (x >= 'a' && x <= 'z') x = static_cast<char>(x - 32);
      if (x == '{') refused("Use \";\" instead of \"\\c{\"");
      warn_control(written, static_cast<char>((x ^ 64) & 0x7F));
      b.character(static_cast<std::uint32_t>(x ^ 64) & 0x7F);
      return;
    }
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7': {
      std::uint32_t value = static_cast<std::uint32_t>(c - '0');
      int i = 0;
      for (; i < 2 && p_ < end_ && *p_ >= '0' && *p_ <= '7'; ++i)
        value = value * 8 + static_cast<std::uint32_t>(*p_++ - '0');
      if (i < 2 && p_ < end_ && (*p_ == '8' || *p_ == '9') && warns(Warning::Misc)) {
        char digits[24];
        std::snprintf(digits, sizeof digits, "%03o", value);
        warn(Warning::Misc,
             std::string("Non-octal character '") + *p_ +
                 "' terminates \\0 early.  Resolved as \"\\" + digits + *p_ + "\"",
             line_);
      }
      b.character(value);
      return;
    }
    default:
      if (c == '\n') {
        --p_;
        newline();
      } else if (chars::word(c) && c != '_') {
        warn(Warning::Misc, std::string("Unrecognized escape \\") + c + " passed through", line_);
      }
      b.source(c, utf8_);
  }
}

}  // namespace perlipc
