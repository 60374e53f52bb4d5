// Which locale a script believes to be in. A program of its own would have called setlocale(3) at start;
// an interpreter inside another program leaves the process alone until the script asks for a change.
#pragma once
#include "interp/value/engine.h"

#include <clocale>
#include <langinfo.h>
#include <locale.h>
#include <string>

namespace perlipc::builtin {

struct LocaleState {
  explicit LocaleState(Engine&) {}
  bool set_by_script = false;

  // What the environment asks for, until the script sets something.
  std::string name(int category) const {
    const char* now = std::setlocale(category, nullptr);
    if (set_by_script || now == nullptr) return now ? now : "C";
    const std::string before = now;
    const char* wanted = std::setlocale(category, "");
    std::string answer = wanted ? wanted : before;
    std::setlocale(category, before.c_str());
    return answer;
  }

  std::string item(nl_item item) const {
    if (set_by_script) return ::nl_langinfo(item);
    const locale_t environment = ::newlocale(LC_ALL_MASK, "", nullptr);
    if (environment == nullptr) return ::nl_langinfo(item);
    std::string text = ::nl_langinfo_l(item, environment);
    ::freelocale(environment);
    return text;
  }
};

}  // namespace perlipc::builtin
