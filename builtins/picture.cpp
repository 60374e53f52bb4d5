// Fields of pictures: perldoc perlform. Everything is UTF-8 while it is formatted.
#include "builtins/picture.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace perlipc::builtin {

namespace {

// The most lines that ~~ makes of one picture.
constexpr int kRunaway = 200;

struct Repeats {
  explicit Repeats(Engine&) {}
  int count = 0;
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_control(char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }

std::size_t next_character(const std::string& s, std::size_t at) {
  ++at;
  while (at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) ++at;
  return at;
}
std::string utf8_text(const Text& text) {
  if (text.utf8()) return std::string(text.view());
  const Text up(upgrade(text.get()));
  return std::string(up.view());
}
// A string of these characters, with the flag or without.
Value text_value(const std::string& utf8, bool flag) {
  const Text text(String::make(utf8, true));
  if (!flag)
    if (String* bytes = downgrade(text.get())) return Value::adopt(bytes);
  return Value::share(text.get());
}

}  // namespace

Picture::Picture(Call& call) : call_(call) {
  picture_ = characters(call[0]);
  const Value breaks = call.engine.glob("main:::", true)->scalar()->get();
  if (!breaks.is_undef()) breaks_ = utf8_text(Text(call.engine, breaks));
}

bool Picture::format() {
  if (picture_.empty()) call_.engine.die("Null picture in formline");
  int& repeats = call_.engine.service<Repeats>().count;
  std::string_view rest = picture_;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (line(rest.substr(0, std::min(end + 1, rest.size())))) {
      if (++repeats > kRunaway) {
        repeats = 0;
        call_.engine.die("Runaway format");
      }
      return false;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  repeats = 0;
  return true;
}

// True: the line repeats.
bool Picture::line(std::string_view picture) {
  const std::size_t begin = out_.size();
  const bool ended = picture.ends_with('\n');
  if (ended) picture.remove_suffix(1);
  const bool suppress = picture.find('~') != picture.npos;
  const bool repeat = picture.find("~~") != picture.npos;
  shown_ = false;
  kept_ = begin;
  const char* p = picture.data();
  const char* const end = p + picture.size();
  while (p < end) {
    if (*p == '@' || *p == '^') show(field(p, end));
    else {
      out_ += *p == '~' ? ' ' : *p;
      ++p;
    }
  }
  if (suppress && !shown_) {
    out_.resize(begin);
    return false;
  }
  // A newline takes all blanks in front of it; without one what values gave stays.
  const std::size_t keep = ended ? begin : std::max(begin, kept_);
  while (out_.size() > keep && out_.back() == ' ') out_.pop_back();
  if (ended) out_ += '\n';
  return repeat;
}

// p stands at the field's first character, afterwards behind it.
Picture::Field Picture::field(const char*& p, const char* end) const {
  Field f;
  const char* const begin = p;
  f.kind = *p++;
  if (p < end && *p == '*') {
    ++p;
    f.justify = '*';
    return f;
  }
  const bool zeros = p + 1 < end && *p == '0' && p[1] == '#';
  if (p < end && (*p == '#' || zeros || (*p == '.' && p + 1 < end && p[1] == '#'))) {
    f.justify = '#';
    f.zeros = zeros;
    if (zeros) ++p;
    while (p < end && *p == '#') ++p;
    if (p < end && *p == '.') {
      f.point = true;
      const char* const point = p++;
      while (p < end && *p == '#') ++p;
      f.decimals = static_cast<int>(p - point) - 1;
    }
    f.width = static_cast<std::size_t>(p - begin);
    return f;
  }
  if (p < end && (*p == '<' || *p == '>' || *p == '|')) {
    f.justify = *p;
    while (p < end && *p == f.justify) ++p;
  }
  if (end - p >= 3 && std::memcmp(p, "...", 3) == 0) {
    f.dots = true;
    p += 3;
  }
  f.width = static_cast<std::size_t>(p - begin);
  return f;
}

bool Picture::next_value(Value* value) {
  given_ = argument_ < call_.count;
  if (given_) *value = call_[argument_++];
  else if (call_.engine.warning_enabled(Warning::Syntax))
    call_.engine.warn(Warning::Syntax, "Not enough format arguments");
  return given_;
}
void Picture::put_back(const std::string& rest) {
  if (given_) call_.assign(argument_ - 1, text_value(rest, value_wide_));
}

Value Picture::appended_to(const Value& before) {
  std::string all = before.is_undef() ? "" : characters(before);
  all += out_;
  return text_value(all, wide_);
}

void Picture::show(const Field& f) {
  if (f.justify == '#') show_number(f);
  else if (f.justify == '*') show_lines(f);
  else show_text(f);
}

std::string Picture::characters(const Value& value) {
  const Text text(call_.engine, value);
  value_wide_ = text.utf8();
  wide_ = wide_ || value_wide_;
  return utf8_text(text);
}

// The value up to its first newline, as much as fits.
Picture::Item Picture::cut_line(const std::string& value, std::size_t width) const {
  Item item;
  std::size_t at = 0;
  while (at < value.size() && item.columns < width && value[at] != '\n') {
    at = next_character(value, at);
    ++item.columns;
  }
  item.text = value.substr(0, at);
  item.more = std::any_of(value.begin() + static_cast<std::ptrdiff_t>(at), value.end(),
                          [](char c) { return !is_space(c); });
  return item;
}

// What a ^ field shows next, broken where $: allows it. Learnt from perl: a breaking character that
// is no blank is shown, but not counted, so that it may stand behind the field.
Picture::Item Picture::cut(const std::string& value, std::size_t width, std::size_t* taken) const {
  const bool at_blanks = breaks_.find(' ') != breaks_.npos;
  Item item;
  std::size_t columns = 0, at = 0;
  std::size_t shown = 0, counted = 0;  // up to the last place to break
  bool broken = false, forced = false;
  for (; at < value.size(); at = next_character(value, at), ++columns) {
    const char c = value[at];
    if (c == '\r') {
      shown = at, counted = columns, broken = forced = true;
      break;
    }
    if (is_space(c)) {
      if (at_blanks || breaks_.find(c) != breaks_.npos)
        shown = at, counted = columns, broken = true;
    } else if (breaks_.find(c) != breaks_.npos) {
      shown = at + 1, counted = columns, broken = true;
    }
    if (columns >= width) break;
  }
  if (!forced && at >= value.size()) shown = value.size(), counted = columns;
  else if (!broken) shown = at, counted = columns;
  std::size_t next = shown;
  if (forced) ++next;
  else if (at_blanks)
    while (next < value.size() && is_space(value[next])) ++next;
  item.text = value.substr(0, shown);
  item.columns = counted;
  item.more = next < value.size();
  *taken = next;
  return item;
}

void Picture::show_text(const Field& f) {
  Value given;
  const std::string value = next_value(&given) ? characters(given) : std::string();
  Item item;
  std::size_t taken = 0;
  if (f.kind == '@') item = cut_line(value, f.width);
  else item = cut(value, f.width, &taken);
  if (f.kind == '^') put_back(value.substr(taken));
  for (char& c : item.text) {
    if (f.kind == '@' || !is_space(c)) shown_ = true;
    if (is_control(c)) c = ' ';
  }
  const std::size_t pad = f.width - std::min(item.columns, f.width);
  const std::size_t before = f.justify == '>' ? pad : f.justify == '|' ? pad / 2 : 0;
  const std::size_t begin = out_.size();
  out_.append(before, ' ');
  out_ += item.text;
  kept_ = out_.size();
  out_.append(pad - before, ' ');
  if (!f.dots || !item.more) return;
  put_dots(begin);
  if (f.kind == '@') kept_ = out_.size();
}

// "..." takes the last three columns of the field, or stands right behind the text when there are
// three blanks behind it.
void Picture::put_dots(std::size_t begin) {
  const std::size_t size = out_.size();
  std::size_t blanks = 0;
  while (blanks < size - begin && out_[size - 1 - blanks] == ' ') ++blanks;
  if (blanks >= 3) {
    out_.replace(size - blanks, 3, "...");
    kept_ = std::max(kept_, size - blanks + 3);
    return;
  }
  for (std::size_t n = 0; n < 3 && out_.size() > begin; ++n) {
    while ((static_cast<unsigned char>(out_.back()) & 0xC0) == 0x80) out_.pop_back();
    out_.pop_back();
  }
  out_ += "...";
  kept_ = out_.size();
}

void Picture::show_number(const Field& f) {
  Value value;
  next_value(&value);
  if (f.kind == '^' && value.is_undef()) {
    out_.append(f.width, ' ');
    kept_ = out_.size();
    return;
  }
  shown_ = true;
  const double number = to_double(call_.engine, value);
  const int width = static_cast<int>(f.width);
  const int length =
      std::snprintf(nullptr, 0, "%.*f", f.decimals, number) + (f.point && f.decimals == 0 ? 1 : 0);
  if (length > width || std::isinf(number)) {
    out_.append(f.width, '#');
    return;
  }
  std::string digits(f.width + 1, '\0');
  if (f.point)
    std::snprintf(digits.data(), digits.size(), f.zeros ? "%#0*.*f" : "%#*.*f", width, f.decimals,
                  number);
  else std::snprintf(digits.data(), digits.size(), f.zeros ? "%0*.0f" : "%*.0f", width, number);
  digits.pop_back();
  out_ += digits;
}

// @* takes the whole value without its last newline, ^* one line off it.
void Picture::show_lines(const Field& f) {
  Value given;
  std::string value = next_value(&given) ? characters(given) : std::string();
  if (!value.empty()) shown_ = true;
  if (f.kind == '@') {
    if (value.ends_with('\n')) value.pop_back();
    out_ += value;
    kept_ = out_.size();
    return;
  }
  const std::size_t end = std::min(value.find('\n'), value.size());
  out_.append(value, 0, end);
  kept_ = out_.size();
  value.erase(0, std::min(end + 1, value.size()));
  put_back(value);
}

}  // namespace perlipc::builtin
