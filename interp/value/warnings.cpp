// Names and tree of the warning categories (perldoc warnings).
#include "interp/value/warnings.h"
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>

namespace perlipc {
namespace {
constexpr unsigned kCount = static_cast<unsigned>(Warning::Count);

struct Names {
  std::string text[kCount];
  std::unordered_map<std::string_view, Warning> by_name;
  Names() {
    unsigned n = 0;
#define W(name, id) text[n++] = #name;
    PERLIPC_WARNING_CATEGORIES(W)
#undef W
    for (n = 0; n < kCount; ++n) {
      std::size_t at = text[n].find("__");
      if (at != std::string::npos) text[n].replace(at, 2, "::");
      by_name.emplace(text[n], static_cast<Warning>(n));
    }
  }
};

const Names& names() {
  static const Names table;
  return table;
}
}  // namespace

const char* warning_name(Warning id) {
  auto n = static_cast<unsigned>(id);
  return n < kCount ? names().text[n].c_str() : nullptr;
}

Warning find_warning(const char* name, unsigned long length) {
  auto found = names().by_name.find(std::string_view(name, length));
  return found == names().by_name.end() ? Warning::Count : found->second;
}

Warning warning_parent(Warning id) {
  switch (id) {
    case Warning::Closed:
    case Warning::Exec:
    case Warning::Layer:
    case Warning::Newline:
    case Warning::Pipe:
    case Warning::Unopened:
    case Warning::Syscalls: return Warning::Io;
    case Warning::Debugging:
    case Warning::Inplace:
    case Warning::Internal:
    case Warning::Malloc: return Warning::Severe;
    case Warning::Ambiguous:
    case Warning::Bareword:
    case Warning::Digit:
    case Warning::Parenthesis:
    case Warning::Precedence:
    case Warning::Printf:
    case Warning::Prototype:
    case Warning::Qw:
    case Warning::Reserved:
    case Warning::Semicolon:
    case Warning::Illegalproto: return Warning::Syntax;
    case Warning::Surrogate:
    case Warning::Nonchar:
    case Warning::NonUnicode: return Warning::Utf8;
    default:
      return id >= Warning::ExpSignatures && id < Warning::Count ? Warning::Experimental
                                                                 : Warning::All;
  }
}

}  // namespace perlipc
