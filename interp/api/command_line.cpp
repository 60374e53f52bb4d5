// Parsing of perl's switches. One class reads a bundle of switches wherever it stands: an argument,
// PERL5OPT or a #! line; the three differ in what they refuse.
#include "interp/api/command_line.h"
#include "builtins/perl_config.h"
#include <cstring>

namespace perlipc::command {

namespace {

enum class Source { Arguments, Environment, HashBang };

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_octal(char c) { return c >= '0' && c <= '7'; }
bool is_hex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

std::string encode_utf8(std::uint32_t c) {
  std::string out;
  if (c < 0x800) return {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
  if (c < 0x10000) out = {static_cast<char>(0xe0 | c >> 12)};
  else out = {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63))};
  out += static_cast<char>(0x80 | (c >> 6 & 63));
  out += static_cast<char>(0x80 | (c & 63));
  return out;
}

class SwitchReader {
 public:
  SwitchReader(Settings& settings, Source source, std::string_view bundle, std::string where,
               const std::vector<std::string>* argv = nullptr, std::size_t* next = nullptr)
      : settings_(settings), source_(source), rest_(bundle), where_(std::move(where)), argv_(argv),
        next_(next) {}

  // The letters after the minus.
  void read() {
    while (!rest_.empty()) {
      const char letter = rest_.front();
      if (source_ == Source::Environment && !is_space(letter) &&
          !std::strchr("CDIMTUWdmtw", letter))
        fail("Illegal switch in PERL5OPT: -" + std::string(1, letter), "");
      if (source_ == Source::HashBang) refuse_on_hash_bang(letter);
      if (!one(letter)) return;
    }
  }

 private:
  [[noreturn]] void fail(const std::string& text, const char* end = nullptr) const {
    throw UsageError{text + (end ? end : "") + (where_.empty() ? "." : where_ + ".") + "\n"};
  }
  void skip(std::size_t n = 1) { rest_.remove_prefix(n); }
  std::string take_all() {
    std::string out(rest_);
    rest_ = {};
    return out;
  }
  // Up to white space: what follows in a #! line or PERL5OPT are further switches.
  std::string take_word() {
    std::size_t n = 0;
    while (n < rest_.size() && !is_space(rest_[n])) ++n;
    std::string out(rest_.substr(0, n));
    skip(n);
    return out;
  }
  // The argument right behind the letter, or the next one of the command line.
  std::optional<std::string> attached_or_next() {
    if (!rest_.empty()) return take_all();
    if (argv_ && *next_ < argv_->size()) return (*argv_)[(*next_)++];
    return std::nullopt;
  }

  void refuse_on_hash_bang(char letter) const {
    if (std::strchr("ESVefx", letter))
      fail(std::string("Can't emulate -") + letter + " on #! line");
    if (letter == 'M' || letter == 'm') {
      std::size_t n = 0;
      while (n < rest_.size() && !is_space(rest_[n])) ++n;
      fail("Too late for \"-" + std::string(rest_.substr(0, n)) + "\" option");
    }
  }

  bool one(char letter);
  bool loop_switches(char letter);
  bool warning_switches(char letter);
  void take_code(char letter);
  void take_separator();
  void take_line_ending();
  void take_module(char letter);
  void take_unicode();
  void take_include();
  void take_config();
  std::string take_octal(std::uint32_t* value);
  [[noreturn]] void unrecognized() const {
    const std::string shown(source_ == Source::HashBang ? rest_.substr(0, 1) : rest_);
    fail("Unrecognized switch: -" + shown + "  (-h will show valid options)");
  }

