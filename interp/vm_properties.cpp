// perlunicode "User-Defined Character Properties".
#include "interp/vm_properties.h"
#include "interp/regex/code_ranges.h"
#include "interp/source_file.h"
#include <algorithm>

namespace perlipc {

namespace {

using Ranges = PropertySource::Ranges;
constexpr std::uint32_t kLastCode = last_code_point;

bool hex_number(std::string_view& text, std::uint32_t& value) {
  std::uint64_t n = 0;
  std::size_t used = 0;
  for (; used < text.size() && std::isxdigit(static_cast<unsigned char>(text[used])); ++used) {
    char c = text[used];
    n = n * 16 + static_cast<std::uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    n = std::min<std::uint64_t>(n, kLastCode);
  }
  text.remove_prefix(used);
  if (used > 0) value = static_cast<std::uint32_t>(n);
  return used > 0;
}

void trim(std::string_view& text) {
  auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
}

// Short names of blocks (perluniprops "Block").
constexpr std::pair<std::string_view, std::string_view> kBlockAliases[] = {
    {"ascii", "basiclatin"},
    {"latin1", "latin1supplement"},
    {"latin1sup", "latin1supplement"},
    {"latinexta", "latinextendeda"},
    {"latinextb", "latinextendedb"},
    {"ipaext", "ipaextensions"},
    {"modifierletters", "spacingmodifierletters"},
    {"diacriticals", "combiningdiacriticalmarks"},
    {"combiningmarks", "combiningdiacriticalmarks"},
    {"greek", "greekandcoptic"},
    {"greekext", "greekextended"},
    {"cyrillicsup", "cyrillicsupplement"},
    {"arabicsup", "arabicsupplement"},
    {"jamo", "hanguljamo"},
    {"hangul", "hangulsyllables"},
    {"punctuation", "generalpunctuation"},
    {"superandsub", "superscriptsandsubscripts"},
    {"symbolsforcombining", "combiningdiacriticalmarksforsymbols"},
    {"mathoperators", "mathematicaloperators"},
    {"misctechnical", "miscellaneoustechnical"},
    {"ocr", "opticalcharacterrecognition"},
    {"enclosedalphanum", "enclosedalphanumerics"},
    {"miscsymbols", "miscellaneoussymbols"},
    {"braille", "braillepatterns"},
    {"cjkradicalssup", "cjkradicalssupplement"},
    {"kangxi", "kangxiradicals"},
    {"cjksymbols", "cjksymbolsandpunctuation"},
    {"cjk", "cjkunifiedideographs"},
    {"cjkexta", "cjkunifiedideographsextensiona"},
    {"cjkextb", "cjkunifiedideographsextensionb"},
    {"cjkcompat", "cjkcompatibility"},
    {"cjkcompatideographs", "cjkcompatibilityideographs"},
    {"pua", "privateusearea"},
    {"privateuse", "privateusearea"},
    {"alphabeticpf", "alphabeticpresentationforms"},
    {"arabicpfa", "arabicpresentationformsa"},
    {"arabicpfb", "arabicpresentationformsb"},
    {"vs", "variationselectors"},
    {"halfmarks", "combininghalfmarks"},
    {"halfandfullforms", "halfwidthandfullwidthforms"},
    {"music", "musicalsymbols"},
    {"mathalphanum", "mathematicalalphanumericsymbols"},
    {"suppuaa", "supplementaryprivateuseareaa"},
    {"suppuab", "supplementaryprivateuseareab"}};

// Names compare without case, white space, - and _.
std::string loose(std::string_view name) {
  std::string out;
  for (char c : name)
    if (c != ' ' && c != '_' && c != '-' && c != '\t')
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

// Keeps $@ as it is while Perl code runs on behalf of a pattern.
class KeptError {
 public:
  explicit KeptError(VM& vm) : vm_(vm), error_(rvalue(Value::boxed(vm.error_glob_->scalar()))) {}
  KeptError(const KeptError&) = delete;
  ~KeptError() { vm_.set_eval_error(std::move(error_)); }

 private:
  VM& vm_;
  Value error_;
};

}  // namespace

PropertySource::Answer VmProperties::user_defined(const std::string& name, bool caseless,
                                                  Ranges& ranges, std::string& text) {
  std::string full = name;
  if (name.find("::") == std::string::npos)
    full = (package_.empty() ? vm_.current_package()->name : std::string(package_)) + "::" + name;
  Glob* glob = vm_.glob(full, false);
  Code* code = glob ? glob->code() : nullptr;
  if (!code || !code->defined()) {
    text = full;
    return Answer::Unknown;
  }
  KeptError kept(vm_);
  std::string definition;
  try {
    Value argument = Value::integer(caseless ? 1 : 0);
    Text result(vm_, vm_.call_scalar(code, {&argument, 1}));
    definition = result.view();
  } catch (PerlDie& d) {
    Text message(vm_, d.value);
    text = "Error \"" + std::string(message.view()) + "\"";
    return Answer::Failed;
  }
  if (++depth_ > 100) {
    text = "Infinite recursion in user-defined property";
    return Answer::Failed;
  }
  bool good = expand(definition, caseless, ranges, text);
  --depth_;
  return good ? Answer::Found : Answer::Failed;
}

bool VmProperties::expand(std::string_view definition, bool caseless, Ranges& ranges,
                          std::string& text) {
  while (!definition.empty()) {
    std::size_t end = std::min(definition.find('\n'), definition.size());
    std::string_view line = definition.substr(0, end);
    definition.remove_prefix(std::min(end + 1, definition.size()));
    line = line.substr(0, line.find('#'));
    trim(line);
    if (line.empty()) continue;
    std::string_view rest = line;
    std::uint32_t first = 0;
    if (!hex_number(rest, first)) {
      if (!combine(line, caseless, ranges, text)) return false;
      continue;
    }
    trim(rest);
    std::uint32_t last = first;
    hex_number(rest, last);
    if (last < first) {
      text = "Illegal range in \"" + std::string(line) + "\"";
      return false;
    }
    ranges.emplace_back(first, last);
  }
  normalise(ranges);
  return true;
}

// A line that names another property: + - ! & in front of it.
bool VmProperties::combine(std::string_view line, bool caseless, Ranges& ranges,
                           std::string& text) {
  char how = line.front();
  std::string_view rest = line;
  if (std::string_view("+-!&").find(how) != std::string_view::npos) rest.remove_prefix(1);
  else how = '+';
  trim(rest);
  std::string name(rest);
  Ranges other;
  Answer answer = Answer::Unknown;
  if (name.starts_with("utf8::")) name.erase(0, 6);
  else if (name.find("::") != std::string::npos) answer = user_defined(name, caseless, other, text);
  if (answer == Answer::Failed) {
    text += " in expansion of " + name;
    return false;
  }
  if (answer == Answer::Unknown && !property_members(name, other) && !standard(name, other)) {
    text = "Can't find Unicode property definition \"" + name + "\"";
    return false;
  }
  if (how == '-') ranges = intersection_of(ranges, complement_of(std::move(other)));
  else if (how == '&') ranges = intersection_of(ranges, other);
  else {
    if (how == '!') other = complement_of(std::move(other));
    ranges.insert(ranges.end(), other.begin(), other.end());
    normalise(ranges);
  }
  return true;
}

// Blocks are data of the installed perl: lines "0000..007F; Basic Latin".
bool VmProperties::standard(const std::string& name, Ranges& ranges) {
  std::string wanted = loose(name);
  std::size_t prefix = 0;
  for (std::string_view key : {"in", "isin", "block=", "block:", "blk=", "blk:"})
    if (wanted.starts_with(key)) prefix = std::max(prefix, key.size());
  if (prefix == 0) return false;
  wanted.erase(0, prefix);
  for (const auto& [alias, full] : kBlockAliases)
    if (alias == wanted) wanted = full;
  std::string blocks;
  for (const Value& entry : *vm_.glob("main::INC", true)->array()) {
    Value directory = rvalue(entry);
    if (directory.is_ref() || directory.is_undef()) continue;
    Text text(vm_, directory);
    if (read_source(std::string(text.view()) + "/unicore/Blocks.txt", &blocks)) break;
  }
  for (std::string_view left = blocks; !left.empty();) {
    std::string_view rest = left.substr(0, left.find('\n'));
    left.remove_prefix(std::min(rest.size() + 1, left.size()));
    std::uint32_t first = 0, last = 0;
    if (!hex_number(rest, first) || !rest.starts_with("..")) continue;
    rest.remove_prefix(2);
    if (!hex_number(rest, last) || !rest.starts_with("; ")) continue;
    if (loose(rest.substr(2)) != wanted) continue;
    ranges.emplace_back(first, last);
    return true;
  }
  return false;
}

}  // namespace perlipc
