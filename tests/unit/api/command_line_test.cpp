// perl's switches as data: bundles, what PERL5OPT and #! lines refuse, and the code made from them.
#include "interp/api/command_line.h"
#include <gtest/gtest.h>

namespace {

using namespace perlipc::command;

std::string refusal(const std::vector<std::string>& argv) {
  try {
    parse_arguments(argv);
  } catch (const UsageError& error) { return error.text; }
  return "";
}
std::string hash_bang_refusal(std::string_view line) {
  Settings settings;
  try {
    apply_hash_bang(settings, line, "s.pl");
  } catch (const UsageError& error) { return error.text; }
  return "";
}

TEST(CommandLine, ScriptAndArguments) {
  const Settings s = parse_arguments({"-w", "job.pl", "-x", "y"});
  EXPECT_TRUE(s.warn);
  EXPECT_FALSE(s.extract);
  EXPECT_EQ(s.script, "job.pl");
  EXPECT_EQ(s.arguments, (std::vector<std::string>{"-x", "y"}));
  EXPECT_TRUE(parse_arguments({}).from_stdin);
  EXPECT_TRUE(parse_arguments({"-", "a"}).from_stdin);
  EXPECT_EQ(parse_arguments({"--", "-e"}).script, "-e");
}

TEST(CommandLine, Bundles) {
  const Settings s = parse_arguments({"-lane", "print", "-e", "1", "file"});
  EXPECT_TRUE(s.loop && s.split && s.chomp && !s.print);
  EXPECT_EQ(s.code, "print\n1\n");
  EXPECT_EQ(s.arguments, std::vector<std::string>{"file"});
  const Settings i = parse_arguments({"-pi.bak", "-e", "1"});
  EXPECT_EQ(i.inplace, ".bak");
  const Settings f = parse_arguments({"-F:", "-e1"});
  EXPECT_TRUE(f.split && f.loop);
  EXPECT_EQ(program_prefix(f), std::string("LINE: while (<>) {our @F=split(q\0:\0);", 37));
  EXPECT_EQ(program_suffix(i), ";}\n# line 0\ncontinue{print or die qq(-p destination: $!\\n);}");
}

TEST(CommandLine, Separators) {
  EXPECT_EQ(parse_arguments({"-0"}).input_separator->bytes, std::string(1, '\0'));
  EXPECT_EQ(parse_arguments({"-00"}).input_separator->bytes, "");
  EXPECT_FALSE(parse_arguments({"-0777"}).input_separator->defined);
  EXPECT_EQ(parse_arguments({"-0x2c"}).input_separator->bytes, ",");
  EXPECT_TRUE(parse_arguments({"-0x263a"}).input_separator->utf8);
  EXPECT_EQ(parse_arguments({"-l"}).output_separator->bytes, "\n");
  EXPECT_EQ(parse_arguments({"-l072"}).output_separator->bytes, ":");
  EXPECT_EQ(parse_arguments({"-00", "-l"}).output_separator->bytes, "\n\n");
  EXPECT_EQ(parse_arguments({"-l", "-0"}).output_separator->bytes, "\n");
}

TEST(CommandLine, Modules) {
  EXPECT_EQ(parse_arguments({"-Mstrict"}).uses, "use strict; ");
  EXPECT_EQ(parse_arguments({"-M-strict"}).uses, "no strict; ");
  EXPECT_EQ(parse_arguments({"-mA::B"}).uses, "use A::B (); ");
  EXPECT_EQ(parse_arguments({"-MA qw(x)"}).uses, "use A qw(x); ");
  EXPECT_EQ(parse_arguments({"-MA=x,y"}).uses, std::string("use A split(/,/,q\0x,y\0); ", 25));
  EXPECT_EQ(refusal({"-M"}), "Missing argument to -M.\n");
  EXPECT_EQ(refusal({"-M-"}), "Module name required with -M option.\n");
  EXPECT_EQ(refusal({"-M:a"}), "Invalid module name :a with -M option: contains single ':'.\n");
  EXPECT_EQ(refusal({"-mA x"}), "Can't use ' ' after -mname.\n");
}

TEST(CommandLine, Refusals) {
  EXPECT_EQ(refusal({"-Q"}), "Unrecognized switch: -Q  (-h will show valid options).\n");
  EXPECT_EQ(refusal({"-wQxy"}), "Unrecognized switch: -Qxy  (-h will show valid options).\n");
  EXPECT_EQ(refusal({"--nosuch"}),
            "Unrecognized switch: --nosuch  (-h will show valid options).\n");
  EXPECT_EQ(refusal({"-e"}), "No code specified for -e.\n");
  EXPECT_EQ(refusal({"-I"}), "No directory specified for -I.\n");
  EXPECT_EQ(refusal({"-CZ"}), "Unknown Unicode option letter 'Z'.\n");
}

TEST(CommandLine, Unicode) {
  EXPECT_EQ(parse_arguments({"-C"}).unicode, 95u);
  EXPECT_EQ(parse_arguments({"-CSD"}).unicode, 31u);
  EXPECT_EQ(parse_arguments({"-C7"}).unicode, 7u);
  EXPECT_EQ(parse_arguments({"-CSDA"}).unicode, 63u);
}

TEST(CommandLine, EnvironmentOptions) {
  Settings s = parse_arguments({"-I/c", "-e", "1"});
  apply_environment_options(s, "-I/a -I /b w -Mstrict -Mvars=$x");
  EXPECT_TRUE(s.warn);
  EXPECT_EQ(s.include, (std::vector<std::string>{"/b", "/a", "/c"}));
  EXPECT_EQ(s.uses, std::string("use strict; use vars split(/,/,q\0$x\0); ", 39));
  EXPECT_THROW(apply_environment_options(s, "-e1"), UsageError);
  EXPECT_THROW(apply_environment_options(s, "-n"), UsageError);
}

TEST(CommandLine, HashBang) {
  Settings s;
  apply_hash_bang(s, "#!/usr/bin/perl -w -l", "s.pl");
  EXPECT_TRUE(s.warn && s.chomp);
  Settings emacs;
  apply_hash_bang(emacs, "#!/usr/bin/perl -w -*- perl -*- -l", "s.pl");
  EXPECT_TRUE(emacs.warn);
  EXPECT_FALSE(emacs.chomp);
  Settings plain;
  apply_hash_bang(plain, "#!/usr/bin/perl x -l", "s.pl");
  EXPECT_FALSE(plain.chomp);
  Settings comment;
  apply_hash_bang(comment, "#!/usr/bin/perl -w # comment", "s.pl");
  EXPECT_TRUE(comment.warn);
  EXPECT_EQ(hash_bang_refusal("#!perl -Mstrict -w"),
            "Too late for \"-Mstrict\" option at s.pl line 1.\n");
  EXPECT_EQ(hash_bang_refusal("#!perl -E"), "Can't emulate -E on #! line at s.pl line 1.\n");
  EXPECT_EQ(hash_bang_refusal("#!perl -Zx"),
            "Unrecognized switch: -Z  (-h will show valid options) at s.pl line 1.\n");
  EXPECT_EQ(hash_bang_refusal("#!perl -CS"), "Too late for \"-CS\" option at s.pl line 1.\n");
}

TEST(CommandLine, OtherInterpreters) {
  EXPECT_FALSE(other_interpreter("#!/usr/bin/perl"));
  EXPECT_FALSE(other_interpreter("#!/bin/sh -- # perl"));
  const auto sh = other_interpreter("#! /bin/sh -e x");
  ASSERT_TRUE(sh);
  EXPECT_EQ(sh->path, "/bin/sh");
  EXPECT_EQ(sh->argument, "-e");
}

TEST(CommandLine, HelpNamesEverySwitch) {
  const std::string help = help_text();
  for (const char letter : std::string("0aCcDdEeFfhIilMmnpSsTtUuVvWwXx")) {
    const std::string bundled = "[mM]";
    const bool named = help.find(std::string(" -") + letter) != std::string::npos ||
                       (bundled.find(letter) != std::string::npos &&
                        help.find("-" + bundled) != std::string::npos);
    EXPECT_TRUE(named) << letter;
  }
}

TEST(CommandLine, ScriptSwitches) {
  std::vector<std::string> arguments{"-a", "-b=x y", "--", "-c"};
  const auto switches = take_script_switches(arguments);
  ASSERT_EQ(switches.size(), 2u);
  EXPECT_EQ(switches[1], (std::pair<std::string, std::string>{"b", "x y"}));
  EXPECT_EQ(arguments, std::vector<std::string>{"-c"});
}

}  // namespace