  Settings& settings_;
  Source source_;
  std::string_view rest_;
  std::string where_;
  const std::vector<std::string>* argv_;
  std::size_t* next_;
};

// False when the bundle ends here.
bool SwitchReader::one(char letter) {
  if (loop_switches(letter) || warning_switches(letter)) return true;
  switch (letter) {
    case 'e':
    case 'E': take_code(letter); return false;
    case '0': take_separator(); return true;
    case 'l':
      skip();
      take_line_ending();
      return true;
    case 'I':
      skip();
      take_include();
      return true;
    case 'M':
    case 'm':
      skip();
      take_module(letter);
      return true;
    case 'C':
      skip();
      take_unicode();
      return true;
    case 'c':
      settings_.check_only = true;
      skip();
      return true;
    case 's':
      settings_.script_switches = true;
      skip();
      return true;
    case 'S':
      settings_.search_path = true;
      skip();
      return true;
    case 'x':
      skip();
      settings_.extract = true;
      settings_.extract_folder = take_all();
      return false;
    case 'h':
    case '?': settings_.show_help = true; return false;
    case 'v':
      settings_.show_version = true;
      skip();
      return false;
    case 'V':
      skip();
      take_config();
      return false;
    case 'U':
      settings_.unsafe = true;
      skip();
      return true;
    case 'f':
    case 'u': skip(); return true;
    case 'D':
      settings_.notes.push_back(
          "Recompile perl with -DDEBUGGING to use -D switch (did you mean -d ?)\n");
      skip();
      while (!rest_.empty() && is_word(rest_.front())) skip();
      return true;
    case 'd': fail("-d: perlipc has no debugger");
    case 't':
    case 'T':
      if (source_ == Source::Environment && letter == 'T') fail("Illegal switch in PERL5OPT: -T");
      if (source_ == Source::HashBang && settings_.taint == 0)
        fail(std::string("\"-") + letter +
             "\" is on the #! line, it must also be used on the command line");
      if (settings_.taint == 0 || letter == 'T') settings_.taint = letter == 'T' ? 1 : -1;
      skip();
      return true;
    case ' ':
    case '*':
      while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '*')) skip();
      // Only another "-" goes on with switches: "#!perl -w # comment".
      if (rest_.empty() || rest_.front() != '-') return false;
      skip();
      return true;
    case '-':
    case '\r':
    case '\n':
    case '\t':
      if (source_ == Source::Arguments) {
        if (rest_ == "-help") {
          settings_.show_help = true;
          return false;
        }
        if (letter != '-' || rest_.size() > 1) unrecognized();
        return false;
      }
      if (source_ == Source::Environment)
        fail(std::string("Illegal switch in PERL5OPT: -") + letter);
      return false;
    default: unrecognized();
  }
}

bool SwitchReader::loop_switches(char letter) {
  switch (letter) {
    case 'p': settings_.print = true; [[fallthrough]];
    case 'n': settings_.loop = true; break;
    case 'a': settings_.split = settings_.loop = true; break;
    case 'F':
      skip();
      settings_.split = settings_.loop = true;
      settings_.split_pattern = take_word();
      return true;
    case 'i':
      skip();
      settings_.inplace = take_word();
      return true;
    default: return false;
  }
  skip();
  return true;
}

bool SwitchReader::warning_switches(char letter) {
  switch (letter) {
    case 'w': settings_.warn = true; break;
    case 'W': settings_.warn_all = true, settings_.warn_none = false; break;
    case 'X': settings_.warn_none = true, settings_.warn_all = false; break;
    default: return false;
  }
  skip();
  return true;
}

void SwitchReader::take_code(char letter) {
  skip();
  if (letter == 'E') settings_.all_features = true;
  const std::optional<std::string> text = attached_or_next();
  if (!text) fail(std::string("No code specified for -") + letter);
  if (!settings_.code) settings_.code.emplace();
  *settings_.code += *text + "\n";
}

// At most four octal digits, as perl reads them.
std::string SwitchReader::take_octal(std::uint32_t* value) {
  std::string digits;
  *value = 0;
  while (!rest_.empty() && digits.size() < 4 && is_octal(rest_.front())) {
    digits += rest_.front();
    *value = *value * 8 + static_cast<std::uint32_t>(rest_.front() - '0');
    skip();
  }
  return digits;
}

