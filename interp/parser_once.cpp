// perldiag "Name "%s::%s" used only once: possible typo": symbols of the main program.
#include "interp/parser_ops.h"
#include <algorithm>

namespace perlipc {
namespace {

// Names with a meaning of their own (perlvar, perlmod, Exporter).
bool exempt(std::string_view qualified) {
  const std::size_t cut = qualified.rfind("::");
  if (cut == qualified.npos || qualified.starts_with("DB::")) return true;
  const std::string_view name = qualified.substr(cut + 2);
  if (name.empty() || !chars::start(name[0]) || name[0] == '_') return true;
  static constexpr std::string_view anywhere[] = {"ISA",       "VERSION",     "EXPORT",
                                                  "EXPORT_OK", "EXPORT_TAGS", "EXPORT_FAIL"};
  static constexpr std::string_view in_main[] = {"ENV",   "INC",    "ARGV",   "ARGVOUT",
                                                 "SIG",   "STDIN",  "STDOUT", "STDERR",
                                                 "stdin", "stdout", "stderr"};
  for (std::string_view known : anywhere)
    if (name == known) return true;
  if (qualified.substr(0, cut) != "main") return false;
  for (std::string_view known : in_main)
    if (name == known) return true;
  return false;
}

}  // namespace

bool Parser::mention(std::string_view qualified, Use use) {
  if (!input_.is_program) return host_.mentioned(qualified), false;
  if (const auto known = mention_index_.find(qualified); known != mention_index_.end()) {
    ++mentions_[known->second].uses;
    return true;
  }
  if (exempt(qualified)) return false;
  if (use == Use::Plain && (!warns(Warning::Once) || host_.symbol_exists(qualified)))
    use = Use::Known;
  mention_index_.emplace(qualified, mentions_.size());
  mentions_.push_back({qualified, file_, line_, use == Use::Known ? 2 : 1, !function_->is_main});
  return false;
}

void Parser::mentioned_elsewhere(std::string_view qualified) {
  const auto known = mention_index_.find(qualified);
  if (known != mention_index_.end()) ++mentions_[known->second].uses;
}

void Parser::mention_handle(std::string_view name) {
  if (input_.is_program) mention(qualify('*', name));
}

// In the order of the names: perl's is that of its symbol table.
void Parser::warn_used_once() {
  std::sort(mentions_.begin(), mentions_.end(),
            [](const Mention& a, const Mention& b) { return a.name < b.name; });
  for (const Mention& m : mentions_)
    if (m.uses == 1 && !host_.find_sub(m.name).declared &&
        (m.in_sub || !host_.symbol_exists(m.name)))
      host_.warn("Name \"" + std::string(m.name) + "\" used only once: possible typo" +
                 host_.place(m.file, m.line));
}

}  // namespace perlipc
