// Names inside \p{...}: perl's spellings (perluniprops) mapped to what PCRE2 understands.

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "interp/regex/char_class.h"

namespace perlipc {
namespace {

struct Alias {
  std::string_view name;
  std::string_view category;
};

// Loose forms (lower case, no space, '-' or '_') of the general categories.
constexpr Alias general_categories[] = {
    {"c", "C"},
    {"casedletter", "L&"},
    {"cc", "Cc"},
    {"cf", "Cf"},
    {"closepunctuation", "Pe"},
    {"cn", "Cn"},
    {"cntrl", "Cc"},
    {"co", "Co"},
    {"connectorpunctuation", "Pc"},
    {"control", "Cc"},
    {"cs", "Cs"},
    {"currencysymbol", "Sc"},
    {"dashpunctuation", "Pd"},
    {"decimalnumber", "Nd"},
    {"digit", "Nd"},
    {"enclosingmark", "Me"},
    {"finalpunctuation", "Pf"},
    {"format", "Cf"},
    {"initialpunctuation", "Pi"},
    {"l", "L"},
    {"l&", "L&"},
    {"lc", "L&"},
    {"letter", "L"},
    {"letternumber", "Nl"},
    {"lineseparator", "Zl"},
    {"ll", "Ll"},
    {"lm", "Lm"},
    {"lo", "Lo"},
    {"lowercaseletter", "Ll"},
    {"lt", "Lt"},
    {"lu", "Lu"},
    {"m", "M"},
    {"mark", "M"},
    {"mathsymbol", "Sm"},
    {"mc", "Mc"},
    {"me", "Me"},
    {"mn", "Mn"},
    {"modifierletter", "Lm"},
    {"modifiersymbol", "Sk"},
    {"n", "N"},
    {"nd", "Nd"},
    {"nl", "Nl"},
    {"no", "No"},
    {"nonspacingmark", "Mn"},
    {"number", "N"},
    {"openpunctuation", "Ps"},
    {"other", "C"},
    {"otherletter", "Lo"},
    {"othernumber", "No"},
    {"otherpunctuation", "Po"},
    {"othersymbol", "So"},
    {"p", "P"},
    {"paragraphseparator", "Zp"},
    {"pc", "Pc"},
    {"pd", "Pd"},
    {"pe", "Pe"},
    {"pf", "Pf"},
    {"pi", "Pi"},
    {"po", "Po"},
    {"privateuse", "Co"},
    {"ps", "Ps"},
    {"punct", "P"},
    {"punctuation", "P"},
    {"s", "S"},
    {"sc", "Sc"},
    {"separator", "Z"},
    {"sk", "Sk"},
    {"sm", "Sm"},
    {"so", "So"},
    {"spaceseparator", "Zs"},
    {"spacingmark", "Mc"},
    {"surrogate", "Cs"},
    {"symbol", "S"},
    {"title", "Lt"},
    {"titlecase", "Lt"},
    {"titlecaseletter", "Lt"},
    {"unassigned", "Cn"},
    {"uppercaseletter", "Lu"},
    {"z", "Z"},
    {"zl", "Zl"},
    {"zp", "Zp"},
    {"zs", "Zs"},
};

// Properties that are POSIX-like classes under Unicode rules.
constexpr Alias unicode_classes[] = {
    {"alnum", "alnum"},       {"alpha", "alpha"},       {"alphabetic", "alpha"},
    {"blank", "blank"},       {"graph", "graph"},       {"hex", "xdigit"},
    {"hexdigit", "xdigit"},   {"horizspace", "blank"},  {"lower", "lower"},
    {"lowercase", "lower"},   {"print", "print"},       {"space", "space"},
    {"spaceperl", "space"},   {"upper", "upper"},       {"uppercase", "upper"},
    {"whitespace", "space"},  {"word", "word"},         {"wspace", "space"},
    {"xdigit", "xdigit"},     {"xperlspace", "space"},  {"xposixalnum", "alnum"},
    {"xposixalpha", "alpha"}, {"xposixblank", "blank"}, {"xposixcntrl", "cntrl"},
    {"xposixdigit", "digit"}, {"xposixgraph", "graph"}, {"xposixlower", "lower"},
    {"xposixprint", "print"}, {"xposixpunct", "punct"}, {"xposixspace", "space"},
    {"xposixupper", "upper"}, {"xposixword", "word"},   {"xposixxdigit", "xdigit"},
};

constexpr Alias ascii_classes[] = {
    {"ahex", "xdigit"},        {"ascii", "ascii"},      {"asciihexdigit", "xdigit"},
    {"basiclatin", "ascii"},   {"perlspace", "space"},  {"perlword", "word"},
    {"posixalnum", "alnum"},   {"posixalpha", "alpha"}, {"posixblank", "blank"},
    {"posixcntrl", "cntrl"},   {"posixdigit", "digit"}, {"posixgraph", "graph"},
    {"posixlower", "lower"},   {"posixprint", "print"}, {"posixpunct", "punct"},
    {"posixspace", "space"},   {"posixupper", "upper"}, {"posixword", "word"},
    {"posixxdigit", "xdigit"},
};

// Property keys perl knows and PCRE2 has no data for.
constexpr std::string_view foreign_keys[] = {"age",
                                             "in",
                                             "presentin",
                                             "blk",
                                             "block",
                                             "ccc",
                                             "canonicalcombiningclass",
                                             "nv",
                                             "numericvalue",
                                             "nt",
                                             "numerictype",
                                             "ea",
                                             "eastasianwidth",
                                             "lb",
                                             "linebreak",
                                             "gcb",
                                             "graphemeclusterbreak",
                                             "wb",
                                             "wordbreak",
                                             "sb",
                                             "sentencebreak",
                                             "jt",
                                             "joiningtype",
                                             "jg",
                                             "joininggroup",
                                             "dt",
                                             "decompositiontype",
                                             "hst",
                                             "hangulsyllabletype",
                                             "na",
                                             "name",
                                             "vo",
                                             "verticalorientation",
                                             "nfcqc",
                                             "nfdqc",
                                             "nfkcqc",
                                             "nfkdqc",
                                             "inpc",
                                             "insc",
                                             "indicpositionalcategory",
                                             "indicsyllabiccategory",
                                             "bpt",
                                             "bidipairedbrackettype"};

std::string loose(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (c == ' ' || c == '_' || c == '-' || c == '\t') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

template <size_t N> std::string_view find_alias(const Alias (&table)[N], std::string_view name) {
  for (const Alias& alias : table) {
    if (alias.name == name) return alias.category;
  }
  return {};
}

bool known_to_pcre2(const std::string& name) {
  std::string pattern = "\\p{" + name + "}";
  int error_code = 0;
  PCRE2_SIZE error_offset = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                   PCRE2_UTF, &error_code, &error_offset, nullptr);
  if (code == nullptr) return false;
  pcre2_code_free(code);
  return true;
}

PropertyLookup found(CharSet set, bool negated = false) {
  return {PropertyLookup::Verdict::Found, std::move(set), negated};
}

PropertyLookup found_property(std::string name) {
  CharSet set;
  set.properties.push_back({std::move(name), false});
  return found(std::move(set));
}

PropertyLookup found_category(std::string_view category, bool caseless) {
  bool cased = category == "Lu" || category == "Ll" || category == "Lt";
  return found_property(caseless && cased ? "L&" : std::string(category));
}

PropertyLookup single_form(const std::string& name, bool caseless) {
  if (name == "any" || name == "unicode" || name == "all") {
    CharSet set;
    set.add(0, 0x10ffff);
    return found(std::move(set));
  }
  if (name == "assigned") {
    CharSet set;
    set.properties.push_back({"Cn", true});
    return found(std::move(set));
  }
  if (name == "latin1" || name == "latin1supplement" || name == "inlatin1" ||
      name == "inlatin1supplement") {
    CharSet set;
    set.add(0x80, 0xff);
    return found(std::move(set));
  }
  // What may stand in the names of characters (perldoc charnames "CUSTOM ALIASES").
  if (name == "perlcharnamebegin") return found(*posix_class("alpha", true, caseless, false));
  if (name == "perlidcont") return found(*posix_class("word", true, caseless, false));
  if (name == "perlidstart") {  // of identifiers in programs
    CharSet set = *posix_class("alpha", true, caseless, false);
    set.add('_', '_');
    return found(std::move(set));
  }
  if (name == "perlcharnamecontinue") {
    CharSet set = *posix_class("word", true, caseless, false);
    for (const char c : {' ', '(', ')', '-'})
      set.add(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
    return found(std::move(set));
  }
  // PCRE2 10.42 has other members for these.
  constexpr std::string_view differing[] = {"common", "zyyy", "inherited", "zinh", "qaai"};
  if (std::find(std::begin(differing), std::end(differing), name) != std::end(differing)) {
    return {PropertyLookup::Verdict::Unsupported, {}, false};
  }
  if (name == "vertspace") return found(vertical_space());
  if (auto category = find_alias(general_categories, name); !category.empty()) {
    return found_category(category, caseless);
  }
  if (auto posix = find_alias(unicode_classes, name); !posix.empty()) {
    return found(*posix_class(posix, true, caseless, false));
  }
  if (auto posix = find_alias(ascii_classes, name); !posix.empty()) {
    CharSet set = *posix_class(posix, false, caseless, false);
    return found(std::move(set));
  }
  if (known_to_pcre2(name)) return found_property(name);
  return {};
}

PropertyLookup compound_form(const std::string& key, const std::string& value, bool caseless) {
  if (key == "gc" || key == "generalcategory" || key == "category") {
    if (auto category = find_alias(general_categories, value); !category.empty()) {
      return found_category(category, caseless);
    }
    return {};
  }
  if (key == "sc" || key == "script" || key == "scx" || key == "scriptextensions" || key == "bc" ||
      key == "bidiclass") {
    // PCRE2 10.42 has other members for these.
    constexpr std::string_view extended[] = {"common", "zyyy", "inherited", "zinh", "qaai"};
    if (key.size() > 2 && key[2] != 'c' &&
        std::find(std::begin(extended), std::end(extended), value) != std::end(extended)) {
      return {PropertyLookup::Verdict::Unsupported, {}, false};
    }
    std::string name = key + "=" + value;
    if (known_to_pcre2(name)) return found_property(std::move(name));
    return {};
  }
  if (std::find(std::begin(foreign_keys), std::end(foreign_keys), key) != std::end(foreign_keys)) {
    return {PropertyLookup::Verdict::Unsupported, {}, false};
  }
  bool yes = value == "y" || value == "yes" || value == "t" || value == "true";
  bool no = value == "n" || value == "no" || value == "f" || value == "false";
  if (!yes && !no) return {};
  // General categories are values, not properties.
  if (!find_alias(general_categories, key).empty() && key != "dash") return {};
  PropertyLookup lookup = single_form(key, caseless);
  lookup.negated = no;
  return lookup;
}

}  // namespace

bool may_be_user_defined(std::string_view name) {
  if (size_t colons = name.rfind("::"); colons != std::string_view::npos) {
    name.remove_prefix(colons + 2);
  }
  return name.size() > 2 && (name.substr(0, 2) == "In" || name.substr(0, 2) == "Is");
}

PropertyLookup unicode_property(std::string_view name, bool caseless) {
  size_t separator = name.find_first_of("=:");
  bool compound = separator != std::string_view::npos && name.find("::") == std::string_view::npos;
  if (compound) {
    std::string key = loose(name.substr(0, separator));
    if (key.size() > 2 && key.compare(0, 2, "is") == 0) key.erase(0, 2);
    return compound_form(key, loose(name.substr(separator + 1)), caseless);
  }
  std::string key = loose(name);
  // "L_" is the one name in which the underscore counts.
  if (name == "L_" || name == "IsL_") return found_category("L&", caseless);
  PropertyLookup lookup = single_form(key, caseless);
  if (lookup.verdict == PropertyLookup::Verdict::Unknown && key.size() > 2 &&
      key.compare(0, 2, "is") == 0) {
    lookup = single_form(key.substr(2), caseless);
  }
  if (lookup.verdict == PropertyLookup::Verdict::Unknown && may_be_user_defined(name)) {
    lookup.verdict = PropertyLookup::Verdict::Unsupported;
  }
  return lookup;
}

}  // namespace perlipc