// -0[octal|xHEX]: 00 is paragraph mode, 0400 and more reads whole files.
void SwitchReader::take_separator() {
  Separator separator;
  if (rest_.size() > 2 && (rest_[1] == 'x' || rest_[1] == 'X') && is_hex(rest_[2])) {
    skip(2);
    std::uint32_t c = 0;
    while (!rest_.empty() && is_hex(rest_.front())) {
      const char d = rest_.front();
      c = c * 16 + static_cast<std::uint32_t>(d <= '9' ? d - '0' : (d | 32) - 'a' + 10);
      skip();
    }
    if (c > 0xff) separator.bytes = encode_utf8(c), separator.utf8 = true;
    else separator.bytes.assign(1, static_cast<char>(c));
  } else {
    std::uint32_t value;
    const std::string digits = take_octal(&value);
    if (value > 0377) separator.defined = false;
    else if (value == 0 && digits.size() > 1) separator.bytes.clear();
    else separator.bytes.assign(1, static_cast<char>(value));
  }
  settings_.input_separator = separator;
}

// -l[octal]: $\ becomes that character, or what $/ is by now.
void SwitchReader::take_line_ending() {
  settings_.chomp = true;
  Separator ending;
  if (!rest_.empty() && is_octal(rest_.front())) {
    std::uint32_t value;
    take_octal(&value);
    ending.bytes.assign(1, static_cast<char>(value));
  } else if (!settings_.input_separator) {
    ending.bytes = "\n";
  } else {
    ending = *settings_.input_separator;
    if (ending.defined && ending.bytes.empty()) ending.bytes = "\n\n";
  }
  settings_.output_separator = ending;
}

void SwitchReader::take_include() {
  if (source_ == Source::Arguments) {
    std::optional<std::string> folder = attached_or_next();
    if (!folder || folder->empty()) fail("No directory specified for -I");
    settings_.include.push_back(std::move(*folder));
    return;
  }
  while (!rest_.empty() && is_space(rest_.front())) skip();
  std::string folder = take_word();
  if (folder.empty()) fail("No directory specified for -I");
  settings_.include.insert(settings_.include.begin(), std::move(folder));
}

// -M[-]MODULE, -MMODULE=a,b, '-MMODULE LIST' as `use` or `no` statements.
void SwitchReader::take_module(char letter) {
  std::string text = source_ == Source::Arguments ? take_all() : take_word();
  const std::string option(1, letter);
  if (text.empty()) fail("Missing argument to -" + option);
  std::string code = "use ";
  if (text.front() == '-') {
    code = "no ";
    text.erase(0, 1);
  }
  std::size_t n = 0;
  bool single_colon = false;
  while (n < text.size() && (is_word(text[n]) || text[n] == ':')) {
    if (text[n] == ':') {
      if (n + 1 < text.size() && text[n + 1] == ':') ++n;
      else single_colon = true;
    }
    ++n;
  }
  if (n == 0) fail("Module name required with -" + option + " option");
  if (single_colon)
    fail("Invalid module name " + text.substr(0, n) + " with -" + option +
         " option: contains single ':'");
  if (n < text.size() && text[n] == '=') {
    code += text.substr(0, n) + " split(/,/,q" + std::string(1, '\0') + text.substr(n + 1) +
            std::string(1, '\0') + ")";
  } else if (letter == 'm') {
    if (n < text.size()) fail(std::string("Can't use '") + text[n] + "' after -mname");
    code += text + " ()";
  } else {
    code += text;
  }
  settings_.uses += code + "; ";
}

void SwitchReader::take_unicode() {
  const std::uint32_t before = settings_.unicode;
  const bool known = settings_.unicode_given;
  std::size_t n = 0;
  while (n < rest_.size() && !is_space(rest_[n])) ++n;
  const std::string word = "-C" + std::string(rest_.substr(0, n));
  settings_.unicode = parse_unicode(rest_);
  settings_.unicode_given = true;
  if (source_ == Source::HashBang && word != "-C" && (!known || before != settings_.unicode))
    fail("Too late for \"" + word + "\" option");
}

// -V, -V:name: the Config module of the installed perl has the answers.
void SwitchReader::take_config() {
  settings_.show_config = true;
  if (rest_.empty() || rest_.front() != ':') return;
  skip();
  settings_.config_names += "use Config; Config::config_vars(qw" + std::string(1, '\0') +
                            take_all() + std::string(1, '\0') + ");\n";
}

}  // namespace

