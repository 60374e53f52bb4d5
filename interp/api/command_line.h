// perl's command line (perlrun): switches, PERL5OPT and the switches of a #! line as data. Nothing
// here runs code or touches an interpreter.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perlipc::command {

// The value of $/ or $\ as -0 and -l give it.
struct Separator {
  bool defined = true;
  std::string bytes;
  bool utf8 = false;
};

struct Settings {
  std::optional<std::string> code;                                 // -e, -E: the lines
  bool all_features = false;                                       // -E
  bool loop = false, print = false, split = false, chomp = false;  // -n, -p, -a, -l
  std::optional<std::string> split_pattern;                        // -F
  std::optional<std::string> inplace;                              // -i: $^I
  std::optional<Separator> input_separator, output_separator;      // -0, -l
  std::vector<std::string> include;                                // -I, as @INC begins
  std::string uses;                                                // -M, -m as code
  bool warn = false, warn_all = false, warn_none = false;          // -w, -W, -X
  bool check_only = false;                                         // -c
  bool script_switches = false;                                    // -s
  bool search_path = false;                                        // -S
  bool extract = false;                                            // -x
  std::string extract_folder;                                      // -xDIR
  std::uint32_t unicode = 0;                                       // -C: ${^UNICODE}
  bool unicode_given = false;
  bool show_version = false, show_help = false, show_config = false;
  std::string config_names;        // -V:name, as code
  int taint = 0;                   // 1: -T, -1: -t
  bool unsafe = false;             // -U
  std::vector<std::string> notes;  // complaints that do not stop (-D)

  // After the switches:
  bool from_stdin = false;  // no script named, or "-"
  std::string script;
  std::vector<std::string> arguments;
};

// A command line that cannot run. Text complete with newline.
struct UsageError {
  std::string text;
};

// argv without the command's name. Throws UsageError.
Settings parse_arguments(const std::vector<std::string>& argv);
// Adds what PERL5OPT says. Throws UsageError.
void apply_environment_options(Settings& settings, std::string_view perl5opt);
// Adds the switches of a first line, without its newline. `file` is for messages, or empty. Throws
// UsageError.
void apply_hash_bang(Settings& settings, std::string_view line, const std::string& file);
// The program a #! line names when that is not perl (perlrun "#! and quoting"): its path and the
// rest of the line; nothing when the line is perl's own.
struct OtherInterpreter {
  std::string path, argument;
};
std::optional<OtherInterpreter> other_interpreter(std::string_view line);

// -s: takes the switches off the front of the arguments; name and value, "1" for a bare one.
std::vector<std::pair<std::string, std::string>>
take_script_switches(std::vector<std::string>& arguments);

// The code that goes in front of and behind the program for -M -n -p -a -F -l -E.
std::string program_prefix(const Settings& settings);
std::string program_suffix(const Settings& settings);

// The numeric value of -C's argument; the empty text means all of it. Throws UsageError.
std::uint32_t parse_unicode(std::string_view& text);

std::string help_text();
std::string version_text();

}  // namespace perlipc::command
