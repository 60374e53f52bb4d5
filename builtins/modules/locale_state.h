// Which locale a script believes to be in. A program of its own would have called setlocale(3) at start;
// an interpreter inside another program leaves the process alone until the script asks for a change.
#pragma once
#include "interp/value/engine.h"

#include <clocale>
#include <langinfo.h>
#include <locale.h>
#include <string>
#include <utility>

namespace perlipc::builtin {

struct LocaleState {
  explicit LocaleState(Engine&) {}
  bool set_by_script = false;

  // What the environment asks for, until the script sets something. The process's locale, which other
  // threads may be using, is only looked at.
  std::string name(int category) const {
    if (!set_by_script) {
      if (const locale_t environment = ::newlocale(LC_ALL_MASK, "", nullptr)) {
        std::string answer = name_in(environment, category);
        ::freelocale(environment);
        return answer;
      }
    }
    const char* now = std::setlocale(category, nullptr);
    return now ? now : "C";
  }

  std::string item(nl_item item) const {
    if (set_by_script) return ::nl_langinfo(item);
    const locale_t environment = ::newlocale(LC_ALL_MASK, "", nullptr);
    if (environment == nullptr) return ::nl_langinfo(item);
    std::string text = ::nl_langinfo_l(item, environment);
    ::freelocale(environment);
    return text;
  }

 private:
  // As setlocale(3) words it: LC_ALL is one name, or all of them when they differ.
  static std::string name_in(locale_t locale, int category) {
    static constexpr std::pair<int, const char*> kCategories[] = {
        {LC_CTYPE, "LC_CTYPE"},
        {LC_NUMERIC, "LC_NUMERIC"},
        {LC_TIME, "LC_TIME"},
        {LC_COLLATE, "LC_COLLATE"},
        {LC_MONETARY, "LC_MONETARY"},
        {LC_MESSAGES, "LC_MESSAGES"},
        {LC_PAPER, "LC_PAPER"},
        {LC_NAME, "LC_NAME"},
        {LC_ADDRESS, "LC_ADDRESS"},
        {LC_TELEPHONE, "LC_TELEPHONE"},
        {LC_MEASUREMENT, "LC_MEASUREMENT"},
        {LC_IDENTIFICATION, "LC_IDENTIFICATION"}};
    const auto name_of = [&](int one) {
      return std::string(::nl_langinfo_l(_NL_LOCALE_NAME(one), locale));
    };
    if (category != LC_ALL) return name_of(category);
    std::string all;
    bool same = true;
    for (const auto& [number, name] : kCategories) {
      same = same && name_of(number) == name_of(LC_CTYPE);
      all += (all.empty() ? "" : ";") + std::string(name) + "=" + name_of(number);
    }
    return same ? name_of(LC_CTYPE) : all;
  }
};

}  // namespace perlipc::builtin