std::uint32_t parse_unicode(std::string_view& text) {
  constexpr std::uint32_t kStandard = 7, kDefaults = 24, kLocale = 64;
  if (text.empty() || is_space(text.front())) return kStandard | kDefaults | kLocale;
  std::uint32_t flags = 0;
  if (std::isdigit(static_cast<unsigned char>(text.front()))) {
    while (!text.empty() && std::isdigit(static_cast<unsigned char>(text.front()))) {
      flags = flags * 10 + static_cast<std::uint32_t>(text.front() - '0');
      text.remove_prefix(1);
    }
  }
  while (!text.empty() && !is_space(text.front())) {
    switch (text.front()) {
      case 'I': flags |= 1; break;
      case 'O': flags |= 2; break;
      case 'E': flags |= 4; break;
      case 'S': flags |= kStandard; break;
      case 'i': flags |= 8; break;
      case 'o': flags |= 16; break;
      case 'D': flags |= kDefaults; break;
      case 'A': flags |= 32; break;
      case 'L': flags |= kLocale; break;
      case 'a': flags |= 256; break;
      default:
        throw UsageError{std::string("Unknown Unicode option letter '") + text.front() + "'.\n"};
    }
    text.remove_prefix(1);
  }
  return flags;
}

Settings parse_arguments(const std::vector<std::string>& argv) {
  Settings settings;
  std::size_t next = 0;
  while (next < argv.size()) {
    const std::string& argument = argv[next];
    if (argument.size() < 2 || argument[0] != '-') break;
    ++next;
    if (argument == "--") break;
    SwitchReader(settings, Source::Arguments, std::string_view(argument).substr(1), "", &argv,
                 &next)
        .read();
    if (settings.show_help || settings.show_version) return settings;
  }
  if (!settings.code) {
    if (next < argv.size() && argv[next] != "-" && !argv[next].empty())
      settings.script = argv[next];
    else settings.from_stdin = true;
    if (next < argv.size()) ++next;
  }
  settings.arguments.assign(argv.begin() + static_cast<std::ptrdiff_t>(next), argv.end());
  return settings;
}

