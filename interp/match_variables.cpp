// The variables of a match as things that can be aliased and referred to: $1 and $& are scalars
// with behaviour, @- @+ @{^CAPTURE} containers whose elements are, %+ and %- are tied (perlvar
// "Variables related to regular expressions"). All of them are read-only and look at the last match
// when read.
#include "interp/tied.h"
#include "interp/vm.h"
#include <algorithm>
#include <functional>

namespace perlipc {

namespace {

// The first and third have the groups that took part, the others all groups of the pattern.
constexpr const char* kNamedCaptures[] = {"+", "-",
                                          "\x03"
                                          "APTURE",
                                          "\x03"
                                          "APTURE_ALL"};

class MatchMagic final : public Magic {
 public:
  using Get = std::function<Value()>;
  explicit MatchMagic(Get get) : get_(std::move(get)) {}
  Value get(Scalar&) override { return get_(); }
  void set(Scalar&, const Value&) override {}  // ReadOnly: nobody gets here but local

 private:
  Get get_;
};

Scalar* match_scalar(MatchMagic::Get get) {
  Scalar* scalar = Scalar::with_magic(new MatchMagic(std::move(get)));
  scalar->bits |= Scalar::ReadOnly;
  return scalar;
}

}  // namespace

unsigned MatchPart::of_name(std::string_view name) {
  if (name.empty()) return None;
  if (name[0] >= '1' && name[0] <= '9') {
    unsigned number = 0;
    for (char c : name) {
      if (c < '0' || c > '9') return None;
      number = number * 10 + static_cast<unsigned>(c - '0');
      if (number > 30000) return None;
    }
    return number;
  }
  static constexpr struct {
    std::string_view name;
    unsigned part;
  } names[] = {
      {"&", 0},
      {"`", Before},
      {"'", After},
      {"+", LastParen},
      {"\x0e", LastClosed},
      {"\x10"
       "REMATCH",
       KeptBefore},
      {"\x0d"
       "ATCH",
       Kept},
      {"\x10"
       "OSTMATCH",
       KeptAfter},
  };
  for (const auto& entry : names) {
    if (entry.name == name) return entry.part;
  }
  return None;
}

Scalar* VM::special_scalar(Glob* glob) {
  if (glob->stash != main_stash_) return nullptr;
  unsigned part = MatchPart::of_name(glob->name->view());
  if (part == MatchPart::None) return nullptr;
  return match_scalar([this, part] { return capture(part); });
}

void VM::install_match_variables() {
  for (const char* name : {"&", "`", "'", "+", "\x0e", "\x10REMATCH",
                           "\x0d"
                           "ATCH",
                           "\x10OSTMATCH"}) {
    Glob* glob = main_stash_->glob(name, true);
    if (glob->body->scalar == nullptr) glob->body->scalar = special_scalar(glob);
  }
  const char* const arrays[] = {"-", "+",
                                "\x03"
                                "APTURE"};
  for (unsigned which = 0; which < 3; ++which) {
    match_arrays_[which] = main_stash_->glob(arrays[which], true)->array();
    match_arrays_[which]->bits |= Array::ReadOnly;
    match_arrays_[which]->retain();
  }
  for (const char* name : kNamedCaptures) main_stash_->glob(name, true)->body->lazy_hash = true;
}

// %+ and %- are tied to objects that look at the last match.
void VM::bind_named_captures(Glob& glob) {
  const std::string_view name = glob.name->view();
  const bool all = name == kNamedCaptures[1] || name == kNamedCaptures[3];
  Scalar* object = Scalar::make(Value::integer(all ? 512 : 256));
  object->set_stash(stash("Tie::Hash::NamedCapture", true));
  Value variable = Value::ref(glob.body->hash);
  tied::bind(*this, variable, Value::adopt_ref(object));
}

void VM::refresh(const Array* array) {
  for (unsigned which = 0; which < 3; ++which) {
    if (array == match_arrays_[which]) match_array(which);
  }
}

Value VM::match_element(unsigned which, std::size_t n) {
  MatchState* m = find_match();
  std::size_t group = which == 2 ? n + 1 : n;
  if (!m || !m->offsets.matched(group)) return {};
  if (which == 2) return capture(static_cast<unsigned>(group));
  std::size_t bytes = which == 0 ? m->offsets.start(group) : m->offsets.end(group);
  return Value::integer(static_cast<std::int64_t>(m->chars_before(bytes)));
}

Array* VM::match_array(unsigned which) {
  Array* out = match_arrays_[which];
  MatchState* m = find_match();
  // perlvar: $#+ counts the groups of the pattern, $#- those up to the last one that matched.
  std::size_t size = !m           ? 0
                     : which == 1 ? m->offsets.size()
                     : which == 2 ? m->offsets.last_paren
                                  : m->offsets.last_paren + 1;
  std::size_t old = out->size();
  if (old == size) return out;
  out->resize(size);
  for (std::size_t n = old; n < size; ++n) {
    (*out)[n] =
        Value::adopt_boxed(match_scalar([this, which, n] { return match_element(which, n); }));
  }
  return out;
}

Value VM::named_capture(bool all, const String* name) {
  MatchState* m = find_match();
  if (!m) return {};
  const bool utf8 = m->regex->pattern_utf8();
  const Text wide(utf8 && !name->utf8() ? upgrade(name) : String::make(name->view()));
  for (const auto& [group_name, groups] : m->regex->named_groups()) {
    if (group_name != wide.view()) continue;
    if (all) {
      Array* values = Array::make();
      for (std::uint32_t group : groups) values->push(capture(group));
      return Value::adopt_ref(values);
    }
    for (std::uint32_t group : groups) {
      if (m->offsets.matched(group)) return capture(group);
    }
  }
  return {};
}

std::vector<Value> VM::named_captures(bool all) {
  std::vector<Value> names;
  MatchState* m = find_match();
  if (!m) return names;
  for (const auto& [name, groups] : m->regex->named_groups()) {
    const bool matched = std::any_of(groups.begin(), groups.end(), [m](std::uint32_t group) {
      return m->offsets.matched(group);
    });
    if (all || matched) names.push_back(Value::string(name, m->regex->pattern_utf8()));
  }
  return names;
}

}  // namespace perlipc
