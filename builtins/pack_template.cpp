// The parser of pack templates.
#include "builtins/pack_template.h"
#include <climits>

namespace perlipc::builtin {
namespace {
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Parser {
 public:
  Parser(Engine& engine, std::string_view text, const char* function)
      : engine_(engine), p_(text.data()), end_(p_ + text.size()), function_(function) {}

  PackTemplate run() {
    PackTemplate out;
    skip();
    out.starts_with_u = p_ < end_ && *p_ == 'U';
    out.items = items(end_, '\0');
    out.has_comma = comma_;
    return out;
  }

 private:
  [[noreturn]] void die(const std::string& text) {
    engine_.die(text + " in " + function_);
    std::abort();  // die does not return
  }

  // White space and comments.
  void skip() {
    while (p_ < end_) {
      if (*p_ == '#') {
        while (p_ < end_ && *p_ != '\n') ++p_;
      } else if (!is_space(*p_)) {
        return;
      } else {
        ++p_;
      }
    }
  }

  // Finds the bracket that closes what begins before p.
  const char* closing(const char* p, char close) {
    while (p < end_) {
      char c = *p++;
      if (is_space(c)) continue;
      if (c == close) return p - 1;
      if (c == '#') {
        while (p < end_ && *p != '\n') ++p;
      } else if (c == '(') {
        p = closing(p, ')') + 1;
      } else if (c == '[') {
        p = closing(p, ']') + 1;
      }
    }
    engine_.die(std::string("No group ending character '") + close + "' found in template");
    return nullptr;
  }

  std::vector<PackItem> items(const char* stop, char byte_order) {
    std::vector<PackItem> list;
    const char* outer_end = std::exchange(end_, stop);
    for (skip(); p_ < end_; skip()) {
      if (*p_ == ',') {  // grudgingly skipped, as perl does
        comma_ = true;
        ++p_;
        continue;
      }
      if (*p_ == '/' && !packing()) {
        // The length is whatever was unpacked last.
        if (list.empty()) die("'/' must follow a numeric type");
        ++p_;
        list.back().slash = true;
        require_code();
        continue;
      }
      bool after_slash = !list.empty() && list.back().slash;
      list.push_back(item(byte_order));
      PackItem& made = list.back();
      if (after_slash && !packing() && made.count_kind == PackCount::Number)
        die("Count after length/code");
      skip();
      if (packing() && p_ < end_ && *p_ == '/') {
        ++p_;
        made.slash = true;
        require_code();
      }
    }
    end_ = outer_end;
    return list;
  }

  bool packing() const { return function_[0] == 'p'; }

  void require_code() {
    skip();
    if (p_ >= end_) die("Code missing after '/'");
  }

  PackItem item(char byte_order) {
    PackItem made;
    made.type = *p_++;
    const char* body = p_;
    const char* body_end = nullptr;
    if (made.type == '(') {
      body_end = closing(p_, ')');
      p_ = body_end + 1;
    } else if (!known(made.type)) {
      die(std::string("Invalid type '") + made.type + "'");
    }
    char order = modifiers(made);
    if (order && byte_order && order != byte_order)
      die(std::string("Can't use '") + order + "' in a group with different byte-order");
    if (!order) order = byte_order;
    made.big = order == '>';
    count(made);
    if (body_end) {
      const char* after = std::exchange(p_, body);
      made.group = items(body_end, order);
      p_ = after;
    }
    return made;
  }

  static bool known(char c) {
    return c && std::string_view("aAZbBhHcCWsSlLqQiInNvVjJfdFDpPuUwxX@.%").find(c) !=
                    std::string_view::npos;
  }

  // Returns the byte order mark that was given, or 0.
  char modifiers(PackItem& made) {
    char order = 0;
    for (; p_ < end_ && (*p_ == '!' || *p_ == '<' || *p_ == '>'); ++p_) {
      const char* allowed = *p_ == '!' ? "sSiIlLxXnNvV@." : "sSiIlLqQjJfFdDpP(";
      if (!std::strchr(allowed, made.type))
        die(std::string("'") + *p_ + "' allowed only after types " + allowed);
      if (*p_ == '!') {
        made.bang = true;
        continue;
      }
      if (order && order != *p_)
        die(std::string("Can't use both '<' and '>' after type '") + made.type + "'");
      order = *p_;
    }
    return order;
  }

  std::int64_t number() {
    std::int64_t n = 0;
    for (; p_ < end_ && is_digit(*p_); ++p_) {
      n = n * 10 + (*p_ - '0');
      if (n > INT_MAX) engine_.die("pack/unpack repeat count overflow");
    }
    return n;
  }

  void count(PackItem& made) {
    skip();
    if (p_ >= end_) return;
    if (*p_ == '*') {
      ++p_;
      made.count_kind = PackCount::Star;
    } else if (is_digit(*p_)) {
      made.count_kind = PackCount::Number;
      made.count = number();
    } else if (*p_ == '[') {
      const char* close = closing(++p_, ']');
      made.count_kind = PackCount::Number;
      if (p_ < close && is_digit(*p_)) {
        made.count = number();
        if (p_ != close) engine_.die("Malformed integer in [] in " + std::string(function_));
      } else {
        made.count = measure(items(close, '\0'));
      }
      p_ = close + 1;
    }
  }

  // Packed length of a template in brackets.
  std::int64_t measure(const std::vector<PackItem>& list) {
    std::int64_t total = 0;
    for (const PackItem& i : list) {
      if (i.count_kind == PackCount::Star) die("Within []-length '*' not allowed");
      std::int64_t size = 1;
      switch (i.type) {
        case '(': size = measure(i.group); break;
        case '@':
        case '/':
        case '.':
        case 'U':
        case 'w':
        case 'u':
        case '%': die(std::string("Within []-length '") + i.type + "' not allowed");
        case 'X':
          if (i.bang) {
            if (i.count) total -= total % i.count;
          } else {
            if (total < i.count) die("'X' outside of string");
            total -= i.count;
          }
          continue;
        case 'x':
          if (i.bang) {
            if (i.count && total % i.count) total += i.count - total % i.count;
            continue;
          }
          break;
        case 'a':
        case 'A':
        case 'Z': break;
        case 'b':
        case 'B': total += (i.count + 7) / 8; continue;
        case 'h':
        case 'H': total += (i.count + 1) / 2; continue;
        case 'P': total += 8; continue;
        default: size = static_cast<std::int64_t>(pack_size(i.type, i.bang)); break;
      }
      total += size * i.count;
    }
    return total;
  }

  Engine& engine_;
  const char* p_;
  const char* end_;
  const char* function_;
  bool comma_ = false;
};
}  // namespace

std::size_t pack_size(char type, bool bang) {
  switch (type) {
    case 'c':
    case 'C':
    case 'W': return 1;
    case 's':
    case 'S':
    case 'n':
    case 'v': return 2;
    case 'l':
    case 'L': return bang ? sizeof(long) : 4;
    case 'i':
    case 'I':
    case 'N':
    case 'V':
    case 'f': return 4;
    case 'q':
    case 'Q':
    case 'j':
    case 'J':
    case 'd':
    case 'F':
    case 'p':
    case 'P': return 8;
    case 'D': return sizeof(long double);
    default: return 0;
  }
}

const PackTemplate& PackTemplates::get(Engine& engine, const String* text, const char* function) {
  int which = function[0] == 'u';
  Last& last = last_[which];
  if (last.text == text) return *last.compiled;
  std::string key(text->view());
  auto& cache = cache_[which];
  auto found = cache.find(key);
  if (found == cache.end()) {
    if (cache.size() >= 1000) {  // templates made at run time must not pile up
      cache.clear();
      last = {};
    }
    auto made = std::make_unique<PackTemplate>(Parser(engine, key, function).run());
    found = cache.emplace(std::move(key), std::move(made)).first;
  }
  if (text->refs & kImmortal) last = {text, found->second.get()};
  return *found->second;
}

}  // namespace perlipc::builtin