void apply_environment_options(Settings& settings, std::string_view text) {
  // -T is good at the very front only, and what follows it is not looked at.
  const std::size_t front = text.find_first_not_of(" \t\r\n\f\v");
  if (front != text.npos && text.substr(front, 2) == "-T") {
    settings.taint = 1;
    return;
  }
  while (!text.empty()) {
    if (is_space(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    std::size_t n = 0;
    while (n < text.size() && !is_space(text[n])) ++n;
    std::string_view word = text.substr(0, n);
    text.remove_prefix(n);
    if (word.front() == '-') word.remove_prefix(1);
    if (word.empty()) continue;
    // -Idir and -Mname may be written apart: "-I dir" takes the next word.
    std::string joined(word);
    if (word == "I") {
      while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
      n = 0;
      while (n < text.size() && !is_space(text[n])) ++n;
      joined += text.substr(0, n);
      text.remove_prefix(n);
    }
    SwitchReader(settings, Source::Environment, joined, "").read();
  }
}

void apply_hash_bang(Settings& settings, std::string_view line, const std::string& file) {
  if (line.substr(0, 2) != "#!") return;
  const std::size_t perl = line.find("perl");
  if (perl == line.npos) return;
  line.remove_prefix(perl);
  while (!line.empty() && !is_space(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  if (line.empty() || line.front() != '-' || line.starts_with("-*")) return;
  line.remove_prefix(1);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  SwitchReader(settings, Source::HashBang, line, file.empty() ? "" : " at " + file + " line 1")
      .read();
}

std::optional<OtherInterpreter> other_interpreter(std::string_view line) {
  if (line.substr(0, 2) != "#!" || line.find("perl") != line.npos ||
      line.find("indir") != line.npos)
    return std::nullopt;
  line.remove_prefix(2);
  const auto trim = [&] {
    while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  };
  trim();
  std::size_t n = 0;
  while (n < line.size() && !is_space(line[n])) ++n;
  if (n == 0) return std::nullopt;
  OtherInterpreter other{std::string(line.substr(0, n)), {}};
  line.remove_prefix(n);
  trim();
  n = 0;
  while (n < line.size() && !is_space(line[n])) ++n;
  other.argument = line.substr(0, n);
  return other;
}

std::vector<std::pair<std::string, std::string>>
take_script_switches(std::vector<std::string>& arguments) {
  std::vector<std::pair<std::string, std::string>> out;
  std::size_t n = 0;
  for (; n < arguments.size(); ++n) {
    const std::string& argument = arguments[n];
    if (argument.size() < 2 || argument[0] != '-') break;
    if (argument == "--") {
      ++n;
      break;
    }
    const std::size_t equals = argument.find('=');
    if (equals == argument.npos) out.emplace_back(argument.substr(1), "1");
    else out.emplace_back(argument.substr(1, equals - 1), argument.substr(equals + 1));
  }
  arguments.erase(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(n));
  return out;
}

std::string program_prefix(const Settings& settings) {
  std::string code = settings.uses;
  if (settings.all_features) code += "use feature ':5.36';";
  if (settings.loop) {
    code += "LINE: while (<>) {";
    if (settings.chomp) code += "chomp;";
    if (settings.split) {
      const std::string pattern = settings.split_pattern.value_or("' '");
      // perlrun -F: a pattern without delimiters around it is put in single quotes.
      if (pattern.size() > 1 && std::strchr("/'\"", pattern.front()) &&
          pattern.find(pattern.front(), 1) != pattern.npos)
        code += "our @F=split(" + pattern + ");";
      else code += "our @F=split(q" + std::string(1, '\0') + pattern + std::string(1, '\0') + ");";
    }
  }
  return code;
}

std::string program_suffix(const Settings& settings) {
  if (!settings.loop) return {};
  // perlrun -p; the message has perl's wording.
  return settings.print ? ";}\n# line 0\ncontinue{print or die qq(-p destination: $!\\n);}" : ";}";
}

std::string version_text() {
  return "\nThis is perl 5, version 36, subversion 0 (v5.36.0) built for " PERLIPC_ARCHNAME
         ",\nas implemented by perlipc, an independent Perl for interprocess communication.\n\n"
         "The language is described by the manual of perl: \"man perl\" or \"perldoc perl\".\n\n";
}

std::string help_text() {
  return "\nUsage: perlipc [switches] [--] [programfile] [arguments]\n"
         "  -0[octal/hex]     input record separator ($/); -00 paragraphs, -0777 whole files\n"
         "  -a                with -n or -p: split each line into @F\n"
         "  -C[number/list]   UTF-8 on standard handles, files and arguments\n"
         "  -c                compile only; BEGIN, UNITCHECK and CHECK blocks run\n"
         "  -d -D             there is no debugger (refused) and no debugging build (ignored)\n"
         "  -e code           a line of program; may be repeated\n"
         "  -E code           the same with all features of this version\n"
         "  -f                of no effect: there is no sitecustomize.pl\n"
         "  -F/pattern/       what -a splits at\n"
         "  -h                this text\n"
         "  -i[extension]     edit the files of <> in place, keeping a copy with the extension\n"
         "  -Idirectory       look for modules there first\n"
         "  -l[octal]         strip line ends on input and add them on output\n"
         "  -[mM][-]module    use or no module before the program; =a,b gives an import list\n"
         "  -n                run the program for each line of <>\n"
         "  -p                the same, and print the line\n"
         "  -s                switches after the program name become variables\n"
         "  -S                look for the program in PATH\n"
         "  -t -T -U          taint checks that warn, that die, that warn in place of dying\n"
         "  -u                of no effect: nothing is dumped\n"
         "  -v                version\n"
         "  -V[:name]         configuration\n"
         "  -w -W -X          warnings: many, all, none\n"
         "  -x[directory]     the program starts at the first #! line with perl in it\n\n";
}

}  // namespace perlipc::command
