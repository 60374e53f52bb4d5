// The variables of a match as things that can be aliased and referred to: $1 and $& are scalars
// with behaviour, @- @+ @{^CAPTURE} %+ %- containers whose elements are (perlvar "Variables related
// to regular expressions"). All of them are read-only and look at the last match when read.
#include <functional>

#include "interp/vm.h"

namespace perlipc {

namespace {

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
  const char* const hashes[] = {"+", "-"};
  for (unsigned which = 0; which < 2; ++which) {
    match_hashes_[which] = main_stash_->glob(hashes[which], true)->hash();
    match_hashes_[which]->bits |= Hash::ReadOnly | Hash::HasMagic;
    match_hashes_[which]->retain();
  }
  // %{^CAPTURE} and %{^CAPTURE_ALL} are the same hashes.
  const char* const others[] = {"\x03"
                                "APTURE",
                                "\x03"
                                "APTURE_ALL"};
  for (unsigned which = 0; which < 2; ++which) {
    GlobBody& body = *main_stash_->glob(others[which], true)->body;
    match_hashes_[which]->retain();
    if (body.hash) body.hash->release();
    body.hash = match_hashes_[which];
  }
}

void VM::refresh(const Array* array) {
  for (unsigned which = 0; which < 3; ++which) {
    if (array == match_arrays_[which]) match_array(which);
  }
}

void VM::refresh(const Hash* hash) {
  for (unsigned which = 0; which < 2; ++which) {
    if (hash == match_hashes_[which]) match_hash(which);
  }
}

Value VM::match_element(unsigned which, std::size_t n) {
  MatchState* m = find_match();
  std::size_t group = which == 2 ? n + 1 : n;
  if (!m || !m->offsets.matched(group)) return {};
  if (which == 2) return capture(static_cast<unsigned>(group));
  std::size_t bytes = which == 0 ? m->offsets.start(group) : m->offsets.end(group);
  const String* s = m->subject;
  if (s->utf8()) bytes = utf8_length(s->view().substr(0, bytes));
  return Value::integer(static_cast<std::int64_t>(bytes));
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

Value VM::named_capture(unsigned which, std::string_view name) {
  MatchState* m = find_match();
  if (!m) return {};
  for (const auto& [group_name, groups] : m->regex->named_groups()) {
    if (group_name != name) continue;
    if (which == 1) {
      Array* all = Array::make();
      for (std::uint32_t group : groups) all->push(capture(group));
      return Value::adopt_ref(all);
    }
    for (std::uint32_t group : groups) {
      if (m->offsets.matched(group)) return capture(group);
    }
  }
  return {};
}

Hash* VM::match_hash(unsigned which) {
  Hash* out = match_hashes_[which];
  MatchState* m = find_match();
  Regex* regex = m ? m->regex : nullptr;
  if (Regex*& of = match_names_of_[which]; of != regex) {
    out->clear();
    if (regex) regex->retain();
    if (of) of->release();
    of = regex;
  }
  if (!regex) return out;
  bool utf8 = regex->pattern_utf8();
  for (const auto& [name, groups] : regex->named_groups()) {
    bool present = which == 1;
    for (std::uint32_t group : groups) present = present || m->offsets.matched(group);
    if (!present) {
      out->erase(name, utf8);
      continue;
    }
    Value& place = out->fetch(name, utf8);
    if (place.is_boxed()) continue;
    place = Value::adopt_boxed(
        match_scalar([this, which, text = name] { return named_capture(which, text); }));
  }
  return out;
}

}  // namespace perlipc
